import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { savesAtOnce } from '../settings';

/**
 * Where decisions are saved at once, so is taking them back: undo and redo in a source reach
 * annotation files that nobody may have before them. Only what we saved ourselves is saved: as soon
 * as a user edits such a file, it is the user's to save.
 */
export function registerSaveAfterUndo(corpora: Corpora): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, reason, contentChanges }) => {
    const file = corpora.known(document.uri);
    if (!file?.folder.savedByUs.has(file.path) || contentChanges.length === 0) return;
    if (reason === undefined) file.folder.savedByUs.delete(file.path);
    else if (savesAtOnce(document.uri)) void document.save().then(undefined, console.error);
  });
}
