import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildShipped } from './lib/build.mjs';
import { desktopToStart } from './lib/desktop.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { step } from './lib/progress.mjs';
import { startDesktop } from './lib/start-desktop.mjs';
import { startEmbedded } from './lib/start-embedded.mjs';

/** @param {string | undefined} argument */
function folderToOpen(argument) {
  const folder = argument ? path.resolve(process.env.INIT_CWD ?? '.', argument) : root;
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new Failure(`There is no folder ${folder} to open.`, 2);
}

// npm start [-- FOLDER]: VS Code with the extension, on the repository or on another folder.
await runMain(async () => {
  const folder = folderToOpen(process.argv[2]);
  const desktop = desktopToStart();
  await ensureInstalled();
  await step('Building', buildShipped);
  await (desktop ? startDesktop(desktop, folder) : startEmbedded(folder));
});
