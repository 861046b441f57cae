import { readFile } from 'node:fs/promises';
import path from 'node:path';

const file = path.resolve('node_modules', 'mocha', 'mocha.js');

/**
 * Lets `import Mocha from 'mocha'` mean mocha's build for browsers, which leaves its class on the
 * global object. It is a script in a package of modules: outside that package it is taken for the
 * script it is.
 * @type {import('esbuild').Plugin}
 */
export const mochaForBrowsers = {
  name: 'mocha-for-browsers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mocha$/ }, () => ({ path: file, namespace: 'script' }));
    onLoad({ filter: /./, namespace: 'script' }, async () => ({
      contents: `${await readFile(file, 'utf8')}\nmodule.exports = globalThis.Mocha;`,
    }));
  },
};
