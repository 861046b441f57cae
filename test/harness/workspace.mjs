import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Failure } from '../../scripts/lib/failure.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { isStopping, onStop } from '../../scripts/lib/process.mjs';

/**
 * A folder that goes when it is no longer needed, at the latest with this process.
 * @typedef {{ folder: string, remove: () => Promise<void> }} Temporary
 */

/** Short on macOS too, as VS Code keeps sockets in such folders. */
const parent = process.platform === 'darwin' ? '/tmp' : os.tmpdir();

/** @param {string} name @returns {Promise<Temporary>} */
export async function temporary(name) {
  if (isStopping()) throw new Failure('Told to stop.');
  const folder = await mkdtemp(path.join(parent, `glossator-${name}-`));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = onStop(remove);
  return {
    folder,
    remove: async () => {
      forget();
      await remove();
    },
  };
}

/**
 * A copy of some files and folders, so that what is tried on it never dirties the repository.
 * @param {string} from
 * @param {string[]} [names] what of it to copy; everything by default
 * @returns {Promise<Temporary>} its folder is called `corpus`, which is seen in pictures
 */
export async function copyWorkspace(from, names = ['.']) {
  const { folder, remove } = await temporary('workspace');
  const copy = path.join(folder, 'corpus');
  for (const name of names) {
    await cp(path.join(from, name), path.join(copy, name), { recursive: true });
  }
  return { folder: copy, remove };
}

/** What of the repository a reader of the corpus has before them. */
export const copyOfRepository = () => copyWorkspace(root, ['seeds', 'annotations']);

/**
 * The extension as a browser alone runs it (vscode.dev, github.dev): its `main` is taken away, so
 * that VS Code must run `browser`, in a web worker.
 * @param {string} extension
 * @returns {Promise<Temporary>}
 */
export async function webOnlyExtension(extension) {
  const copy = await temporary('web-extension');
  const manifest = JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8'));
  delete manifest.main;
  await writeFile(path.join(copy.folder, 'package.json'), JSON.stringify(manifest));
  for (const entry of await readdir(extension, { withFileTypes: true })) {
    if (!notNeeded.has(entry.name)) await mirror(entry, extension, copy.folder);
  }
  return copy;
}

const notNeeded = new Set(['package.json', 'package-lock.json', 'node_modules', '.git']);

/** Folders by link (a junction, which Windows allows to everyone), files by copy. */
async function mirror(entry, from, to) {
  const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
  if (entry.isDirectory()) await symlink(source, target, 'junction');
  else await cp(source, target);
}
