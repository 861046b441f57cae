import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { inRoot, root } from './paths.mjs';
import { writeSample } from './sample.mjs';

/** What loads together, and how many kilobytes that may have at the most. */
const limits = [
  ['The extension for the Node host', /^dist\/(extension|core)\.js$/, 250],
  ['What the Node host loads later', /^dist\/libraries\/\w+\.js$/, 100],
  // To be 250 as soon as a web host loads parts late, too.
  ['The extension for the web host', /^dist\/extension\.web\.js$/, 400],
  ['The page of the map', /^dist\/map\.(js|css)$/, 160],
];

/** What activation loads in the Node host: the shells, and of the core a few values. */
const atActivation = 'dist/extension.js';
const activationKilobytes = 90;
const earlyKilobytes = 4;

const config = () => import(pathToFileURL(inRoot('esbuild.config.mjs')).href);

/** Builds what ships, tells the sizes, and refuses an extension that has grown too large. */
export async function buildShipped() {
  process.chdir(root);
  const results = await (await config()).buildShipped();
  await writeSample();
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile?.outputs));
  const sizes = bundleSizes(outputs);
  for (const { name, kilobytes } of sizes) console.log(`  ${name}: ${kilobytes.toFixed(1)} kB`);
  for (const [what, files, most] of limits) {
    limit(what, sum(sizes.filter(({ name }) => files.test(name))), most);
  }
  limit(atActivation, outputs[atActivation].bytes / 1000, activationKilobytes);
  limit(`The core within ${atActivation}`, coreWithin(outputs[atActivation]), earlyKilobytes);
}

function limit(what, kilobytes, most) {
  if (kilobytes <= most) return;
  throw new Failure(`${what} has ${kilobytes.toFixed(0)} kB; ${most} kB is the most it may have.`);
}

/** What of the core would load with the shells, and lie in the core's own file once more. */
function coreWithin({ inputs }) {
  const ofCore = Object.entries(inputs).filter(([name]) => name.startsWith('src/core/'));
  return sum(ofCore.map(([, { bytesInOutput }]) => ({ kilobytes: bytesInOutput / 1000 })));
}

/** Builds the tests anew: what an earlier build left must not be run in its place. */
export async function buildTests() {
  process.chdir(root);
  await rm(inRoot('out', 'test'), { recursive: true, force: true });
  await (await config()).buildTests();
}

function bundleSizes(outputs) {
  return Object.entries(outputs)
    .filter(([name]) => /\.(js|css)$/.test(name))
    .map(([name, { bytes }]) => ({ name, kilobytes: bytes / 1000 }));
}

const sum = (sizes) => sizes.reduce((total, { kilobytes }) => total + kilobytes, 0);
