import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { packagedChromium } from './chromium-package.mjs';
import { Failure } from './failure.mjs';
import { onPath } from './which.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Record<string, string | undefined>} env
 */

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const windowsApps = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];

function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return macApps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform !== 'win32') return [];
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  return roots.flatMap((root) => windowsApps.map((app) => path.join(root, app)));
}

function installed() {
  const found = usualPlaces().find((file) => existsSync(file));
  return found ?? names.map((name) => onPath([name])).find((file) => file && starts(file));
}

/** Some Linux systems have a command that only tells how to install the browser. */
const starts = (file) =>
  process.platform !== 'linux' || spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * A browser to drive: the one that GLOSSATOR_CHROMIUM names, else an installed one of the
 * Chromium family, else the one of the package (`GLOSSATOR_CHROMIUM=package` insists on it).
 * @returns {Promise<Browser>}
 */
export async function findChromium() {
  const wanted = process.env.GLOSSATOR_CHROMIUM;
  if (wanted && wanted !== 'package') return named(wanted);
  const found = wanted ? undefined : installed();
  if (found) return { executablePath: found, env: process.env };
  return packagedChromium();
}

function named(executablePath) {
  if (!existsSync(executablePath)) {
    throw new Failure(`GLOSSATOR_CHROMIUM names a browser that does not exist: ${executablePath}`);
  }
  return { executablePath, env: process.env };
}
