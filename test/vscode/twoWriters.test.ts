import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FileChange } from '../../src/core';
import { Corpora, type CorpusFolder } from '../../src/vscode/corpora';
import { applyChanges } from '../../src/vscode/commands/applyChanges';
import { refactor } from '../../src/vscode/refactor/run';
import { type Followed, edit, removeFiles, stored, writeFollowed, writeStored } from './ownFiles';
import { open, rangeOf, show, uriOf, when } from './workspace';

describe('Two writers of one file', () => {
  let files: Followed;
  let folder: CorpusFolder;
  let corpora: Corpora;

  beforeEach(async () => {
    files = await writeFollowed();
    corpora = new Corpora();
    const [only] = corpora.all();
    assert(only);
    folder = only;
  });
  afterEach(async () => {
    corpora.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
    const yaml = await open(files.yaml);
    if (yaml.isDirty) {
      await vscode.window.showTextDocument(yaml);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await removeFiles(files.source, files.yaml);
  });

  async function annotate(words: string): Promise<void> {
    const { document } = await show(files.source);
    const { start, end } = rangeOf(document, words);
    assert(vscode.window.activeTextEditor);
    vscode.window.activeTextEditor.selection = new vscode.Selection(start, end);
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
  }

  it('keep both: the decision in the editor, the other program’s text on the disk', async () => {
    const yaml = await open(files.yaml);
    await edit(files.yaml, '# Kept as it is.', '# Mine.');
    const theirs = `# Theirs.\n${files.annotations()}`;
    await writeStored(files.yaml, theirs);
    await annotate('Roscosmos');
    assert.match(yaml.getText(), /^# Mine\.\n/);
    assert.match(yaml.getText(), /exact: Roscosmos\n/);
    assert.equal(yaml.isDirty, true);
    assert.equal(await stored(files.yaml), theirs);
    await show(files.source);
    await vscode.commands.executeCommand('undo');
    assert.equal(yaml.getText(), files.annotations().replace('# Kept as it is.', '# Mine.'));
    assert.equal(await stored(files.yaml), theirs);
  });

  it('a save does not overwrite what another program wrote', async () => {
    const yaml = await open(files.yaml);
    await vscode.window.showTextDocument(yaml);
    await edit(files.yaml, '# Kept as it is.', '# Mine.');
    const theirs = `# Theirs.\n${files.annotations()}`;
    await writeStored(files.yaml, theirs);
    await edit(files.source, 'memorandum', 'memo');
    await (await open(files.source)).save();
    // The file is somebody's to save; what the edit did to its quotes is in the editor.
    await when(vscode.workspace.onDidChangeTextDocument, () =>
      yaml.getText().includes('exact: a memo\n'),
    );
    assert.match(yaml.getText(), /^# Mine\.\n/);
    assert.equal(yaml.isDirty, true);
    assert.equal(await stored(files.yaml), theirs);
  });

  const decisions = {
    decision: (...changes: FileChange[]) => applyChanges(folder, changes, uriOf(files.source)),
    refactoring: (...changes: FileChange[]) =>
      refactor({ folder, from: uriOf(files.source) }, () =>
        Promise.resolve({ label: 'Decide', notes: [], changes }),
      ),
  };
  for (const [kind, decide] of Object.entries(decisions)) {
    it(`a ${kind} on a text that has been replaced meanwhile is refused`, async () => {
      const yaml = await open(files.yaml);
      const theirs = `# Theirs.\n${files.annotations()}`;
      const before = yaml.getText();
      const read = when(vscode.workspace.onDidChangeTextDocument, () => yaml.getText() === theirs);
      await writeStored(files.yaml, theirs);
      await assert.rejects(
        decide({ path: files.yaml, before, after: `${before}# Decided.\n` }),
        /has changed meanwhile; nothing was written/,
      );
      await read;
      assert.equal(await stored(files.yaml), theirs);
      assert.equal(yaml.isDirty, false);
    });
  }

  for (const [kind, decide] of Object.entries(decisions)) {
    it(`a ${kind} that is refused leaves no new file behind`, async () => {
      const path = 'annotations/entities/made.yaml';
      const made = { path, before: undefined, after: 'made:\n  name: Made\n' };
      const change = { path: files.yaml, before: '# Another.\n', after: '# Decided.\n' };
      await assert.rejects(decide(made, change), /has changed meanwhile; nothing was written/);
      await assert.rejects(stored(path));
    });
  }

  it('a file that another program has just made is not made anew', async () => {
    const change = {
      path: files.yaml,
      before: undefined,
      initial: 'source: x\n',
      after: 'source: x\n',
    };
    await assert.rejects(
      applyChanges(folder, [change], uriOf(files.source)),
      /has changed meanwhile/,
    );
    assert.equal(await stored(files.yaml), files.annotations());
  });

  it('an annotation is added to what another program wrote, once that is read', async () => {
    const yaml = await open(files.yaml);
    const theirs = `# Theirs.\n${files.annotations()}`;
    const read = when(vscode.workspace.onDidChangeTextDocument, () => yaml.getText() === theirs);
    await writeStored(files.yaml, theirs);
    await read;
    await annotate('Roscosmos');
    assert.match(await stored(files.yaml), /^# Theirs\.\n/);
    assert.match(await stored(files.yaml), /exact: Roscosmos\n/);
  });
});
