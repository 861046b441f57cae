import { build } from 'esbuild';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot, root } from '../scripts/lib/paths.mjs';
import { runInEmbedded } from '../test/harness/embeddedHost.mjs';
import { copyOfRepository, temporary } from '../test/harness/workspace.mjs';

/** Activation happens once a window, so it is measured in several. */
const windows = 5;

const common = { bundle: true, format: 'cjs', logLevel: 'warning', outdir: 'out/bench' };
await build({
  ...common,
  entryPoints: ['bench/editor.ts'],
  platform: 'node',
  external: ['vscode'],
});
await build({ ...common, entryPoints: ['bench/core.ts'], platform: 'node' });

const empty = await emptyExtension();
const runs = [];
for (let count = 0; count < windows; count++) runs.push(await runInEditor());
await empty.remove();
await report();

/** An extension that does nothing: the floor of every activation. */
async function emptyExtension() {
  const made = await temporary('empty-extension');
  const manifest = {
    ...{ name: 'empty', publisher: 'bench', version: '0.0.1', main: './main.js' },
    ...{ engines: { vscode: '^1.100.0' }, activationEvents: [] },
  };
  const folder = path.join(made.folder, 'bench.empty-0.0.1');
  await mkdir(folder);
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'main.js'), 'exports.activate = () => {};');
  return made;
}

/** One window; what the suite prints is caught on its way to the console. */
async function runInEditor() {
  const workspace = await copyOfRepository();
  const log = console.log;
  let figures;
  console.log = (line) => (String(line).startsWith('{') ? (figures = JSON.parse(line)) : log(line));
  try {
    await runInEmbedded({
      name: 'bench',
      workspace: workspace.folder,
      extension: await lateExtension(),
      extensionsFolder: empty.folder,
      tests: inRoot('out', 'bench', 'editor.js'),
      silenceLimit: 300_000,
    });
  } finally {
    console.log = log;
    await workspace.remove();
  }
  if (!figures) throw new Error('The benchmark in the editor has printed no figures.');
  return figures;
}

/** Our extension, without the events that would activate it before the clock runs. */
async function lateExtension() {
  const folder = inRoot('out', 'bench', 'extension');
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  manifest.activationEvents = [];
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  for (const name of ['dist', 'syntaxes', 'language-configuration.json']) {
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  return folder;
}

async function report() {
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const ms = (value) => `${value.toFixed(2)} ms`.padStart(11);
  const emptyTime = median(runs.map((run) => run.activation.empty));
  const each = runs.map(({ activation }) => activation.ours - activation.empty);
  const ourTime = median(runs.map((run) => run.activation.ours));
  console.log(`\nActivation, median of ${windows} windows`);
  console.log(
    `  empty extension ${ms(emptyTime)}   ours ${ms(ourTime)}   above ${ms(ourTime - emptyTime)}`,
  );
  console.log(`  above, window by window ${each.map((time) => time.toFixed(1)).join('  ')}`);
  console.log(
    '\nRound trip through the editor, against a provider that answers at once with the same',
  );
  for (const name of Object.keys(runs[0].roundTrips)) {
    const instant = median(runs.map((run) => run.roundTrips[name].instant));
    const ours = median(runs.map((run) => run.roundTrips[name].ours));
    const ratio = median(
      runs.map((run) => run.roundTrips[name].ours / run.roundTrips[name].instant),
    );
    console.log(
      `  ${name.padEnd(16)}${ms(instant)}   ours ${ms(ours)}   ratio ${ratio.toFixed(2)}`,
    );
  }
  const { keystrokeFigures } = await import(inRoot('out', 'bench', 'core.js'));
  console.log('\nA keystroke, up to fresh tokens and a fresh check, in the core');
  for (const [name, time] of Object.entries(await keystrokeFigures())) {
    console.log(`  ${name.padEnd(28)}${ms(time)}`);
  }
  console.log('\nBundles, minified');
  for (const name of [
    'extension.js',
    'core.js',
    'libraries/yaml.js',
    'extension.web.js',
    'cli.js',
  ]) {
    const { size } = await stat(inRoot('dist', name));
    console.log(`  ${name.padEnd(28)}${(size / 1000).toFixed(1).padStart(8)} kB`);
  }
}
