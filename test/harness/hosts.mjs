import { existsSync } from 'node:fs';
import path from 'node:path';
import { wantedCodeServer } from '../../scripts/lib/code-server.mjs';
import { Failure } from '../../scripts/lib/failure.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { findDesktop, runInDesktop } from './desktopHost.mjs';
import { runInEmbedded } from './embeddedHost.mjs';
import { fixtureWorkspace } from './fixture.mjs';
import { webOnlyExtension } from './workspace.mjs';

/** @typedef {import('./totals.mjs').Totals} Totals */

const embeddedName = () => `the embedded VS Code (code-server ${wantedCodeServer().version})`;

async function inWorkspace(tests, run) {
  if (!existsSync(tests)) throw new Failure(`There is no ${tests}: the build of the tests failed.`);
  const workspace = await fixtureWorkspace();
  try {
    return await run(workspace.folder);
  } finally {
    await workspace.remove();
  }
}

/** The suite in the Node extension host, of a desktop VS Code where there is one. @returns {Promise<Totals>} */
export async function runNodeHost() {
  const desktop = await findDesktop();
  console.log(`Extension host: Node, in ${desktop?.name ?? embeddedName()}`);
  const tests = inRoot('out', 'test', 'vscode', 'index.js');
  return inWorkspace(tests, (workspace) => {
    const options = { name: 'vscode', workspace, extension: root, tests };
    return desktop ? runInDesktop(desktop, options) : runInEmbedded(options);
  });
}

/** The same suite in the web worker extension host. @returns {Promise<Totals>} */
export async function runWebHost() {
  console.log(`Extension host: web worker, in ${embeddedName()}`);
  const extension = await webOnlyExtension(root);
  // Under the extension's folder: by that VS Code finds the host for the tests.
  const tests = path.join(extension.folder, 'out', 'test', 'vscode', 'index.web.js');
  try {
    return await inWorkspace(tests, (workspace) =>
      runInEmbedded({ name: 'web', workspace, extension: extension.folder, tests }),
    );
  } finally {
    await extension.remove();
  }
}
