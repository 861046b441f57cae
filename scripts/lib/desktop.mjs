import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { hasDisplay } from './display.mjs';
import { onPath } from './which.mjs';

/** @returns {'desktop' | 'embedded' | undefined} which VS Code the user insists on */
export function wantedHost() {
  const wanted = process.env.GLOSSATOR_VSCODE;
  if (!wanted || wanted === 'desktop' || wanted === 'embedded') return wanted || undefined;
  throw new Failure(`GLOSSATOR_VSCODE is desktop or embedded, not ${wanted}.`, 2);
}

function usualCommands() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const app = 'Visual Studio Code.app/Contents/Resources/app/bin/code';
    return [path.join('/Applications', app), path.join(env.HOME ?? '', 'Applications', app)];
  }
  if (platform !== 'win32') return ['/usr/bin/code', '/snap/bin/code'];
  const roots = [env.LOCALAPPDATA && path.join(env.LOCALAPPDATA, 'Programs'), env.PROGRAMFILES];
  return roots.filter(Boolean).map((root) => path.join(root, 'Microsoft VS Code/bin/code.cmd'));
}

/** @returns {string | undefined} the `code` command of an installed VS Code */
export function desktopCommand() {
  return onPath(['code']) ?? usualCommands().find((file) => existsSync(file));
}

/** The program itself, beside its command: tests need it, as the command returns at once. */
const programs = {
  darwin: '../../../MacOS/Electron',
  win32: '../Code.exe',
  linux: '../code',
};

/** @returns {string | undefined} the program of an installed VS Code */
export function desktopProgram(command = desktopCommand()) {
  const places = [
    command && path.resolve(path.dirname(command), programs[process.platform] ?? ''),
    process.platform === 'linux' && '/usr/share/code/code',
  ];
  return places.filter(Boolean).find((file) => existsSync(file));
}

/**
 * The command of the desktop VS Code that `npm start` shall use; undefined for the embedded one.
 * @returns {string | undefined}
 */
export function desktopToStart() {
  const wanted = wantedHost();
  if (wanted === 'embedded') return undefined;
  const command = desktopCommand();
  if (wanted === 'desktop' && !command) {
    throw new Failure('No desktop VS Code was found: put its `code` command on the PATH.');
  }
  return wanted === 'desktop' || hasDisplay() ? command : undefined;
}
