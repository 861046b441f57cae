import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { coreLate, shellsLate, usedOfCore } from './scripts/lib/late.mjs';
import { divideCore, featuresOf } from './scripts/lib/parts.mjs';
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

/** No host needs Node, and the packages' browser builds are the smaller ones. */
const extension = {
  ...common,
  outdir: 'dist',
  platform: 'browser',
  external: ['vscode'],
  minify: true,
  metafile: true,
};

/**
 * Each file that imports the editor's interface would copy its hundreds of names, at activation.
 * None of them needs a copy: the call around `require` is blanked out, so that places stay the same.
 */
const editorAsIs = {
  name: 'editor-as-is',
  setup({ initialOptions, onEnd }) {
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, path.endsWith('.js') ? withoutCopies(text) : text);
      }
    });
  },
};

function withoutCopies(code) {
  return code.replace(/[\w$]+(?=\(require\("vscode"\)\))/g, (name) => ' '.repeat(name.length));
}

const shells = { ...extension, entryPoints: { extension: 'src/vscode/main.node.ts' } };

/** How each host loads late parts. */
const lateInNode = 'src/vscode/late/late.node.ts';
const lateInWeb = 'src/vscode/late/late.web.ts';

/** What the shells use of the core, in parts. */
async function coreInParts() {
  const entryPoints = ['src/vscode/main.node.ts', 'src/vscode/main.web.ts', lateInNode];
  return divideCore(extension, await usedOfCore({ ...extension, entryPoints }));
}

/** A bundle of some lines of code. */
const bundleOf = (name, lines) => ({
  ...extension,
  stdin: { resolveDir: '.', sourcefile: `${name}.entry.js`, contents: lines.join('\n') },
  outdir: undefined,
  outfile: `dist/${name}.js`,
});

/** For the Node host: the core, which loads when it is first used, with what late parts need. */
const coreOfNode = (core) => ({
  ...bundleOf('core', [
    `export * from ${JSON.stringify(core.path)};`,
    `export { late } from './${lateInNode}';`,
    ...core.shared.map(([key, path]) => `export * as ${key} from ${JSON.stringify(path)};`),
  ]),
  plugins: [core.startingWith(lateInNode)],
});

/** For a web host, which takes a single file to start: the shells, and the core as above. */
const extensionOfWeb = (core) => ({
  ...bundleOf('extension.web', [
    `import { activate as start } from './src/vscode/main.web.ts';`,
    `import { late } from './${lateInWeb}';`,
    ...core.shared.map(([key, path]) => `import * as ${key} from ${JSON.stringify(path)};`),
    `const core = { late, ${core.shared.map(([key]) => key).join(', ')} };`,
    `export const activate = (context) => start(context, core);`,
  ]),
  plugins: [featuresOf(core.path, true), core.startingWith(lateInWeb), editorAsIs],
});

const shipped = (core) => [
  // For the Node host the shells, which activation loads, and apart from them the core.
  { ...shells, plugins: [featuresOf('./core.js', false), coreLate, editorAsIs] },
  // What of the shells is needed only once somebody acts.
  {
    ...extension,
    entryPoints: { shells: 'src/vscode/whenUsed.ts' },
    plugins: [shellsLate, editorAsIs],
  },
  coreOfNode(core),
  extensionOfWeb(core),
  // For both hosts what loads late.
  {
    ...extension,
    outdir: 'dist/late',
    entryPoints: core.lateEntries,
    plugins: [core.late, editorAsIs],
  },
  {
    ...common,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    minify: true,
  },
  // The page of the map, for a webview: a script and its style sheet.
  {
    ...common,
    entryPoints: { map: 'src/map/page/main.ts' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
    minify: true,
    metafile: true,
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
    entryPoints: [...testFiles('core'), ...testFiles('cli'), 'test/vscode/fixture.ts'],
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
  const core = await coreInParts();
  return Promise.all(shipped(core).map((options) => build(options)));
}

export async function buildTests() {
  return Promise.all(tests().map((options) => build(options)));
}
