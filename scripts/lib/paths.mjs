import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} parts relative to the repository's root */
export const inRoot = (...parts) => path.join(root, ...parts);

function userCache() {
  const { env, platform } = process;
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  if (platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return path.join(os.homedir(), '.cache');
}

/** Where everything fetched is kept, for all clones of one user. */
export const cacheFolder = () => path.join(userCache(), 'glossator');

/** Where the embedded VS Code keeps this clone's window state, apart from every other VS Code. */
export function windowDataFolder() {
  const clone = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return path.join(cacheFolder(), 'windows', clone);
}
