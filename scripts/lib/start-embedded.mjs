import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { calmSettings } from '../../test/harness/settings.mjs';
import { startServer, uriPath } from '../../test/harness/server.mjs';
import { codeServerMain, serverNode } from './code-server.mjs';
import { openInBrowser } from './display.mjs';
import { Failure } from './failure.mjs';
import { inRoot, root, windowDataFolder } from './paths.mjs';
import { isStopping, onStop } from './process.mjs';
import { step } from './progress.mjs';

/** The same address each time, if it is free: a browser keeps the window's layout by address. */
const usualPort = 5710;

/**
 * Serves VS Code with the extension on a folder, until it is told to stop.
 * @param {string} folder
 */
export async function startEmbedded(folder) {
  const dataFolder = windowDataFolder();
  const extensionsFolder = path.join(dataFolder, 'extensions');
  await Promise.all([codeServerMain(), serverNode()]);
  await linkExtension(extensionsFolder);
  const port = (await isFree(usualPort)) ? usualPort : 0;
  const server = await step('Starting VS Code', () =>
    startServer({
      token: 'random',
      dataFolder,
      extensionsFolder,
      port,
      settings: firstSettings(dataFolder),
      // Whoever runs this already trusts the repository; any other folder gets VS Code's question.
      args: folder === root ? ['--disable-workspace-trust'] : [],
    }),
  );
  await assertRefusesStrangers(server);
  announce(server, folder);
  await endOf(server);
}

/** The user may change them in the window, so they are written the first time only. */
const firstSettings = (dataFolder) =>
  existsSync(path.join(dataFolder, 'user', 'User', 'settings.json')) ? undefined : calmSettings;

/**
 * An installed extension is what the address alone can bring in. It is a link to the repository,
 * so that after a build it is enough to reload the window. VS Code's own list of what is
 * installed goes first: it makes it anew from the folder.
 */
async function linkExtension(extensionsFolder) {
  const { publisher, name, version } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  await rm(extensionsFolder, { recursive: true, force: true });
  await mkdir(extensionsFolder, { recursive: true });
  const link = path.join(extensionsFolder, `${publisher}.${name}-${version}`);
  await symlink(root, link, 'junction');
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** Other users and web pages can reach a loopback port too: only the token keeps them out. */
async function assertRefusesStrangers(server) {
  const { status } = await fetch(server.origin, { redirect: 'manual' });
  if (status === 403) return;
  await server.stop();
  throw new Failure(`VS Code's server answered a request without its token (status ${status}).`);
}

function announce(server, folder) {
  const url = server.url({ folder: uriPath(folder) });
  console.log(`\nVS Code with Glossator, on ${folder}:\n\n  ${url}\n\nCtrl+C ends it.\n`);
  openInBrowser(url);
}

async function endOf(server) {
  process.exitCode = 0;
  onStop(() => console.log('Stopped.'));
  const code = await server.ended;
  if (isStopping()) return;
  await server.stop();
  throw new Failure(`VS Code's server ended by itself (${code}); see ${server.logFile}.`);
}
