/**
 * Runs inside the extension host: our providers against providers that answer at once with the same
 * result, in alternating rounds of one run. Prints one line of JSON, marked for the runner.
 */
import * as vscode from 'vscode';

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
  if (loaded.some((path) => /\/dist\/(core|libraries\/\w+)\.js$/.test(path))) {
    throw new Error('Activation has loaded more than the shells.');
  }
}

async function roundTrips(): Promise<EditorFigures['roundTrips']> {
  const ours = await openText('seeds/001_4a75fb2d5fe74cb4.txt');
  const peer = await vscode.workspace.openTextDocument({
    language: 'log',
    content: ours.getText(),
  });
  const position = ours.positionAt(ours.getText().indexOf('Chang’e-7') + 2);
  const features: Record<string, string> = {
    hover: 'vscode.executeHoverProvider',
    definition: 'vscode.executeDefinitionProvider',
    'type definition': 'vscode.executeTypeDefinitionProvider',
    references: 'vscode.executeReferenceProvider',
    'semantic tokens': 'vscode.provideDocumentSemanticTokens',
  };
  const found: Record<string, { instant: number; ours: number }> = {};
  for (const [name, command] of Object.entries(features)) {
    const call = (document: vscode.TextDocument) => () =>
      vscode.commands.executeCommand(command, document.uri, position);
    const subscription = registerInstant(name, await call(ours)());
    found[name] = await compare(call(peer), call(ours));
    subscription.dispose();
  }
  return found;
}

async function openText(path: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
}

/** A provider for the peer document that answers at once with what ours found. */
function registerInstant(name: string, result: unknown): vscode.Disposable {
  const selector = { language: 'log' };
  const { languages } = vscode;
  switch (name) {
    case 'hover': {
      const [hover] = result as vscode.Hover[];
      return languages.registerHoverProvider(selector, { provideHover: () => hover });
    }
    case 'definition':
      return languages.registerDefinitionProvider(selector, {
        provideDefinition: () => result as vscode.LocationLink[],
      });
    case 'type definition':
      return languages.registerTypeDefinitionProvider(selector, {
        provideTypeDefinition: () => result as vscode.LocationLink[],
      });
    case 'references':
      return languages.registerReferenceProvider(selector, {
        provideReferences: () => result as vscode.Location[],
      });
    default: {
      const { data } = result as vscode.SemanticTokens;
      const types = Array.from({ length: 14 }, (_, at) => `t${at}`);
      const legend = new vscode.SemanticTokensLegend(types, ['a', 'b', 'c']);
      return languages.registerDocumentSemanticTokensProvider(
        selector,
        { provideDocumentSemanticTokens: () => new vscode.SemanticTokens(data) },
        legend,
      );
    }
  }
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
