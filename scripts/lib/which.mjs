import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The first of some programs that is on the PATH.
 * @param {string[]} names without a Windows extension
 * @returns {string | undefined} its path
 */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap((name) => endings.map((ending) => name + ending))
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find(isExecutable);
}
