import * as vscode from 'vscode';
import { EditRefusedError, type FileChange, mapLimited } from '../../core';
import { addFileChange } from '../convert';
import type { CorpusFolder } from '../corpora';
import { openDocument } from '../host';
import { plainLabel } from '../markdown';
import { savesAtOnce } from '../settings';

/**
 * Applies the changes of one decision as one undoable step, and saves them if the user wants so.
 * What another program has written is never overwritten: a file that the editor is about to read
 * again is refused, and one with edits that are not saved stays so, which is said.
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
  const newer = await newerOnDisk(folder, changes);
  for (const change of [...changes.filter(isOfFile), ...changes.filter(isNew)]) {
    if (!(await addFileChange(edit, folder.uriOf(change.path), change))) throw stale(change.path);
  }
  const applied = await applyAndSave(
    folder,
    edit,
    changes.map(({ path }) => path),
  );
  if (!applied) {
    await removeNew(folder, changes);
    throw new EditRefusedError(vscode.l10n.t('The editor did not apply the change.'));
  }
  for (const path of newer) tellNewer(folder, path);
}

/** Files that are read or saved at once. */
const parallelFiles = 8;

/** Applies an edit of some files, and saves them if the user wants so; false where it was not applied. */
export async function applyAndSave(
  folder: CorpusFolder,
  edit: vscode.WorkspaceEdit,
  paths: readonly string[],
): Promise<boolean> {
  const unsaved = new Set(paths.filter((path) => openDocument(folder.uriOf(path))?.isDirty));
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  if (!savesAtOnce(folder.folder.uri)) return true;
  await mapLimited(paths, parallelFiles, async (path) => {
    // What the user has not saved yet is not for us to save.
    folder.savedByUs.delete(path);
    if (unsaved.has(path)) return;
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    if (await document.save()) folder.savedByUs.add(path);
    else if (await folder.storedTexts.isNewerOnDisk(document)) tellNewer(folder, path);
  });
  return true;
}

/** Files are made last: once no other refuses the decision any more. */
export function isNew({ before }: FileChange): boolean {
  return before === undefined;
}

export function isOfFile(change: FileChange): boolean {
  return !isNew(change);
}

/** Takes back the files that were made for an edit which was not applied, where nobody wrote in them. */
export async function removeNew(
  folder: CorpusFolder,
  changes: readonly FileChange[],
): Promise<void> {
  for (const { path, initial = '' } of changes.filter(isNew)) {
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    if (document.isDirty || document.getText() !== initial) continue;
    if (await folder.storedTexts.isNewerOnDisk(document)) continue;
    await vscode.workspace.fs.delete(document.uri);
  }
}

/**
 * The files with unsaved edits that another program has written since they were read.
 * @throws {EditRefusedError} for one without such edits: the editor reads it again by itself.
 */
export async function newerOnDisk(
  folder: CorpusFolder,
  changes: readonly FileChange[],
): Promise<string[]> {
  const newer: string[] = [];
  await mapLimited(changes, parallelFiles, async ({ path, before }) => {
    const document = before === undefined ? undefined : openDocument(folder.uriOf(path));
    if (!document || !(await folder.storedTexts.isNewerOnDisk(document))) return;
    if (!document.isDirty) throw stale(path);
    newer.push(path);
  });
  return newer;
}

/** The refusal of a change whose file is not as it was read. */
export function stale(path: string): EditRefusedError {
  const message = vscode.l10n.t('{0} has changed meanwhile; nothing was written. Try again.', path);
  return new EditRefusedError(message);
}

/** Nothing is lost: the decision is in the editor, and the editor asks before it overwrites. */
export function tellNewer(folder: CorpusFolder, path: string): void {
  const compare = vscode.l10n.t('Compare');
  const message = vscode.l10n.t(
    'Another program has changed {0}, and you have edits in it that are not saved. The decision is in the editor only: compare the two before you save.',
    path,
  );
  void vscode.window
    .showWarningMessage(plainLabel(message), compare)
    .then(async (chosen) => {
      if (chosen !== compare) return;
      await vscode.window.showTextDocument(folder.uriOf(path));
      await vscode.commands.executeCommand('workbench.files.action.compareWithSaved');
    })
    .then(undefined, console.error);
}
