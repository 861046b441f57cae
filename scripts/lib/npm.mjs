import { existsSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './process.mjs';

/** The npm that runs us, or the one beside Node, or the one on the PATH. */
function npmCommand() {
  const besideNode = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath, besideNode].find(
    (file) => file?.endsWith('npm-cli.js') && existsSync(file),
  );
  return script ? { file: process.execPath, first: [script] } : { file: 'npm', first: [] };
}

/**
 * Runs npm, with the user's own configuration (registry, proxy) and without its chatter.
 * @param {string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const { file, first } = npmCommand();
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  await runQuietly(file, [...first, ...args, ...quiet], {
    cwd,
    shell: file === 'npm' && process.platform === 'win32',
    env: { ...process.env, npm_config_local_prefix: cwd },
  });
}

/**
 * Unpacks one package without running any of its scripts.
 * @param {string} spec name@version
 * @param {string} folder a new folder, which becomes the parent of node_modules
 */
export async function unpack(spec, folder) {
  const args = [
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--omit=dev',
    '--engine-strict=false',
  ];
  await npm(['install', '--prefix', folder, ...args, spec], folder);
}
