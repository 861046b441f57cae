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
    await sayRefusal(() => run(editor, argument));
  });
}

/** Runs what a user asked for, and says in a message why it was refused, if it was. */
export async function sayRefusal(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const isRefusal = error instanceof EditRefusedError || error instanceof UnreadableError;
    if (!isRefusal) throw error;
    void vscode.window.showErrorMessage(plainLabel(error.message));
  }
}
