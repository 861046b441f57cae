import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { coreApart, coreLate, usedOfCore } from './scripts/lib/late.mjs';
import * as parts from './scripts/lib/parts.mjs';
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

/** How each host starts, and how it loads late parts. */
const mainOfNode = 'src/vscode/main.node.ts';
const mainOfWeb = 'src/vscode/main.web.ts';
const lateInNode = 'src/vscode/late/late.node.ts';
const lateInWeb = 'src/vscode/late/late.web.ts';

/** What the shells use of the core, in parts. */
async function coreInParts() {
  const entryPoints = [mainOfNode, mainOfWeb, lateInNode];
  const names = await usedOfCore({ ...extension, entryPoints });
  const contents = `export { ${names.join(', ')} } from './src/core';`;
  return parts.divide(extension, { name: 'core', file: parts.coreFile, contents });
}

function shellsInParts() {
  const options = { ...extension, plugins: [coreApart(parts.coreFile)] };
  const contents = `export { activate } from './src/vscode/activate';`;
  return parts.divide(options, { name: 'shells', file: '../extension.js', contents });
}

/** A bundle of some lines of code. */
const bundleOf = (name, lines) => ({
  ...extension,
  stdin: { resolveDir: '.', sourcefile: `${name}.entry.js`, contents: lines.join('\n') },
  outdir: undefined,
  outfile: `dist/${name}.js`,
});

/** Lines that name what late parts need of what has started. */
const shared = (verb, { shared }) =>
  shared.map(([key, path]) => `${verb} * as ${key} from ${JSON.stringify(path)};`);

const keysOf = ({ shared }) => shared.map(([key]) => key).join(', ');

/** What modules ask for that is no piece of theirs: the beginning, the core, and what is late. */
const starting = (shells, late, core) => (name) => {
  if (name === parts.lateFunction) return { path: resolve(late) };
  if (name.endsWith('/activate')) return { path: shells.path };
  return core && /\/core(\.js)?$/.test(name) ? { path: core.path } : undefined;
};

/** For the Node host: the shells, which activation loads. */
const shellsOfNode = (core, shells) => ({
  ...bundleOf('extension', [
    `export { activate } from './${mainOfNode}';`,
    ...shared('export', shells),
  ]),
  plugins: [parts.inParts([shells], starting(shells, lateInNode)), coreLate, editorAsIs],
});

/** And the core, which loads when it is first used, with what late parts need. */
const coreOfNode = (core, shells) => ({
  ...bundleOf('core', [
    `export * from ${JSON.stringify(core.path)};`,
    `export { late } from './${lateInNode}';`,
    ...shared('export', core),
  ]),
  plugins: [parts.inParts([core], starting(shells, lateInNode, core))],
});

/** For a web host, which takes a single file to start: the shells and the core as above. */
const extensionOfWeb = (core, shells) => ({
  ...bundleOf('extension.web', [
    `import { activate as start } from './${mainOfWeb}';`,
    `import { late } from './${lateInWeb}';`,
    `import * as all from ${JSON.stringify(core.path)};`,
    ...shared('import', core),
    ...shared('import', shells),
    `const started = {`,
    `  '${core.file}': { ...all, late, ${keysOf(core)} },`,
    `  '${shells.file}': { ${keysOf(shells)} },`,
    `};`,
    `export const activate = (context) => start(context, started);`,
  ]),
  plugins: [parts.inParts([core, shells], starting(shells, lateInWeb, core)), editorAsIs],
});

const shipped = (core, shells) => [
  shellsOfNode(core, shells),
  coreOfNode(core, shells),
  extensionOfWeb(core, shells),
  // For both hosts what loads late.
  {
    ...extension,
    outdir: 'dist/late',
    entryPoints: parts.lateEntries([core, shells]),
    plugins: [parts.lateParts([core, shells]), editorAsIs],
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
  const [core, shells] = await Promise.all([coreInParts(), shellsInParts()]);
  return Promise.all(shipped(core, shells).map((options) => build(options)));
}

export async function buildTests() {
  return Promise.all(tests().map((options) => build(options)));
}
