import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { URLSearchParams, fileURLToPath, pathToFileURL } from 'node:url';
import { codeServerMain, serverNode } from '../../scripts/lib/code-server.mjs';
import { Failure } from '../../scripts/lib/failure.mjs';
import { endTree, onStop } from '../../scripts/lib/process.mjs';
import { writeSettings } from './settings.mjs';
import { temporary } from './workspace.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {'none' | 'random'} [token] `none` by default, which is for throw-away servers only
 * @property {string} [dataFolder] by default a throw-away one that goes with the server
 * @property {string} [extensionsFolder] by default an empty one
 * @property {Record<string, unknown>} [settings] user settings
 * @property {boolean} [testDriver] whether pages may open extensions under development
 * @property {number} [port] 0, the default, takes a free one
 * @property {string[]} [args] more arguments for the server
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin
 * @property {string | undefined} token
 * @property {string} logFile what the server says
 * @property {(query: Record<string, string>) => string} url
 * @property {(file: string) => string} remoteUri a local file as the served window names it
 * @property {Promise<number | null>} ended when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop ends it with all its processes
 */

const watchdog = fileURLToPath(new URL('watchdog.cjs', import.meta.url));
const startTimeout = 60_000;

/** @param {string} file */
export const uriPath = (file) => decodeURIComponent(pathToFileURL(file).pathname);

/**
 * Starts the embedded VS Code on the loopback interface.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const main = await codeServerMain();
  const node = await serverNode();
  const throwAway = options.dataFolder ? undefined : await temporary('server');
  const dataFolder = options.dataFolder ?? throwAway.folder;
  if (options.settings) await writeSettings(path.join(dataFolder, 'user'), options.settings);
  const token = await writeToken(dataFolder, options.token);
  const child = spawn(node, ['--require', watchdog, main, ...serverArgs(dataFolder, options)], {
    cwd: dataFolder,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: serverEnv(),
  });
  const stop = stopper(child, throwAway);
  try {
    const logFile = path.join(dataFolder, 'server.log');
    const port = await listeningPort(child, logFile);
    return { ...describe(port, token), logFile, stop, ended: endOf(child) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArgs(dataFolder, { token, extensionsFolder, testDriver, port = 0, args = [] }) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === 'random'
      ? ['--connection-token-file', tokenFile(dataFolder)]
      : ['--without-connection-token']),
    ...['--server-data-dir', dataFolder, '--user-data-dir', path.join(dataFolder, 'user')],
    ...['--extensions-dir', extensionsFolder ?? path.join(dataFolder, 'extensions')],
    ...['--telemetry-level', 'off', '--accept-server-license-terms'],
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...args,
  ];
}

/** Without what npm and an outer VS Code tell their own children. */
function serverEnv() {
  const foreign = /^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

const tokenFile = (dataFolder) => path.join(dataFolder, 'token');

/** In a file that only its owner reads: a process's arguments are for every user to see. */
async function writeToken(dataFolder, kind) {
  if (kind !== 'random') return undefined;
  const token = randomBytes(16).toString('hex');
  await rm(tokenFile(dataFolder), { force: true });
  await writeFile(tokenFile(dataFolder), token, { mode: 0o600 });
  return token;
}

async function listeningPort(child, logFile) {
  const log = createWriteStream(logFile);
  child.stderr.pipe(log, { end: false });
  child.stdout.pipe(log, { end: false });
  const port = await announcedPort(child);
  if (port) return port;
  throw new Failure(`VS Code's server did not start:\n${await readFile(logFile, 'utf8')}`);
}

/** The port that the server says it listens on; undefined if it ends or takes too long. */
function announcedPort(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const limit = setTimeout(() => resolve(undefined), startTimeout);
    const settle = (port) => {
      clearTimeout(limit);
      resolve(port);
    };
    child.once('error', reject);
    child.once('exit', () => settle(undefined));
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const port = /agent listening on (\d+)/.exec(said)?.[1];
      if (port) settle(Number(port));
    });
  });
}

function describe(port, token) {
  const authority = `127.0.0.1:${port}`;
  const origin = `http://${authority}`;
  const secret = token ? { tkn: token } : {};
  return {
    port,
    origin,
    token,
    url: (query) => `${origin}/?${new URLSearchParams({ ...secret, ...query })}`,
    remoteUri: (file) => `vscode-remote://${authority}${encodeURI(uriPath(file))}`,
  };
}

const endOf = (child) =>
  child.exitCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve(child.exitCode);

function stopper(child, throwAway) {
  const stop = async () => {
    await endTree(child);
    await throwAway?.remove();
  };
  const forget = onStop(stop);
  return async () => {
    forget();
    await stop();
  };
}
