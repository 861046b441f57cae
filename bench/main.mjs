import { build } from 'esbuild';
import { readdir, stat } from 'node:fs/promises';
import { Failure, runMain } from '../scripts/lib/failure.mjs';
import { inRoot, root } from '../scripts/lib/paths.mjs';
import { benchEditor } from './editor.mjs';
import { ms, share } from './figures.mjs';

/** What is measured, by the name that `npm run bench -- NAME…` takes; all by default. */
const parts = {
  editor: benchEditor,
  keystrokes: benchKeystrokes,
  suggestions: benchSuggestions,
  sizes: benchSizes,
};

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in parts));
  if (unknown !== undefined) {
    throw new Failure(`There is no benchmark “${unknown}”, only ${Object.keys(parts).join(', ')}.`);
  }
  await build({
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
    outdir: 'out/bench',
    entryPoints: ['bench/editor.ts', 'bench/core.ts', 'bench/suggestions.ts'],
    platform: 'node',
    external: ['vscode'],
  });
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) await run();
  }
});

async function benchKeystrokes() {
  const { keystrokeFigures } = await import(inRoot('out', 'bench', 'core.js'));
  console.log('\nA keystroke, up to fresh tokens and a fresh check, in the core');
  for (const [name, time] of Object.entries(await keystrokeFigures())) {
    console.log(`  ${name.padEnd(56)}${ms(time)}`);
  }
}

async function benchSuggestions() {
  const { nameFigures, suggestionTimes } = await import(inRoot('out', 'bench', 'suggestions.js'));
  console.log('\nNames found in this corpus, without its registry: exact spans');
  for (const [name, figures] of Object.entries(await nameFigures(root))) {
    const { precision, recall, f1, types } = figures;
    const typed = types === undefined ? '' : `   types right ${share(types)}`;
    console.log(
      `  ${name.padEnd(28)}precision ${share(precision)}   recall ${share(recall)}   F1 ${share(f1)}${typed}`,
    );
  }
  const { speed, keystroke } = await suggestionTimes(root);
  console.log('\nSuggestions in 1 MB, with 10,000 names in the registry');
  console.log(`  ${'a keystroke'.padEnd(28)}${ms(keystroke)}`);
  console.log(`  ${'all of it, first read'.padEnd(28)}${speed.toFixed(1)} MB/s`);
}

async function benchSizes() {
  console.log('\nBundles, minified');
  const names = await readdir(inRoot('dist'), { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.js')).sort()) {
    const { size } = await stat(inRoot('dist', name));
    console.log(`  ${name.padEnd(28)}${(size / 1000).toFixed(1).padStart(8)} kB`);
  }
}
