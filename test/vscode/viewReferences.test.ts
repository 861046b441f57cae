/** What a row of a view becomes elsewhere: dragged, copied, inserted. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { entityTypes } from '../../src/core';
import { Corpora, type CorpusFolder } from '../../src/vscode/corpora';
import { ReferenceDrag } from '../../src/vscode/views/drag';
import { insertReferences } from '../../src/vscode/views/dropReference';
import { typeNodes } from '../../src/vscode/views/entityNodes';
import { referenceIn, referenceMime } from '../../src/vscode/views/reference';
import { referenceTo } from '../../src/vscode/views/referenceTo';
import type { ViewNode } from '../../src/vscode/views/viewNode';
import { find } from './viewRows';
import { closeAll, pathOf, rangeOf, show, uriOf } from './workspace';

describe('Rows of the views', () => {
  let corpora: Corpora;
  let folder: CorpusFolder;
  let types: readonly ViewNode[];
  let mission: ViewNode;

  before(async () => {
    corpora = new Corpora();
    const [only] = corpora.all();
    assert(only);
    folder = only;
    types = typeNodes(folder, undefined, await entityTypes(folder.corpus));
    mission = await find(types, 'Mission', "Chang'e 7");
  });
  after(() => {
    corpora.dispose();
  });
  afterEach(closeAll);

  it('are dragged as files and as references', async () => {
    const data = new vscode.DataTransfer();
    const token = new vscode.CancellationTokenSource().token;
    await new ReferenceDrag().handleDrag([mission], data, token);
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
      folder: folder.folder.uri.toString(),
    });
  });

  it('are copied in their words, without opening the source', async () => {
    const source = 'seeds/never opened.txt';
    const uri = uriOf(source);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('One.\nTwo\nwords.\n'));
    try {
      const selectors = [{ exact: 'Two\nwords', prefix: '', suffix: '' }];
      const place = { file: 'x.yaml', span: { start: 0, end: 0 }, values: new Map() };
      const citation = { source, record: { source, selectors, place } };
      const row = { ...mission, citation };
      await vscode.commands.executeCommand('glossator.copyReference', row);
      assert.equal(await vscode.env.clipboard.readText(), `“Two words” (${source}:2)`);
      assert.equal((await referenceTo(row))?.words, 'Two words');
      const opened = vscode.workspace.textDocuments.map((one) => pathOf(one.uri));
      assert(!opened.includes(source));
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('insert into a text what fits there', async () => {
    const editor = await show('annotations/a.yaml');
    const before = editor.document.getText();
    const at = rangeOf(editor.document, 'cnsa');
    editor.selection = new vscode.Selection(at.start, at.end);
    await vscode.commands.executeCommand('glossator.insertReference', mission);
    assert.equal(editor.document.getText(), before.replace('cnsa', 'chang-e-7'));
    await vscode.commands.executeCommand('workbench.action.files.revert');

    const text = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    await vscode.window.showTextDocument(text);
    await vscode.commands.executeCommand('glossator.insertReference', mission);
    assert.equal(text.getText(), "Chang'e 7");
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('insert no relative link to another corpus, however alike its folder is named', async () => {
    const notes = uriOf('notes.md');
    await vscode.workspace.fs.writeFile(notes, new Uint8Array());
    try {
      const document = await vscode.workspace.openTextDocument(notes);
      const insert = async (corpus: string) => {
        await vscode.window.showTextDocument(document);
        const one = { words: 'words', path: 'seeds/a.txt', line: 1, folder: corpus };
        await insertReferences([{ ...one, uri: `${corpus}/seeds/a.txt#L1` }]);
        const text = document.getText();
        await vscode.commands.executeCommand('workbench.action.files.revert');
        return text;
      };
      const own = folder.folder.uri.toString();
      assert.equal(await insert(own), '[words](seeds/a.txt#L1)');
      assert.equal(await insert(`${own}b`), `[words](${own}b/seeds/a.txt#L1)`);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(notes);
    }
  });
});

describe('referenceIn', () => {
  const entity = {
    words: 'A [b](c) `d`',
    id: 'b',
    path: 'annotations/entities/x y.yaml',
    line: 3,
    folder: 'file:///w',
  };
  const passage = {
    words: 'some words',
    path: 'seeds/a.txt',
    line: 2,
    uri: 'file:///w/seeds/a.txt',
    folder: 'file:///w',
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
