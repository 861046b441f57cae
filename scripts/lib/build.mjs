import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { inRoot, root } from './paths.mjs';

const extensionBundle = /^extension(\.\w+)?\.js$/;
const limitKilobytes = 250;

const config = () => import(pathToFileURL(inRoot('esbuild.config.mjs')).href);

/** Builds what ships, tells the sizes, and refuses an extension that has grown too large. */
export async function buildShipped() {
  process.chdir(root);
  const results = await (await config()).buildShipped();
  const sizes = results.flatMap(({ metafile }) => bundleSizes(metafile));
  for (const { name, kilobytes } of sizes) console.log(`  ${name}: ${kilobytes.toFixed(1)} kB`);
  const tooLarge = sizes.filter(
    ({ name, kilobytes }) =>
      extensionBundle.test(path.basename(name)) && kilobytes > limitKilobytes,
  );
  if (tooLarge.length === 0) return;
  const names = tooLarge.map(({ name }) => name).join(', ');
  throw new Failure(`Larger than the ${limitKilobytes} kB an extension may have: ${names}`);
}

/** Builds the tests anew: what an earlier build left must not be run in its place. */
export async function buildTests() {
  process.chdir(root);
  await rm(inRoot('out', 'test'), { recursive: true, force: true });
  await (await config()).buildTests();
}

function bundleSizes(metafile) {
  return Object.entries(metafile?.outputs ?? {})
    .filter(([name]) => name.endsWith('.js'))
    .map(([name, { bytes }]) => ({ name, kilobytes: bytes / 1000 }));
}
