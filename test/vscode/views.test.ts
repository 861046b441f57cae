/** What the views show and do, through the editor's own interface; the window test uses them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { entityTypes } from '../../src/core';
import { Corpora, type CorpusFolder } from '../../src/vscode/corpora';
import { yearNodes } from '../../src/vscode/views/chronologyNodes';
import { disagreementNodes } from '../../src/vscode/views/disagreementNodes';
import { ReferenceDrag } from '../../src/vscode/views/drag';
import { typeNodes } from '../../src/vscode/views/entityNodes';
import { mentionContent } from '../../src/vscode/views/mentionResult';
import { referenceIn, referenceMime } from '../../src/vscode/views/reference';
import { relationContent } from '../../src/vscode/views/relationResult';
import { Result } from '../../src/vscode/views/symbolTree';
import type { ViewNode } from '../../src/vscode/views/viewNode';
import { closeAll, pathOf, rangeOf, show, uriOf, when } from './workspace';

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

async function find(nodes: readonly ViewNode[], ...path: string[]): Promise<ViewNode> {
  const [first, ...others] = path;
  const node = nodes.find((one) => {
    const { label } = one.item();
    return (typeof label === 'string' ? label : label?.label) === first;
  });
  assert(node, `no row ${String(first)}`);
  return others.length === 0 ? node : find((await node.children?.(node)) ?? [], ...others);
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
    const model = await new Result(corpora, 'test', 'Mentions', from, make).resolve();
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

  it('are dragged as files and as references', async () => {
    const data = new vscode.DataTransfer();
    const token = new vscode.CancellationTokenSource().token;
    await new ReferenceDrag().handleDrag([await mission()], data, token);
    const uris = await data.get('text/uri-list')?.asString();
    const entry = uriOf('annotations/entities/mission.yaml').with({ fragment: 'L1,1' });
    assert.equal(uris, entry.toString());
    const [reference] = JSON.parse(
      (await data.get(referenceMime)?.asString()) ?? '[]',
    ) as unknown[];
    assert.deepEqual(reference, {
      words: "Chang'e 7",
      id: 'chang-e-7',
      path: 'annotations/entities/mission.yaml',
      line: 1,
      uri: entry.toString(),
    });
  });

  it('insert into a text what fits there', async () => {
    const node = await mission();
    const editor = await show('annotations/a.yaml');
    const before = editor.document.getText();
    const at = rangeOf(editor.document, 'cnsa');
    editor.selection = new vscode.Selection(at.start, at.end);
    await vscode.commands.executeCommand('glossator.insertReference', node);
    assert.equal(editor.document.getText(), before.replace('cnsa', 'chang-e-7'));
    await vscode.commands.executeCommand('workbench.action.files.revert');

    const text = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    await vscode.window.showTextDocument(text);
    await vscode.commands.executeCommand('glossator.insertReference', node);
    assert.equal(text.getText(), "Chang'e 7");
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('referenceIn', () => {
  const entity = { words: 'A [b](c) `d`', id: 'b', path: 'annotations/entities/x y.yaml', line: 3 };
  const passage = {
    words: 'some words',
    path: 'seeds/a.txt',
    line: 2,
    uri: 'file:///w/seeds/a.txt',
  };

  it('is a relative link in Markdown, whose text is text', () => {
    assert.equal(
      referenceIn('markdown', { ...entity, uri: 'file:///x' }, 'docs/notes/n.md'),
      'A [b](c) `d`'.replace(/[[\]`]/g, '\\$&').replace(/^/, '[') +
        '](../../annotations/entities/x%20y.yaml#L3)',
    );
    assert.equal(referenceIn('markdown', passage, 'seeds/n.md'), '[some words](a.txt#L2)');
    assert.equal(
      referenceIn('markdown', passage, undefined),
      '[some words](file:///w/seeds/a.txt)',
    );
  });

  it('is an id or a quote elsewhere', () => {
    assert.equal(referenceIn('annotations', { ...entity, uri: '' }, 'annotations/a.yaml'), 'b');
    assert.equal(referenceIn('annotations', passage, 'annotations/a.yaml'), '"some words"');
    assert.equal(referenceIn('other', passage, 'x.txt'), '“some words” (seeds/a.txt:2)');
  });
});
