import { build } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { mochaForBrowsers } from './test/harness/mochaForBrowsers.mjs';

/** Bundles: what ships in dist/, and the compiled tests in out/. */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  sourcemap: true,
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
};

const shipped = [
  {
    ...common,
    entryPoints: {
      extension: 'src/vscode/main.node.ts',
      'extension.web': 'src/vscode/main.web.ts',
    },
    outdir: 'dist',
    // Neither entry needs Node, and the packages' browser builds are the smaller ones.
    platform: 'browser',
    external: ['vscode'],
    minify: true,
    metafile: true,
  },
  {
    ...common,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    minify: true,
  },
  // Proves the core's neutrality: this build fails on any import of Node or of the editor.
  {
    ...common,
    entryPoints: { 'core.neutral': 'src/core/index.ts' },
    outdir: 'out',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  },
];

function testFiles(folder) {
  if (!existsSync(`test/${folder}`)) return [];
  return readdirSync(`test/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `test/${folder}/${name.replaceAll('\\', '/')}`);
}

/** An entry that brings in every test of the extension hosts, once their mocha is ready. */
function suiteEntry() {
  const imports = testFiles('vscode').map((file) => `await import('./${file}');`);
  return {
    resolveDir: '.',
    sourcefile: 'suite.ts',
    contents: `import { runSuite } from './test/vscode/index.ts';
      export const run = () => runSuite(async () => { ${imports.join(' ')} });`,
  };
}

const tests = () => [
  {
    ...common,
    entryPoints: [...testFiles('core'), ...testFiles('cli')],
    outdir: 'out/test',
    outbase: 'test',
    platform: 'node',
    packages: 'external',
  },
  // One suite for both extension hosts: in Node, and in a web worker.
  {
    ...common,
    stdin: suiteEntry(),
    outfile: 'out/test/vscode/index.js',
    platform: 'node',
    external: ['vscode'],
    plugins: [mochaForBrowsers],
  },
  {
    ...common,
    stdin: suiteEntry(),
    outfile: 'out/test/vscode/index.web.js',
    platform: 'browser',
    external: ['vscode'],
    define: { global: 'globalThis' },
    inject: ['./test/harness/process.browser.mjs'],
    plugins: [mochaForBrowsers],
    alias: { 'node:assert/strict': './test/harness/assert.browser.cjs' },
  },
];

export async function buildShipped() {
  return Promise.all(shipped.map((options) => build(options)));
}

export async function buildTests() {
  return Promise.all(tests().map((options) => build(options)));
}
