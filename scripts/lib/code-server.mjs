import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { cached } from './cache.mjs';
import { Failure } from './failure.mjs';
import { npm, unpack } from './npm.mjs';
import { step } from './progress.mjs';
import { codeServer, nodePackages, ripgrep, serverNodeMajor } from './versions.mjs';

/**
 * The embedded VS Code: the package code-server carries the whole product under lib/vscode.
 * GLOSSATOR_VSCODE_VERSION=floor takes the oldest VS Code the extension supports.
 * @returns {{ version: string, isFloor: boolean }}
 */
export function wantedCodeServer() {
  const isFloor = process.env.GLOSSATOR_VSCODE_VERSION === 'floor';
  return { version: isFloor ? codeServer.floor : codeServer.current, isFloor };
}

/** @returns {Promise<string>} the server's main script */
export async function codeServerMain() {
  const { version } = wantedCodeServer();
  const folder = await cached(`code-server-${version}`, (part) =>
    step(`Fetching VS Code (code-server ${version}, once)`, () => fillCodeServer(part, version)),
  );
  return path.join(productFolder(folder), 'out', 'server-main.js');
}

const productFolder = (folder) => path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/**
 * Its own postinstall script insists on the Node that runs npm and compiles optional modules, of
 * which nothing here needs any. So no scripts, and the two installations it would do, by hand.
 */
async function fillCodeServer(folder, version) {
  await unpack(`code-server@${version}`, folder);
  const product = productFolder(folder);
  const args = ['install', '--omit=dev', '--ignore-scripts', '--engine-strict=false'];
  await npm([...args, '--prefix', product], product);
  const extensions = path.join(product, 'extensions');
  await npm([...args, '--prefix', extensions], extensions);
  await provideRipgrep(folder, path.join(product, 'node_modules', '@vscode', 'ripgrep'));
}

/** Older versions have a package without the program, which a script would download. */
async function provideRipgrep(folder, target) {
  if (!existsSync(target) || existsSync(path.join(target, 'bin'))) return;
  const source = path.join(folder, 'ripgrep');
  await mkdir(source);
  await unpack(`@vscode/ripgrep-universal@${ripgrep}`, source);
  const universal = path.join(source, 'node_modules', '@vscode', 'ripgrep-universal');
  const platform = `${process.platform}-${process.arch}`;
  await cp(path.join(universal, 'bin', platform), path.join(target, 'bin'), { recursive: true });
  await rm(source, { recursive: true });
}

/** @returns {Promise<string>} a Node of the major version that the embedded VS Code needs */
export async function serverNode() {
  if (Number.parseInt(process.versions.node) === serverNodeMajor) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const spec = nodePackages[platform];
  if (!spec) {
    throw new Failure(
      `The embedded VS Code needs Node ${serverNodeMajor}, and there is no package of it for ${platform}: ` +
        `install Node ${serverNodeMajor} and run this command with it.`,
    );
  }
  const folder = await cached(spec.replace('@', '-'), (part) =>
    step(`Fetching Node ${serverNodeMajor} for VS Code (once)`, () => unpack(spec, part)),
  );
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return path.join(folder, 'node_modules', spec.split('@')[0], binary);
}
