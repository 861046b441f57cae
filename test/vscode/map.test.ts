import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpora } from '../../src/vscode/corpora';
import { detailsOf } from '../../src/vscode/map/details';
import { openClaim, openEntity, openEntry, openSpan } from '../../src/vscode/map/openPlaces';
import { writeSvg } from '../../src/vscode/map/saveSvg';
import { closeAll, pathOf, restore, show, uriOf, when } from './workspace';

describe('The map', () => {
  const corpora = new Corpora();
  const column = vscode.ViewColumn.Active;
  const [folder] = corpora.all();
  assert(folder, 'no workspace is open');

  afterEach(closeAll);
  after(() => {
    corpora.dispose();
  });

  function selected(): readonly [string, string] | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && [pathOf(editor.document.uri), editor.document.getText(editor.selection)];
  }

  it('opens in a tab of its own, and only once', async () => {
    await show('seeds/a.txt');
    await vscode.commands.executeCommand('glossator.openMap');
    await show('seeds/b.txt');
    await vscode.commands.executeCommand('glossator.openMap');
    const maps = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview)
        .filter(({ input }) =>
          (input as vscode.TabInputWebview).viewType.endsWith('glossator.map'),
        );
    await when(vscode.window.tabGroups.onDidChangeTabs, () => maps()[0]?.isActive === true);
    assert.deepEqual(
      maps().map(({ label }) => label),
      ['Map'],
    );
  });

  it('leads to the passage that introduces an entity, or to its first mention', async () => {
    await openEntity(folder, 'chang-e-7', column);
    assert.deepEqual(selected(), ['seeds/a.txt', 'Chang’e-7']);
    await openEntity(folder, 'mou-2021', column);
    assert.deepEqual(selected(), ['seeds/a.txt', 'a memorandum']);
  });

  it('leads to the words of a claim and to the registry', async () => {
    await openClaim(folder, 'seeds/b.txt', 'b3', column);
    assert.deepEqual(selected(), ['seeds/b.txt', 'signed on March 10']);
    await openEntry(folder, 'mou-2021', column);
    assert.deepEqual(selected(), ['annotations/entities/agreement.yaml', 'mou-2021']);
  });

  it('opens nothing but sources of the corpus', async () => {
    const span = { start: 0, end: 3 };
    assert.equal(await openSpan(folder, 'annotations/a.yaml', span, column), undefined);
    assert.equal(await openSpan(folder, '../secret.txt', span, column), undefined);
    assert.equal(await openSpan(folder, 'seeds/a.txt', { start: 0, end: 1e6 }, column), undefined);
    await openClaim(folder, 'seeds/a.txt', 'nothing', column);
    await openEntity(folder, 'nobody', column);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('tells all that the sources say of an entity, with the places of their words', async () => {
    const details = await detailsOf(folder.corpus, 'mou-2021');
    assert.deepEqual(
      details?.properties.map(({ label, contradicted, claims }) => {
        return [
          label,
          contradicted,
          claims.map(({ value, label: source, line }) => [value, source, line]),
        ];
      }),
      [
        [
          'signed on',
          true,
          [
            ['9 March 2021', 'a', 3],
            ['10 March 2021', 'b', 2],
          ],
        ],
      ],
    );
    assert.equal(await detailsOf(folder.corpus, 'nobody'), undefined);
  });

  it('leads to the words where they stand when they are asked for', async () => {
    const path = 'seeds/b.txt';
    const editor = await show(path);
    const text = editor.document.getText();
    const details = await detailsOf(folder.corpus, 'mou-2021');
    const claims = details?.properties.flatMap((property) => property.claims) ?? [];
    const open = claims.find(({ source }) => source === path)?.open;
    assert.deepEqual(open, { kind: 'openClaim', source: path, claim: 'b3' });
    try {
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), 'A paragraph that was not there before.\n\n');
      });
      await openClaim(folder, path, 'b3', column);
      assert.deepEqual(selected(), [path, 'signed on March 10']);
      const after = await detailsOf(folder.corpus, 'mou-2021');
      const lines = after?.properties.flatMap(({ claims: own }) => own.map(({ line }) => line));
      assert.deepEqual(lines, [3, 4]);
    } finally {
      await restore(path, text);
    }
  });

  it('leads to the words of a claim that a second file of the source states', async () => {
    const path = 'annotations/second.yaml';
    const claim = 'z1, subject: mou-2021, property: status, value: signed, exact: signed on March';
    const yaml = `source: seeds/b.txt\nclaims:\n  - {id: ${claim}}\n`;
    await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(yaml));
    folder.corpus.rescan();
    folder.corpus.changed(path);
    try {
      await openClaim(folder, 'seeds/b.txt', 'z1', column);
      assert.deepEqual(selected(), ['seeds/b.txt', 'signed on March']);
    } finally {
      // An open buffer would outlive the file.
      await closeAll();
      await when(vscode.workspace.onDidCloseTextDocument, () => !isOpen(path));
      await vscode.workspace.fs.delete(uriOf(path));
      folder.corpus.rescan();
      folder.corpus.changed(path);
    }
  });

  it('has no card for whom nobody waits any more', async () => {
    const gone = { isCancellationRequested: true };
    assert.equal(await detailsOf(folder.corpus, 'mou-2021', gone), undefined);
  });

  it('says why a picture cannot be written', async () => {
    const refusal = await writeSvg(vscode.Uri.parse('nowhere:/map.svg'), '<svg/>');
    assert.match(refusal ?? '', /^The map cannot be written to .*map\.svg; choose another place\./);
  });
});

function isOpen(path: string): boolean {
  const uri = uriOf(path).toString();
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
}
