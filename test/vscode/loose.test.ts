import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpora, type CorpusFolder } from '../../src/vscode/corpora';
import { type LooseNode, looseNodes } from '../../src/vscode/views/looseNodes';
import {
  type Followed,
  edit,
  followedText,
  removeFiles,
  writeFollowed,
  writeStored,
} from './ownFiles';
import { open, rangeOf, show, uriOf, when } from './workspace';

/** Two lines of a source that change places. */
const swapped = (text: string) => {
  const [first = '', second = '', ...others] = text.split('\n\n');
  return [second, ...others.map((one) => one.trimEnd()), first, ''].join('\n\n');
};

/** One mention is lost, and another changed. */
const loosened = followedText
  .replace(/The station.*\n/, 'Nobody knows where.\n')
  .replace('memorandum', 'memorandun');

describe('Loose annotations', () => {
  let corpora: Corpora;
  let folder: CorpusFolder;
  let files: Followed;

  before(() => {
    corpora = new Corpora();
    const [only] = corpora.all();
    assert(only);
    folder = only;
  });
  beforeEach(async () => {
    files = await writeFollowed();
  });
  afterEach(() => removeFiles(files.source, files.yaml));
  after(() => {
    corpora.dispose();
  });

  /** The rows of the source, with those below them. */
  async function rows(): Promise<{ source: LooseNode; records: LooseNode[] } | undefined> {
    const all = await looseNodes(folder, undefined);
    const source = all.find(({ loose }) => loose.source === files.source);
    const records = (await source?.children?.(source)) ?? [];
    return source && { source, records: records as LooseNode[] };
  }

  /** As another program changes the source. */
  async function changeOutside(text: string): Promise<void> {
    await writeStored(files.source, text);
    folder.corpus.changed(files.source);
    folder.corpus.rescan();
  }

  function shown(node: LooseNode): string {
    const { label, description, contextValue } = node.item();
    const text = typeof label === 'object' ? label.label : (label ?? '');
    return `${text} | ${String(description)} | ${contextValue ?? ''}`;
  }

  it('are listed by source, with their words, what became of them and what can be done', async () => {
    assert.equal(await rows(), undefined);
    await changeOutside(loosened);
    const found = await rows();
    assert(found);
    assert.equal(found.source.item().description, '1 lost, 1 changed');
    assert.deepEqual(found.records.map(shown), [
      '… Roscosmos signed a memorandum on a research station. | changed · Memorandum of 2021 | loose changed passage accept removable',
      '… the south pole of the Moon. | lost · China National Space Administration | loose lost passage removable',
    ]);
    const [, lost] = found.records.map((node) => node.item());
    assert(lost);
    assert.equal(
      lost.accessibilityInformation?.label,
      'lost, … the south pole of the Moon., China National Space Administration',
    );
    assert.equal(String(lost.command?.arguments?.[0]), uriOf(files.source).toString());
  });

  it('are placed at the words selected, in one step', async () => {
    await changeOutside(loosened);
    const found = await rows();
    const [, lost] = found?.records ?? [];
    assert(lost);
    const { document } = await show(files.source);
    await when(vscode.workspace.onDidChangeTextDocument, () => document.getText() === loosened);
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    const range = rangeOf(document, 'Nobody');
    editor.selection = new vscode.Selection(range.start, range.end);
    await vscode.commands.executeCommand('glossator.placeHere', lost);
    const yaml = await open(files.yaml);
    assert.match(yaml.getText(), /exact: Nobody\n {4}suffix: " knows where."\n/);
    assert.equal(yaml.isDirty, false);
    await vscode.commands.executeCommand('undo');
    assert.equal(yaml.getText(), files.annotations());
    await when(vscode.workspace.onDidSaveTextDocument, () => !yaml.isDirty);
  });

  it('are accepted where they moved to, all of a source at once', async () => {
    await changeOutside(swapped(followedText).replace('memorandum', 'memorandun'));
    const found = await rows();
    assert(found);
    await vscode.commands.executeCommand('glossator.acceptAllPlaces', found.source);
    const yaml = await open(files.yaml);
    assert.match(yaml.getText(), /exact: a memorandun\n/);
    assert.equal(await rows(), undefined);
  });

  it('are accepted, from the palette, in the source that is open and in no other', async () => {
    const kept = files.annotations();
    const other = await writeFollowed();
    try {
      const moved = swapped(followedText).replace('memorandum', 'memorandun');
      await writeStored(other.source, moved);
      await changeOutside(moved);
      await show(other.source);
      // The extension hears of the files when it hears of them.
      const isReported = () => vscode.languages.getDiagnostics(uriOf(other.yaml)).length > 0;
      await when(vscode.languages.onDidChangeDiagnostics, isReported);
      await vscode.commands.executeCommand('glossator.acceptAllPlaces');
      assert.match((await open(other.yaml)).getText(), /exact: a memorandun\n/);
      assert.equal((await open(files.yaml)).getText(), kept);
    } finally {
      await removeFiles(other.source, other.yaml);
    }
  });

  it('are deleted in several sources in one step; rows of sources stand for nothing', async () => {
    const other = await writeFollowed();
    try {
      await writeStored(other.source, 'Something else altogether.\n');
      folder.corpus.changed(other.source);
      await changeOutside('Something else altogether.\n');
      const sources = await looseNodes(folder, undefined);
      const own = sources.filter(({ loose }) =>
        [files.source, other.source].includes(loose.source),
      );
      assert.equal(own.length, 2);
      const firsts: LooseNode[] = [];
      for (const one of own)
        firsts.push(...((await one.children?.(one)) as LooseNode[]).slice(0, 1));
      await vscode.commands.executeCommand('glossator.removeLoose', own[0], own);
      const texts = [await open(files.yaml), await open(other.yaml)];
      const counts = () => texts.map((one) => one.getText().match(/- id/g)?.length);
      assert.deepEqual(counts(), [3, 3]);
      await vscode.commands.executeCommand('glossator.removeLoose', own[0], [...own, ...firsts]);
      assert.deepEqual(counts(), [2, 2]);
      await show(files.yaml);
      await vscode.commands.executeCommand('undo');
      assert.deepEqual(counts(), [3, 3]);
      await when(vscode.workspace.onDidSaveTextDocument, () => !texts.some((one) => one.isDirty));
    } finally {
      await removeFiles(other.source, other.yaml);
    }
  });

  it('are deleted, several in one step', async () => {
    await changeOutside('Something else altogether.\n');
    const found = await rows();
    assert.equal(found?.records.length, 3);
    const [first, second] = found.records;
    await vscode.commands.executeCommand('glossator.removeLoose', first, [first, second]);
    const yaml = await open(files.yaml);
    assert.equal(yaml.getText().match(/- id/g)?.length, 1);
    assert.equal((await rows())?.records.length, 1);
    await show(files.yaml);
    await vscode.commands.executeCommand('undo');
    assert.equal(yaml.getText(), files.annotations());
    await when(vscode.workspace.onDidSaveTextDocument, () => !yaml.isDirty);
  });

  it('come and go with edits of the source', async () => {
    await show(files.source);
    folder.corpus.rescan();
    assert.equal(await rows(), undefined);
    const reported = () =>
      vscode.languages.getDiagnostics(uriOf(files.yaml)).map(({ code }) => code);
    await edit(files.source, 'CNSA', '');
    await when(vscode.languages.onDidChangeDiagnostics, () => reported().includes('anchor-lost'));
    assert.deepEqual(
      (await rows())?.records.map((one) => one.record?.looseness),
      ['lost'],
    );
    await vscode.commands.executeCommand('undo');
    await when(vscode.languages.onDidChangeDiagnostics, () => reported().length === 0);
    assert.equal(await rows(), undefined);
  });

  it('stay as they were followed whatever is heard late of the file of an open source', async () => {
    await show(files.source);
    const doubtful = async () => {
      const resolved = await folder.corpus.source(files.source);
      return resolved?.doubtful.map(({ record, status }) => [record.id, status]);
    };
    assert.deepEqual(await doubtful(), []);
    await edit(files.source, 'CNSA', '');
    const followed = await doubtful();
    assert.equal(followed?.length, 1);
    const heard = new Promise<void>((resolve) => {
      corpora.onDidChange(({ file }) => {
        if (!file) resolve();
      });
    });
    await vscode.workspace.fs.delete(uriOf(files.source));
    await heard;
    assert.deepEqual(await doubtful(), followed);
    await writeStored(files.source, followedText);
    const document = await open(files.source);
    await vscode.commands.executeCommand('undo');
    await when(vscode.workspace.onDidChangeTextDocument, () => document.getText() === followedText);
  });
});
