/** What the views show and do, through the editor's own interface; the window test uses them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { entityTypes } from '../../src/core';
import { Corpora, type CorpusFolder } from '../../src/vscode/corpora';
import { yearNodes } from '../../src/vscode/views/chronologyNodes';
import { disagreementNodes } from '../../src/vscode/views/disagreementNodes';
import { typeNodes } from '../../src/vscode/views/entityNodes';
import { mentionContent } from '../../src/vscode/views/mentionResult';
import { relationContent } from '../../src/vscode/views/relationResult';
import { Result } from '../../src/vscode/views/symbolTree';
import type { ViewNode } from '../../src/vscode/views/viewNode';
import { find } from './viewRows';
import { closeAll, open, pathOf, rangeOf, restore, show, when } from './workspace';

let corpora: Corpora;
let folder: CorpusFolder;

/** Rows as a reader sees them, with those below. */
async function rows(nodes: readonly ViewNode[], depth: number): Promise<unknown[]> {
  return Promise.all(
    nodes.map(async (node) => {
      const { label, description } = node.item();
      const text = typeof label === 'string' ? label : (label?.label ?? '');
      const shown = [text, description].filter(Boolean).join(' | ');
      if (depth === 0 || !node.children) return shown;
      return [shown, await rows(await node.children(node), depth - 1)];
    }),
  );
}

const types = async () => typeNodes(folder, undefined, await entityTypes(folder.corpus));
const mission = async () => find(await types(), 'Mission', "Chang'e 7");

describe('The views', () => {
  before(() => {
    corpora = new Corpora();
    const [only] = corpora.all();
    assert(only);
    folder = only;
  });
  after(() => {
    corpora.dispose();
  });
  afterEach(closeAll);

  it('have every entity under its type, with claims and with mentions in their sentences', async () => {
    const all = await types();
    assert.deepEqual(await rows(all, 0), [
      'Mission | 1',
      'Agreement | 1',
      'Organization | 1',
      'Person | 1',
      'Place | 1',
    ]);
    const pact = await find(all, 'Agreement', 'Memorandum of 2021');
    assert.deepEqual(await rows([pact], 4), [
      [
        'Memorandum of 2021 | 2',
        [
          [
            'Claims | 2',
            [
              'signed on: 9 March 2021 | the sources disagree · a · “signed a memorandum on March 9, 2021”',
              'signed on: 10 March 2021 | the sources disagree · b · “signed on March 10”',
            ],
          ],
          [
            'Mentions | 2',
            [
              ['a | 1', ['… Roscosmos signed a memorandum on March 9, 2021. | 3']],
              ['b | 1', ['The memorandum was signed on March 10. | 2']],
            ],
          ],
        ],
      ],
    ]);
    const line = await find([pact], 'Memorandum of 2021', 'Mentions', 'a');
    const [row] = (await line.children?.(line)) ?? [];
    const label = row?.item().label;
    assert(typeof label === 'object');
    const [[start, end] = [0, 0]] = label.highlights ?? [];
    assert.equal(label.label.slice(start, end), 'a memorandum');
  });

  it('show records that share an id, as a copy does', async () => {
    const path = 'annotations/b.yaml';
    const text = (await open(path)).getText();
    const [mention] = / {2}- id: b1[^]*?(?= {2}- id)/.exec(text) ?? [];
    const [claim] = / {2}- id: b3[^]*/.exec(text) ?? [];
    assert(mention !== undefined && claim !== undefined);
    await restore(path, text.replace(mention, mention + mention).replace(claim, claim + claim));
    try {
      const ids = (nodes: readonly ViewNode[]) => new Set(nodes.map((one) => one.item().id)).size;
      const below = async (node: ViewNode) => (await node.children?.(node)) ?? [];
      const mentions = await below(await find([await mission()], "Chang'e 7", 'Mentions', 'b'));
      assert.deepEqual([mentions.length, ids(mentions)], [2, 2]);
      const claims = await find(await types(), 'Agreement', 'Memorandum of 2021', 'Claims');
      const [, value] = await below(claims);
      const quotes = value ? await below(value) : [];
      assert.deepEqual([quotes.length, ids(quotes)], [2, 2]);
      const [year] = await yearNodes(folder, undefined);
      const dates = year ? await below(year) : [];
      assert.deepEqual([dates.length, ids(dates)], [3, 3]);
    } finally {
      await restore(path, text);
    }
  });

  it('filter entities by any spelling', async () => {
    const left = await entityTypes(folder.corpus, 'change7');
    assert.deepEqual(await rows(typeNodes(folder, undefined, left, true), 1), [
      ['Mission | 1', ["Chang'e 7 | 2"]],
    ]);
  });

  it('say each row to a screen reader, and take no icon or link from a file', async () => {
    const all = await types();
    const place = await find(all, 'Place');
    const [hostile] = (await place.children?.(place)) ?? [];
    const item = hostile?.item();
    const said = item?.accessibilityInformation?.label ?? '';
    assert.match(said, /, mentions: 1$/);
    const { label } = item?.label as vscode.TreeItemLabel;
    const shown = [said, label, item?.tooltip as string];
    for (const text of shown) assert.doesNotMatch(text, /\]\(|\$\(/);
  });

  it('have all dates in order, with what they are at odds with', async () => {
    assert.deepEqual(await rows(await yearNodes(folder, undefined), 1), [
      [
        '2021 | 2',
        [
          '9 March 2021 ≠ 10 March 2021 (b) · Memorandum of 2021 | signed on · done · a',
          '10 March 2021 ≠ 9 March 2021 (a) · Memorandum of 2021 | signed on · done · b',
        ],
      ],
    ]);
  });

  it('have what the sources disagree on, and open both sides with their words', async () => {
    const kinds = await disagreementNodes(folder, undefined);
    assert.deepEqual(await rows(kinds, 2), [
      [
        'Contradictions | 1',
        [
          [
            'Memorandum of 2021: signed on | 9 March 2021 · 10 March 2021',
            [
              '9 March 2021 “signed a memorandum on March 9, 2021” | a',
              '10 March 2021 “signed on March 10” | b',
            ],
          ],
        ],
      ],
    ]);
    const node = await find(kinds, 'Contradictions', 'Memorandum of 2021: signed on');
    const { command, arguments: given = [] } = node.item().command ?? {};
    assert(command);
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    const editors = vscode.window.visibleTextEditors;
    await when(vscode.window.onDidChangeTextEditorSelection, () =>
      vscode.window.visibleTextEditors.every(({ selection }) => !selection.isEmpty),
    );
    assert.deepEqual(
      editors.map(({ document, selection, viewColumn }) => [
        pathOf(document.uri),
        document.getText(selection),
        viewColumn,
      ]),
      [
        ['seeds/a.txt', 'signed a memorandum on March 9, 2021', 1],
        ['seeds/b.txt', 'signed on March 10', 2],
      ],
    );
  });

  it('do nothing at the cursor of an editor for a key pressed where no row is selected', async () => {
    const editor = await show('seeds/b.txt');
    const { end } = rangeOf(editor.document, "Chang'e 7");
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand(
      'glossator.goToEntityDefinition',
      'glossator.disagreements',
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, editor.document.uri.path);
    await vscode.commands.executeCommand('glossator.goToEntityDefinition');
    assert.equal(pathOf(vscode.window.activeTextEditor.document.uri), 'seeds/a.txt');
  });

  it('lead from an entity to its definition and to its registry entry', async () => {
    const node = await mission();
    await vscode.commands.executeCommand('glossator.goToEntityDefinition', node);
    const source = vscode.window.activeTextEditor;
    assert(source);
    assert.equal(pathOf(source.document.uri), 'seeds/a.txt');
    assert.equal(source.document.getText(source.selection), 'Chang’e-7');
    await vscode.commands.executeCommand('glossator.goToRegistryEntry', node);
    const registry = vscode.window.activeTextEditor;
    assert(registry);
    assert.equal(pathOf(registry.document.uri), 'annotations/entities/mission.yaml');
    assert.equal(registry.document.getText(registry.selection), 'chang-e-7');
  });

  it('list mentions for the References view, with places to step through', async () => {
    const { uri } = (await show('seeds/a.txt')).document;
    const from = new vscode.Location(uri, new vscode.Position(0, 30));
    const make = () => mentionContent(folder, 'chang-e-7');
    const asked = { contextValue: 'test', title: 'Mentions', location: from, make };
    const model = await new Result(corpora, asked).resolve();
    assert(model);
    assert.equal(model.message, "Chang'e 7 · mentions: 2 · sources: 2");
    const first = model.navigation.nearest(uri, from.range.start);
    assert(first);
    const second = model.navigation.next(first);
    const place = (node: ViewNode) => {
      const found = model.navigation.location(node);
      return found && `${pathOf(found.uri)}:${found.range.start.line + 1}`;
    };
    assert.deepEqual([place(first), place(second)], ['seeds/a.txt:1', 'seeds/b.txt:1']);
    assert.equal(model.navigation.next(second).id, first.id);
    assert.equal(model.navigation.previous(first).id, second.id);
    assert.equal(model.highlights.getEditorHighlights(first, uri)?.length, 1);
    model.dispose();
  });

  it('list relations in both directions, onwards from each', async () => {
    const { roots } = await relationContent(folder, 'cnsa');
    assert.deepEqual(await rows(roots, 1), [
      [
        'Zhang Kejian: affiliation | sections',
        ['affiliation: China National Space Administration | sections'],
      ],
    ]);
  });
});
