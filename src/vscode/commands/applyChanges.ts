import * as vscode from 'vscode';
import { EditRefusedError, type FileChange, mapLimited } from '../../core';
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
  const applied = await applyAndSave(
    folder,
    edit,
    changes.map(({ path }) => path),
  );
  if (!applied) throw new EditRefusedError(vscode.l10n.t('The editor did not apply the change.'));
}

/** Files that are saved at once. */
const parallelSaves = 8;

/** Applies an edit of some files, and saves them if the user wants so; false where it was not applied. */
export async function applyAndSave(
  folder: CorpusFolder,
  edit: vscode.WorkspaceEdit,
  paths: readonly string[],
): Promise<boolean> {
  const unsaved = new Set(paths.filter((path) => openDocument(folder.uriOf(path))?.isDirty));
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  if (!savesAtOnce(folder.folder.uri)) return true;
  await mapLimited(paths, parallelSaves, async (path) => {
    // What the user has not saved yet is not for us to save.
    folder.savedByUs.delete(path);
    if (unsaved.has(path)) return;
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    if (await document.save()) folder.savedByUs.add(path);
  });
  return true;
}
