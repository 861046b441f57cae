import * as vscode from 'vscode';
import { EditRefusedError, type FileChange } from '../../core';
import { addFileChange } from '../convert';
import type { CorpusFolder } from '../corpora';
import { openDocument } from '../host';
import { savesAtOnce } from '../settings';

/**
 * Applies the changes of one decision as one undoable step, and saves them if the user wants so.
 * @throws {EditRefusedError} where a file is not as it was read, or the editor refuses.
 */
export async function applyChanges(
  folder: CorpusFolder,
  changes: readonly FileChange[],
  source: vscode.Uri,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  // An edit of nothing: it makes the decision a step of the source's own history, so that undo
  // works where the user made it, and leaves the source unchanged and clean.
  edit.insert(source, new vscode.Position(0, 0), '');
  for (const change of changes) {
    if (!(await addFileChange(edit, folder.uriOf(change.path), change))) {
      throw new EditRefusedError(
        vscode.l10n.t('{0} has changed meanwhile; nothing was written. Try again.', change.path),
      );
    }
  }
  const unsaved = new Set(
    changes.filter(({ path }) => openDocument(folder.uriOf(path))?.isDirty).map(({ path }) => path),
  );
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new EditRefusedError(vscode.l10n.t('The editor did not apply the change.'));
  }
  if (!savesAtOnce(folder.folder.uri)) return;
  for (const { path } of changes) {
    // What the user has not saved yet is not for us to save.
    folder.savedByUs.delete(path);
    if (unsaved.has(path)) continue;
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    if (await document.save()) folder.savedByUs.add(path);
  }
}
