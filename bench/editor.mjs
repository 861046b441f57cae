import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot, root } from '../scripts/lib/paths.mjs';
import { runInEmbedded } from '../test/harness/embeddedHost.mjs';
import { copyOfRepository, temporary } from '../test/harness/workspace.mjs';
import { median, ms } from './figures.mjs';

/** Activation happens once a window, so it is measured in several. */
const windows = 5;
/** As many sources as a large collection has, with 20 mentions each. */
const sources = 10_000;

/** Activation and the providers' round trips, in the real editor. */
export async function benchEditor() {
  const empty = await emptyExtension();
  const runs = [];
  for (let count = 0; count < windows; count++) {
    runs.push(await runInEditor(await copyOfRepository(), empty));
  }
  const large = await runInEditor(await largeWorkspace(), empty);
  await empty.remove();
  reportActivation(runs);
  reportRoundTrips('this corpus', runs);
  reportRoundTrips(`${sources} sources, ${20 * sources} mentions`, [large]);
}

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
async function runInEditor(workspace, empty) {
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

/** A workspace with many sources; its folder is called `large`, by which the suite knows it. */
async function largeWorkspace() {
  const { largeCorpus } = await import(inRoot('out', 'bench', 'core.js'));
  const made = await temporary('bench');
  const folder = path.join(made.folder, 'large');
  for (const name of ['seeds', 'annotations/entities']) {
    await mkdir(path.join(folder, name), { recursive: true });
  }
  for (const [name, text] of largeCorpus(sources)) await writeFile(path.join(folder, name), text);
  return { folder, remove: made.remove };
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

function reportActivation(runs) {
  const emptyTime = median(runs.map((run) => run.activation.empty));
  const each = runs.map(({ activation }) => activation.ours - activation.empty);
  const ourTime = median(runs.map((run) => run.activation.ours));
  console.log(`\nActivation, median of ${windows} windows`);
  console.log(
    `  empty extension ${ms(emptyTime)}   ours ${ms(ourTime)}   above ${ms(ourTime - emptyTime)}`,
  );
  console.log(`  above, window by window ${each.map((time) => time.toFixed(1)).join('  ')}`);
}

function reportRoundTrips(corpus, windows) {
  console.log(`\nRound trips in ${corpus}, against providers that answer at once with the same`);
  for (const name of Object.keys(windows[0].roundTrips)) {
    const trips = windows.map(({ roundTrips }) => roundTrips[name]);
    const instant = median(trips.map((trip) => trip.instant));
    const ours = median(trips.map((trip) => trip.ours));
    const ratio = median(trips.map((trip) => trip.ours / trip.instant)).toFixed(2);
    console.log(`  ${name.padEnd(36)}${ms(instant)}   ours ${ms(ours)}   ratio ${ratio}`);
  }
}
