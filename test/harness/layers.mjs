import { rm } from 'node:fs/promises';
import { buildShipped, buildTests } from '../../scripts/lib/build.mjs';
import { Failure } from '../../scripts/lib/failure.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { isStopping, run } from '../../scripts/lib/process.mjs';
import { runCoreTests } from './core.mjs';
import { runNodeHost, runWebHost } from './hosts.mjs';
import { sum } from './totals.mjs';

/** @typedef {import('./totals.mjs').Totals} Totals */

const bin = (...parts) => ['node_modules', ...parts].join('/');

/** One check: a program that exits with 0 or fails. @returns {Promise<Totals>} */
async function check(title, script, ...args) {
  console.log(title);
  const code = await run(process.execPath, [script, ...args]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const typescript = (...args) =>
  check(['tsc', ...args].join(' '), bin('typescript', 'bin', 'tsc'), ...args);

/**
 * @typedef {object} Options
 * @property {boolean} [updatePictures] take over the pictures of a good run into docs/images
 */

/** @type {Record<string, (options: Options) => Promise<Totals>>} */
const layers = {
  async build() {
    await buildShipped();
    await buildTests();
    return { passed: 1, failed: 0 };
  },
  async lint() {
    return sum([
      await check('eslint', bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'),
      await check('prettier', bin('prettier', 'bin', 'prettier.cjs'), '--check', '.'),
    ]);
  },
  async types() {
    const parts = ['src/core/tsconfig.json', 'src/map/page/tsconfig.json'];
    const results = [await typescript('--noEmit')];
    for (const part of parts) results.push(await typescript('--noEmit', '-p', part));
    return sum(results);
  },
  core: runCoreTests,
  vscode: runNodeHost,
  web: runWebHost,
  async window({ updatePictures }) {
    const path = await import('../window/path.mjs');
    await rm(inRoot('out', 'screenshots'), { recursive: true, force: true });
    const totals = await path.runPath();
    if (updatePictures && totals.failed === 0) await path.updatePictures();
    return totals;
  },
};

const needsBuild = new Set(['core', 'vscode', 'web', 'window']);

/**
 * Runs layers one after another, whatever becomes of each, and sums up at the end.
 * @param {string[]} names
 * @param {Options} [options]
 * @returns {Promise<Totals>}
 */
export async function runLayers(names, options = {}) {
  const all = names.some((name) => needsBuild.has(name)) ? ['build', ...names] : names;
  const results = [];
  for (const name of all) {
    results.push(await runLayer(name, options));
    if (isStopping()) await forever;
  }
  return summarise(results);
}

/** A run that is told to stop has no result: what still has to end does, and the process exits. */
const forever = new Promise(() => {});

async function runLayer(name, options) {
  console.log(`\n== ${name} ${'='.repeat(60 - name.length)}`);
  const start = performance.now();
  const totals = await layers[name](options).catch(explain);
  return { name, ...totals, seconds: (performance.now() - start) / 1000 };
}

/** A layer that could not run at all has failed. @returns {Totals} */
function explain(error) {
  if (!isStopping()) console.error(error instanceof Failure ? error.message : error);
  return { passed: 0, failed: 1 };
}

function summarise(results) {
  console.log('\n== summary');
  for (const { name, passed, failed, seconds } of results) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed`;
    console.log(`${name.padEnd(8)}${counts} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const totals = sum(results);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals;
}
