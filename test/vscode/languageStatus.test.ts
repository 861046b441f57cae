import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpora } from '../../src/vscode/corpora';
import { SourceStatus } from '../../src/vscode/features/languageStatus';
import { closeAll, rangeOf, restore, show, uriOf } from './workspace';

describe('The language status', () => {
  const source = 'seeds/sections.txt';
  const corpora = new Corpora();
  let status: SourceStatus;

  before(() => {
    status = new SourceStatus(corpora, 'glossator.test');
  });
  after(async () => {
    status.dispose();
    corpora.dispose();
    await closeAll();
  });

  it('counts the mentions of a source, and leads to its annotations', async () => {
    await show(source);
    await status.refresh();
    assert.equal(status.item.text, '4 mentions, 1 claim');
    assert.equal(status.item.detail, '');
    assert.equal(status.item.severity, vscode.LanguageStatusSeverity.Information);
    assert.equal(status.item.busy, false);
    assert.equal(status.item.command?.title, 'Open Annotations');
    assert.deepEqual(status.item.command.arguments?.map(String), [
      uriOf('annotations/sections.yaml').toString(),
    ]);
  });

  it('says the same of the annotations, and leads back', async () => {
    await show('annotations/sections.yaml');
    await status.refresh();
    assert.equal(status.item.text, '4 mentions, 1 claim');
    assert.deepEqual(status.item.command?.arguments?.map(String), [uriOf(source).toString()]);
  });

  it('warns of what an edit has lost, and leads to the problems', async () => {
    const { document } = await show(source);
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, rangeOf(document, 'It is assumed that CNSA will sign.'));
    try {
      await vscode.workspace.applyEdit(edit);
      await status.refresh();
      assert.equal(status.item.detail, '1 lost');
      assert.equal(status.item.severity, vscode.LanguageStatusSeverity.Warning);
      assert.equal(status.item.command?.command, 'workbench.actions.view.problems');
      assert.equal(status.item.accessibilityInformation?.label, '4 mentions, 1 claim, 1 lost');
    } finally {
      await restore(source, before);
    }
  });

  it('is not there for files without a source', async () => {
    await show('annotations/entities/mission.yaml');
    await status.refresh();
    assert.deepEqual(status.item.selector, []);
    await show(source);
    await status.refresh();
    assert.notDeepEqual(status.item.selector, []);
  });
});
