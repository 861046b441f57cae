import { build } from 'esbuild';
import { readdirSync } from 'node:fs';

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
    entryPoints: { extension: 'src/vscode/main.node.ts' },
    outdir: 'dist',
    platform: 'node',
    external: ['vscode'],
    minify: true,
    metafile: true,
  },
  {
    ...common,
    entryPoints: { 'extension.web': 'src/vscode/main.web.ts' },
    outdir: 'dist',
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
  return readdirSync(`test/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `test/${folder}/${name.replaceAll('\\', '/')}`);
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
];

export async function buildShipped() {
  return Promise.all(shipped.map((options) => build(options)));
}

export async function buildTests() {
  return Promise.all(tests().map((options) => build(options)));
}
