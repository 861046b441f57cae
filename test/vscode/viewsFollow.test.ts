/** What views and results do when something changes, and what they leave alone. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpora, type CorpusFolder } from '../../src/vscode/corpora';
import { CorpusView } from '../../src/vscode/views/corpusView';
import { mentionContent } from '../../src/vscode/views/mentionResult';
import { type Content, Result } from '../../src/vscode/views/symbolTree';
import { type ViewNode, rowItem } from '../../src/vscode/views/viewNode';
import { closeAll, open, restore, uriOf, when } from './workspace';

let corpora: Corpora;
let folder: CorpusFolder;
let texts: Map<string, string>;
const a = 'seeds/a.txt';
const sections = 'seeds/sections.txt';

async function typeInto(path: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert((await open(path)).uri, new vscode.Position(0, 0), 'x');
  await vscode.workspace.applyEdit(edit);
}

function next<T>(event: vscode.Event<T> | undefined): Promise<T> {
  assert(event);
  return new Promise((resolve) => {
    const subscription = event((value) => {
      subscription.dispose();
      resolve(value);
    });
  });
}

describe('What shows something of a source', () => {
  before(async () => {
    corpora = new Corpora();
    const [only] = corpora.all();
    assert(only);
    folder = only;
    texts = new Map();
    for (const path of [a, sections]) texts.set(path, (await open(path)).getText());
  });
  afterEach(async () => {
    for (const [path, text] of texts) await restore(path, text);
    await closeAll();
  });
  after(() => {
    corpora.dispose();
  });

  it('as a view is not refreshed while somebody types in a source of which it shows nothing', async () => {
    const row: ViewNode = {
      id: 'row',
      parent: undefined,
      folder,
      source: a,
      item: () => rowItem('row', { label: 'row', expanded: true, context: 'test' }),
      children: () => Promise.resolve([]),
    };
    const id = 'glossator.chronology';
    const view = new CorpusView(id, corpora, () => Promise.resolve([row]));
    try {
      await vscode.commands.executeCommand(`${id}.focus`);
      await when(view.view.onDidChangeVisibility, () => view.view.visible);
      await view.getChildren(row);
      const seen: unknown[] = [];
      const listening = view.onDidChangeTreeData((nodes) => seen.push(nodes));
      await typeInto(sections);
      const refreshed = next(view.onDidChangeTreeData);
      await typeInto(a);
      await refreshed;
      listening.dispose();
      assert.deepEqual(seen, [[row]]);
    } finally {
      view.dispose();
    }
  });

  /** Each call of `make`, to be let go. */
  interface Call {
    readonly token: vscode.CancellationToken | undefined;
    readonly go: () => void;
  }

  async function resultOf(made?: Content) {
    const calls: Call[] = [];
    const make = async (token?: vscode.CancellationToken) => {
      await new Promise<void>((resolve) => calls.push({ token, go: resolve }));
      return mentionContent(folder, 'chang-e-7', token);
    };
    const location = new vscode.Location(uriOf(a), new vscode.Position(0, 30));
    const asked = { contextValue: 'test', title: 'Mentions', location, make };
    const model = await new Result(corpora, asked, made).resolve();
    assert(model);
    const steps = (uri: vscode.Uri) =>
      model.highlights
        .getEditorHighlights({} as ViewNode, uri)
        ?.map(({ start }) => start.character);
    return { calls, model, steps };
  }

  it('as a result is made once, and again when somebody looks after a change', async () => {
    const { calls, model, steps } = await resultOf(await mentionContent(folder, 'chang-e-7'));
    assert.equal(calls.length, 0);
    assert.deepEqual(steps(uriOf(a)), [26]);
    const seen: unknown[] = [];
    model.provider.onDidChangeTreeData?.((one) => seen.push(one));
    await typeInto(sections);
    const told = next(model.provider.onDidChangeTreeData);
    await typeInto(a);
    await told;
    assert.equal(seen.length, 1);
    // Nothing is made while nobody asks for rows.
    assert.equal(calls.length, 0);
    const [one, two] = [model.provider.getChildren(), model.provider.getChildren()];
    assert.equal(calls.length, 1);
    calls[0]?.go();
    await Promise.all([one, two]);
    assert.deepEqual(steps(uriOf(a)), [27]);
    model.dispose();
  });

  it('as a result is not overtaken by what was begun before another change', async () => {
    const { calls, model, steps } = await resultOf(await mentionContent(folder, 'chang-e-7'));
    const begin = async () => {
      const told = next(model.provider.onDidChangeTreeData);
      await typeInto(a);
      await told;
      return { rows: model.provider.getChildren() };
    };
    const first = await begin();
    const second = await begin();
    assert.deepEqual(
      calls.map(({ token }) => token?.isCancellationRequested),
      [true, false],
    );
    calls[1]?.go();
    await second.rows;
    assert.deepEqual(steps(uriOf(a)), [28]);
    calls[0]?.go();
    await first.rows;
    assert.deepEqual(steps(uriOf(a)), [28]);
    model.dispose();
  });
});
