import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { inRoot, root } from './paths.mjs';

/** What each host loads, at the most, and how large that may be. */
const hosts = { Node: /^dist\/(extension|libraries\/\w+)\.js$/, web: /^dist\/extension\.web\.js$/ };
const limitKilobytes = 250;

const config = () => import(pathToFileURL(inRoot('esbuild.config.mjs')).href);

/** Builds what ships, tells the sizes, and refuses an extension that has grown too large. */
export async function buildShipped() {
  process.chdir(root);
  const results = await (await config()).buildShipped();
  const sizes = results.flatMap(({ metafile }) => bundleSizes(metafile));
  for (const { name, kilobytes } of sizes) console.log(`  ${name}: ${kilobytes.toFixed(1)} kB`);
  for (const [host, files] of Object.entries(hosts)) {
    const total = sizes
      .filter(({ name }) => files.test(name))
      .reduce((sum, { kilobytes }) => sum + kilobytes, 0);
    if (total <= limitKilobytes) continue;
    throw new Failure(
      `The extension for the ${host} host has ${total.toFixed(0)} kB; ${limitKilobytes} kB is the most it may have.`,
    );
  }
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
