import { build } from 'esbuild';

/**
 * The core late in the Node host: shells and core lie in files of their own, and the core loads when
 * it is first used. What of both loads late, in either host, is in `parts.mjs`.
 */

/** How shells name the core, and where it lies beside their bundle. */
const imported = /\/core(\.js)?$/;
const coreFile = './core.js';

/**
 * What shells get in place of the core: it looks like its exports, and loads them with the first
 * that is used. An importer's copy of it keeps nothing but the prototype, so there the proxy is.
 */
const coreWhenUsed = `
  let core;
  const get = (_, name) => name === '__esModule' || (core ??= require('${coreFile}'))[name];
  module.exports = Object.create(new Proxy({}, { get }));
`;

export const coreLate = {
  name: 'core-late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./, namespace: 'late' }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: imported }, () => ({ path: 'core', namespace: 'late' }));
    onLoad({ filter: /./, namespace: 'late' }, () => ({ contents: coreWhenUsed }));
  },
};

/**
 * For bundles of shells that name the core, in place of having it within.
 * @param {string} file
 */
export const coreApart = (file) => ({
  name: 'core-apart',
  setup({ onResolve }) {
    onResolve({ filter: imported }, () => ({ path: file, external: true }));
  },
});

/**
 * The exports of the core that shells use; a file of its own is to hold no others.
 * @param {import('esbuild').BuildOptions} options of the shells' bundle
 * @returns {Promise<string[]>} sorted
 */
export async function usedOfCore(options) {
  const asModule = { format: 'esm', minify: true, sourcemap: false, write: false };
  const { outputFiles } = await build({ ...options, ...asModule, plugins: [coreApart(coreFile)] });
  const names = outputFiles.flatMap(({ text }) =>
    [...text.matchAll(/import\{([^{}]*)\}from"\.\/core\.js"/g)].flatMap(([, list]) =>
      list.split(','),
    ),
  );
  return [...new Set(names.map((name) => name.split(' as ')[0]))].sort();
}
