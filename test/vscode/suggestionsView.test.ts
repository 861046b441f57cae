/** The list of what may be annotated: its rows, and what is decided of several at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpora, type CorpusFolder } from '../../src/vscode/corpora';
import { findAll } from '../../src/vscode/suggestions/finder';
import {
  type Grouping,
  type SuggestionNode,
  isSuggestionNode,
  suggestionNodes,
} from '../../src/vscode/suggestions/nodes';
import { labelsOf } from '../../src/vscode/views/viewNode';
import { closeAll, open, pathOf, restore, show, when } from './workspace';

const touched = [
  'annotations/a.yaml',
  'annotations/b.yaml',
  'annotations/entities/place.yaml',
  'annotations/entities/organization.yaml',
];

let corpora: Corpora;
let folder: CorpusFolder;
const token = new vscode.CancellationTokenSource().token;

async function roots(grouping: Grouping, ...checked: string[]): Promise<SuggestionNode[]> {
  const all = await findAll(folder, () => true, token);
  assert(all);
  const ours = all.filter(({ suggestions }) => /\/[ab]\.txt$/.test(suggestions.path));
  const registry = await folder.corpus.registry();
  const labelOf = await labelsOf(folder);
  const isChecked = (_: CorpusFolder, { suggestions, suggestion }: (typeof ours)[0]) =>
    checked.includes(suggestions.wordsOf(suggestion));
  return suggestionNodes({ folder, registry, labelOf, grouping, isChecked }, undefined, ours);
}

async function below(node: SuggestionNode): Promise<SuggestionNode[]> {
  return ((await node.children?.(node)) ?? []).filter(isSuggestionNode);
}

/** A row as a reader sees it; with `+` before it where it is checked. */
function shown(node: SuggestionNode): string {
  const { label, description, checkboxState } = node.item();
  const text = typeof label === 'string' ? label : (label?.label ?? '');
  const state = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
  const mark = state === vscode.TreeItemCheckboxState.Checked ? '+ ' : '';
  return `${mark}${[text, description].filter(Boolean).join(' | ')}`;
}

async function rows(nodes: readonly SuggestionNode[]): Promise<[string, string[]][]> {
  return Promise.all(
    nodes.map(async (node) => [shown(node), (await below(node)).map(shown)] as [string, string[]]),
  );
}

describe('The list of suggestions', () => {
  const texts = new Map<string, string>();

  before(async () => {
    corpora = new Corpora();
    const [only] = corpora.all();
    assert(only);
    folder = only;
    for (const path of touched) texts.set(path, (await open(path)).getText());
  });
  after(() => {
    corpora.dispose();
  });
  afterEach(async () => {
    for (const [path, text] of texts) await restore(path, text);
    await closeAll();
  });

  it('has all of each source, with what the words may mean', async () => {
    assert.deepEqual(await rows(await roots('source', 'China')), [
      [
        'a | 3',
        [
          '+ China | new: Place · sure',
          'Roscosmos | new: Organization · likely',
          'March 9, 2021 | 2021-03-09 (new: Date) · sure',
        ],
      ],
      ['b | 2', ['+ China | new: Place · sure', 'March 10 | new: Date · sure']],
    ]);
  });

  it('has all of each entity in their sentences, the most frequent first', async () => {
    const all = await roots('entity', 'China');
    const [china] = all;
    assert(china);
    assert.deepEqual(await rows([china]), [
      [
        '+ China | new: Place · 2',
        [
          '+ China plans to launch the Chang’e-7 probe first. | a:1 · sure',
          "+ China's Chang'e 7 mission carries a detector. | b:1 · sure",
        ],
      ],
    ]);
    const [place] = await below(china);
    assert(place);
    const item = place.item();
    assert(item.command);
    assert.equal(item.command.command, 'vscode.open');
    const [uri, options] = (item.command.arguments ?? []) as [
      vscode.Uri,
      { selection: vscode.Range },
    ];
    assert.equal(pathOf(uri), 'seeds/a.txt');
    assert.deepEqual(options.selection, new vscode.Range(0, 0, 0, 5));
    assert.equal(
      item.accessibilityInformation?.label,
      'China, new: Place, sure, China plans to launch the Chang’e-7 probe first., a:1',
    );
  });

  it('annotates all of a new name in all sources as one step, with one entity', async () => {
    const { document } = await show('seeds/a.txt');
    const [china] = await roots('entity');
    await vscode.commands.executeCommand('glossator.acceptSuggestion', china);
    const documents = await Promise.all(touched.map(open));
    const written = documents.map((one) => one.getText());
    assert.equal(written[2]?.match(/^china:$/gm)?.length, 1);
    for (const text of written.slice(0, 2)) assert.match(text, /entity: china\n {4}exact: China\n/);
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    await when(vscode.workspace.onDidChangeTextDocument, () =>
      documents.every((one, at) => one.getText() === texts.get(touched[at] ?? '')),
    );
  });

  it('rejects a name in all sources as one record each', async () => {
    const [china] = await roots('entity');
    await vscode.commands.executeCommand('glossator.rejectSuggestionInSource', china);
    for (const path of touched.slice(0, 2)) {
      const text = (await open(path)).getText();
      assert(text.endsWith('rejected:\n  - scope: source\n    exact: China\n'), text);
    }
    assert.equal(
      (await roots('entity')).some((node) => shown(node).startsWith('China')),
      false,
    );
  });

  it('annotates all rows that are selected, each place once', async () => {
    const all = await roots('source');
    const [first] = all;
    assert(first);
    const [china, roscosmos] = await below(first);
    const selected = [china, roscosmos, china];
    await vscode.commands.executeCommand('glossator.acceptSuggestion', china, selected);
    const text = (await open('annotations/a.yaml')).getText();
    assert.match(text, /entity: china[^]*entity: roscosmos/);
    assert.equal(text.match(/entity: china/g)?.length, 1);
    assert.doesNotMatch((await open('annotations/b.yaml')).getText(), /entity: china\n/);
  });

  it('comes to an end when nobody waits for it', async () => {
    const cancelled = new vscode.CancellationTokenSource();
    const found = findAll(folder, () => true, cancelled.token);
    cancelled.cancel();
    assert.equal(await found, undefined);
  });
});
