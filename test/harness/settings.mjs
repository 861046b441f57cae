import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** User settings for windows that nobody is meant to be surprised by: no news, no nagging. */
export const calmSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
};

/** For windows that a program drives: nothing asks, blinks or glides. */
export const drivenSettings = {
  ...calmSettings,
  'security.workspace.trust.enabled': false,
  'window.restoreWindows': 'none',
  'window.commandCenter': false,
  'git.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.list.smoothScrolling': false,
  'workbench.enableExperiments': false,
};

/**
 * @param {string} userFolder VS Code's user data folder
 * @param {Record<string, unknown>} settings
 */
export async function writeSettings(userFolder, settings) {
  const folder = path.join(userFolder, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
