import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { desktopProgram, wantedHost } from '../../scripts/lib/desktop.mjs';
import { hasDisplay } from '../../scripts/lib/display.mjs';
import { Failure } from '../../scripts/lib/failure.mjs';
import { cacheFolder } from '../../scripts/lib/paths.mjs';
import { endTree, onStop } from '../../scripts/lib/process.mjs';
import { HostRun } from './hostRun.mjs';
import { drivenSettings, writeSettings } from './settings.mjs';
import { temporary } from './workspace.mjs';

const updateSite = 'https://update.code.visualstudio.com/api/releases/stable';
const reachTimeout = 3000;

/**
 * A desktop VS Code to test in: an installed one, else one that can be downloaded. None where no
 * window can open, or when the embedded one is asked for.
 * @returns {Promise<{ name: string, program: string } | undefined>}
 */
export async function findDesktop() {
  const wanted = wantedHost();
  if (wanted === 'embedded' || (!wanted && !hasDisplay())) return undefined;
  const installed = desktopProgram();
  if (installed) return { name: `the desktop VS Code ${installed}`, program: installed };
  if (await canDownload()) return download();
  if (!wanted) return undefined;
  throw new Failure(
    'No desktop VS Code: none is installed, and its update site does not answer. ' +
      'Install one, or unset GLOSSATOR_VSCODE.',
  );
}

async function canDownload() {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), reachTimeout);
  try {
    return (await fetch(updateSite, { method: 'HEAD', signal: abort.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function download() {
  const cachePath = path.join(cacheFolder(), 'vscode-desktop');
  const program = await downloadAndUnzipVSCode({ version: 'stable', cachePath });
  return { name: 'a downloaded desktop VS Code', program };
}

/**
 * Runs a compiled suite in the extension host of a desktop VS Code.
 * @param {{ program: string }} desktop
 * @param {import('./embeddedHost.mjs').HostOptions} options
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function runInDesktop({ program }, { name, silenceLimit = 60_000, ...options }) {
  const data = await temporary('desktop');
  await writeSettings(path.join(data.folder, 'user'), { ...drivenSettings, ...options.settings });
  const run = new HostRun(name, silenceLimit);
  const child = spawn(program, desktopArgs(data.folder, options), {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const forget = onStop(() => endTree(child));
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => run.hear(line));
  }
  child.once('error', (error) => run.fail(`${program} does not start: ${error.message}`));
  child.once('close', (code) => run.end(code ?? 1));
  try {
    return await run.result;
  } finally {
    await endTree(child);
    forget();
    await data.remove();
  }
}

/** As @vscode/test-electron starts it; spawned here for the sake of its output, line by line. */
function desktopArgs(data, { workspace, extension, tests }) {
  return [
    workspace,
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome'],
    ...['--skip-release-notes', '--disable-workspace-trust', '--disable-extensions'],
    `--user-data-dir=${path.join(data, 'user')}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${tests}`,
  ];
}
