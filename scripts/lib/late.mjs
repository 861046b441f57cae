import { build } from 'esbuild';

/**
 * The core late in the Node host: shells and core lie in files of their own, and the core loads when
 * it is first used. What of the core itself loads late, in both hosts, is in `parts.mjs`.
 */

/** How shells name the core, and where it lies beside their bundle. */
const imported = /\/core$/;
const coreFile = './core.js';
/** Likewise what of themselves they need only once somebody acts. */
const importedShells = /\/whenUsed$/;
const shellsFile = './shells.js';

/**
 * What shells get in place of the core: it looks like its exports, and loads them with the first
 * that is used. An importer's copy of it keeps nothing but the prototype, so there the proxy is.
 */
const whenUsed = (file) => `
  let loaded;
  const get = (_, name) => name === '__esModule' || (loaded ??= require('${file}'))[name];
  module.exports = Object.create(new Proxy({}, { get }));
`;

/** @param {[filter: RegExp, file: string][]} files what loads with the first use, and from where */
const loadingLate = (name, files) => ({
  name,
  setup({ onResolve, onLoad }) {
    for (const [filter, path] of files) onResolve({ filter }, () => ({ path, namespace: 'late' }));
    onResolve({ filter: /./, namespace: 'late' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({ contents: whenUsed(path) }));
  },
});

/** For the shells that activation loads. */
export const coreLate = loadingLate('core-late', [
  [imported, coreFile],
  [importedShells, shellsFile],
]);

/** For those that load with their first use: they and the core lie side by side. */
export const shellsLate = loadingLate('shells-late', [[imported, coreFile]]);

/**
 * The exports of the core that shells use; a file of its own is to hold no others.
 * @param {import('esbuild').BuildOptions} options of the shells' bundle
 * @returns {Promise<string[]>} sorted
 */
export async function usedOfCore(options) {
  const coreApart = {
    name: 'core-apart',
    setup({ onResolve }) {
      onResolve({ filter: imported }, () => ({ path: coreFile, external: true }));
    },
  };
  const asModule = { format: 'esm', minify: true, sourcemap: false, write: false };
  const { outputFiles } = await build({ ...options, ...asModule, plugins: [coreApart] });
  const names = outputFiles.flatMap(({ text }) =>
    [...text.matchAll(/import\{([^{}]*)\}from"\.\/core\.js"/g)].flatMap(([, list]) =>
      list.split(','),
    ),
  );
  return [...new Set(names.map((name) => name.split(' as ')[0]))].sort();
}
