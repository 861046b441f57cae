import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hashOf } from '../../src/core/hash';
import {
  type Followed,
  edit,
  followedText,
  removeFiles,
  stored,
  writeFollowed,
  writeStored,
} from './ownFiles';
import { open, show, when } from './workspace';

describe('Saving a source that was edited', () => {
  let files: Followed;

  beforeEach(async () => {
    files = await writeFollowed();
  });
  afterEach(() => removeFiles(files.source, files.yaml));

  /** Saves the source and waits until its annotations are saved too. */
  async function saved(): Promise<vscode.TextDocument> {
    const document = await open(files.source);
    const yaml = await open(files.yaml);
    const before = yaml.version;
    await document.save();
    await when(
      vscode.workspace.onDidSaveTextDocument,
      () => yaml.version > before && !yaml.isDirty,
    );
    return yaml;
  }

  it('changes the hash alone where the edit is far from all mentions', async () => {
    await show(files.source);
    await edit(files.source, 'nobody', 'nobody at all');
    const yaml = await saved();
    const text = followedText.replace('nobody', 'nobody at all');
    assert.equal(yaml.getText(), files.annotations(text));
    assert.equal(await stored(files.yaml), files.annotations(text));
  });

  it('stores anew the quotes whose words or context were edited, and no others', async () => {
    await show(files.source);
    await edit(files.source, 'memorandum', 'memo');
    await edit(files.source, 'pole', 'polar region');
    const yaml = await saved();
    const text = followedText.replace('memorandum', 'memo').replace('pole', 'polar region');
    assert.equal(
      yaml.getText(),
      files
        .annotations(text)
        .replace('"near the south pole of "', '"the south polar region of "')
        .replace('exact: a memorandum', 'exact: a memo'),
    );
  });

  it('is undone together with the edit, where that was made', async () => {
    const { document } = await show(files.source);
    await edit(files.source, 'memorandum', 'memo');
    const yaml = await saved();
    assert.match(yaml.getText(), /exact: a memo\n/);
    await show(files.source);
    await vscode.commands.executeCommand('undo');
    await when(
      vscode.workspace.onDidChangeTextDocument,
      () => document.getText() === followedText && yaml.getText() === files.annotations(),
    );
    await when(vscode.workspace.onDidSaveTextDocument, () => !yaml.isDirty);
    assert.equal(await stored(files.yaml), files.annotations());
    await document.save();
    assert.equal(yaml.getText(), files.annotations());
  });

  it('leaves what the edit took out, and reports it', async () => {
    await show(files.source);
    await edit(files.source, 'CNSA and ', '');
    const yaml = await saved();
    assert.match(yaml.getText(), /exact: CNSA\n {4}suffix: " and Roscosmos signed a"\n/);
    assert.match(yaml.getText(), /exact: a memorandum\n {4}prefix: "Roscosmos signed "\n/);
    const codes = () => vscode.languages.getDiagnostics(yaml.uri).map(({ code }) => code);
    await when(vscode.languages.onDidChangeDiagnostics, () => codes().includes('anchor-lost'));
  });

  it('does nothing where the user wants it so, nor where the YAML has errors', async () => {
    const settings = vscode.workspace.getConfiguration('glossator');
    const { document } = await show(files.source);
    const untouched = async (newText: string) => {
      await edit(files.source, document.getText().slice(-10), `${newText}\n`);
      await document.save();
      // What would follow the save follows in order: the next save is behind it.
      await open(files.yaml);
    };
    await settings.update('updateOnSave', false, vscode.ConfigurationTarget.Workspace);
    try {
      await untouched('one');
      assert.equal((await open(files.yaml)).getText(), files.annotations());
    } finally {
      await settings.update('updateOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
    const broken = `${files.annotations()}broken: [\n`;
    await edit(files.yaml, files.annotations(), broken);
    await (await open(files.yaml)).save();
    await untouched('two');
    assert.equal(await stored(files.yaml), broken);
  });

  it('stores nothing of what another program did to the source', async () => {
    const { document } = await show(files.source);
    const changed = followedText.replace('memorandum', 'memorandun');
    const read = when(vscode.workspace.onDidChangeTextDocument, () => {
      return document.getText() === changed;
    });
    await writeStored(files.source, changed);
    await read;
    await edit(files.source, 'nobody', 'somebody');
    await edit(files.source, 'near the', 'close to the');
    const yaml = await saved();
    assert.equal(
      yaml.getText(),
      files.annotations().replace('"near the south', '"close to the south'),
    );
    assert(!yaml.getText().includes(hashOf(document.getText())));
  });
});
