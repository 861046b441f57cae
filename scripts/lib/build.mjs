import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { inRoot, root } from './paths.mjs';
import { writeSample } from './sample.mjs';

/**
 * What loads together, and how many kilobytes that may have at the most. Readers wait for what
 * starts, in a browser over the network; for what is late, only who asks for what it does.
 */
const limits = [
  ['The start of the Node host', /^dist\/(extension|core)\.js$/, 250],
  ['The start of the web host', /^dist\/extension\.web\.js$/, 250],
  ['The YAML library', /^dist\/late\/libraries-yaml\.js$/, 100],
  ['What edits', /^dist\/late\/edits\.js$/, 60],
  ['What finds suggestions', /^dist\/late\/(suggest|recognise-\w+)\.js$/, 70],
  ['The page of the map', /^dist\/map\.(js|css)$/, 160],
];

/** Any other file that loads late. */
const lateKilobytes = 40;

/** What activation loads in the Node host: the shells, and of the core a few values. */
const atActivation = 'dist/extension.js';
const activationKilobytes = 80;
const earlyKilobytes = 4;

const config = () => import(pathToFileURL(inRoot('esbuild.config.mjs')).href);

/**
 * Builds what ships, anew: what an earlier build left must not ship. Tells the sizes, and refuses an
 * extension that has grown too large.
 */
export async function buildShipped() {
  process.chdir(root);
  await rm(inRoot('dist'), { recursive: true, force: true });
  const results = await (await config()).buildShipped();
  await writeSample();
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile?.outputs));
  const sizes = bundleSizes(outputs);
  for (const { name, kilobytes } of sizes) console.log(`  ${name}: ${kilobytes.toFixed(1)} kB`);
  for (const [what, files, most] of limits) {
    limit(what, sum(sizes.filter(({ name }) => files.test(name))), most);
  }
  for (const { name, kilobytes } of sizes.filter(isOtherLate)) {
    limit(name, kilobytes, lateKilobytes);
  }
  limit(atActivation, outputs[atActivation].bytes / 1000, activationKilobytes);
  limit(`The core within ${atActivation}`, coreWithin(outputs[atActivation]), earlyKilobytes);
}

function isOtherLate({ name }) {
  return name.startsWith('dist/late/') && !limits.some(([, files]) => files.test(name));
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
