import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { temporary } from './workspace.mjs';

/** Writes the workspace of the tests in the extension hosts; they must have been built. */
export async function writeFixture(folder) {
  const { files } = createRequire(import.meta.url)(inRoot('out', 'test', 'vscode', 'fixture.js'));
  await rm(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** @returns {Promise<import('./workspace.mjs').Temporary>} */
export async function fixtureWorkspace() {
  const workspace = await temporary('fixture');
  await writeFixture(workspace.folder);
  return workspace;
}
