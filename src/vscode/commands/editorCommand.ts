import * as vscode from 'vscode';
import { EditRefusedError, UnreadableError } from '../../core';
import { plainLabel } from '../markdown';

/**
 * Registers a command on the active text editor. A refusal is said in its own words, as the outcome
 * of what was asked for; anything else is a defect and goes to the editor's own reporting.
 */
export function registerEditorCommand(
  id: string,
  run: (editor: vscode.TextEditor, argument: unknown) => Promise<void>,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (argument: unknown) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    try {
      await run(editor, argument);
    } catch (error) {
      const isRefusal = error instanceof EditRefusedError || error instanceof UnreadableError;
      if (!isRefusal) throw error;
      void vscode.window.showErrorMessage(plainLabel(error.message));
    }
  });
}
