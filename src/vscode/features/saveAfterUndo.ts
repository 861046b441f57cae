import * as vscode from 'vscode';
import { roleOf } from '../../core';
import type { Corpora } from '../corpora';
import { savesAtOnce } from '../settings';

/**
 * Where decisions are saved at once, so is taking them back: undo and redo in a source reach the
 * annotation files, which nobody may have before them. What a user edits is left to the user.
 */
export function registerSaveAfterUndo(corpora: Corpora): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, reason, contentChanges }) => {
    if (reason === undefined || contentChanges.length === 0) return;
    const file = corpora.locate(document.uri);
    if (!file || roleOf(file.path) === 'source' || !savesAtOnce(document.uri)) return;
    const isBeforeUser = vscode.window.visibleTextEditors.some((one) => one.document === document);
    if (!isBeforeUser) void document.save();
  });
}
