/**
 * Runs inside the extension host: our providers against providers that answer at once with the same
 * result, in alternating rounds of one run. Prints one line of JSON, marked for the runner.
 */
import * as vscode from 'vscode';
import { type Place, features } from './providers';

const rounds = 20;
const callsPerRound = 15;

export interface EditorFigures {
  /** Milliseconds of `Extension.activate()`. */
  readonly activation: { readonly empty: number; readonly ours: number };
  /** Median round trip through the editor, in milliseconds, by feature. */
  readonly roundTrips: Readonly<
    Record<string, { readonly instant: number; readonly ours: number }>
  >;
}

export async function run(): Promise<void> {
  await settle();
  const activation = {
    empty: await activate('bench.empty'),
    ours: await activate('glossator.glossator'),
  };
  assertCoreIsLate();
  await checked();
  const figures: EditorFigures = { activation, roundTrips: await roundTrips() };
  console.log(`##print ${JSON.stringify(figures)}`);
  console.log('##totals {"passed":1,"failed":0}');
}

/** A window that has just opened is busy with itself: waits until its answers come evenly. */
async function settle(): Promise<void> {
  const calm = 20;
  for (let quick = 0; quick < calm;) {
    const start = performance.now();
    await vscode.commands.executeCommand('setContext', 'bench.settling', start);
    quick = performance.now() - start < 5 ? quick + 1 : 0;
  }
}

/** Both workspaces have a finding; when it is shown, the corpus has been read and checked. */
async function checked(): Promise<void> {
  const isShown = () =>
    vscode.languages
      .getDiagnostics()
      .some(([, all]) => all.some(({ source }) => source === 'glossator'));
  while (!isShown()) {
    await new Promise<void>((resolve) => {
      const subscription = vscode.languages.onDidChangeDiagnostics(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}

async function activate(id: string): Promise<number> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`${id} is not installed`);
  if (extension.isActive) throw new Error(`${id} is active already`);
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}

/** Checks follow later: right after activation nothing has asked for anything yet. */
function assertCoreIsLate(): void {
  const loaded = Object.keys(require.cache).map((path) => path.replaceAll('\\', '/'));
  if (!loaded.some((path) => path.endsWith('/dist/extension.js'))) {
    throw new Error('It cannot be told what activation has loaded.');
  }
  if (loaded.some((path) => /\/dist\/(core|late\/[\w-]+)\.js$/.test(path))) {
    throw new Error('Activation has loaded more than the shells.');
  }
}

/** Where to ask in each of the two workspaces, by what lies in them. */
const places = {
  corpus: {
    source: ['seeds/001_4a75fb2d5fe74cb4.txt', 'Chang’e-7'],
    annotations: ['annotations/001_4a75fb2d5fe74cb4.yaml', 'chang-e-7'],
    registry: ['annotations/entities/mission.yaml', 'chang-e-7:'],
  },
  large: {
    source: ['seeds/s5.txt', 'Probe-35 '],
    annotations: ['annotations/s5.yaml', 'probe-35'],
    registry: ['annotations/entities/mission.yaml', 'probe-35:'],
  },
} as const;

async function roundTrips(): Promise<EditorFigures['roundTrips']> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const workspace = places[folder?.name === 'large' ? 'large' : 'corpus'];
  const found: Record<string, { instant: number; ours: number }> = {};
  for (const [name, feature] of Object.entries(features)) {
    const [path, words] = workspace[feature.file];
    const ours = await placeIn(path, words);
    const peer = await peerOf(ours);
    const answer = await feature.ask(ours);
    const subscription = feature.instant({ language: 'log' }, answer);
    found[name] = await compare(
      () => feature.ask(peer),
      () => feature.ask(ours),
    );
    subscription.dispose();
  }
  return found;
}

async function placeIn(path: string, words: string): Promise<Place> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`“${words}” is not in ${path}`);
  return { document, position: document.positionAt(offset + 2) };
}

/** The same text in a language of which nobody knows anything. */
async function peerOf({ document, position }: Place): Promise<Place> {
  const content = document.getText();
  return {
    document: await vscode.workspace.openTextDocument({ language: 'log', content }),
    position,
  };
}

async function compare(instant: () => Thenable<unknown>, ours: () => Thenable<unknown>) {
  const times = { instant: [] as number[], ours: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.instant.push(await medianTime(instant));
    times.ours.push(await medianTime(ours));
  }
  return { instant: median(times.instant), ours: median(times.ours) };
}

async function medianTime(call: () => Thenable<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < callsPerRound; count++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return median(times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
