import type * as vscode from 'vscode';
import { registerEditorCommand } from './editorCommand';

let last: Promise<unknown> = Promise.resolve();

/**
 * A command on the active text editor that decides something. Keys come faster than decisions are
 * written: each is carried out on what the one before has left.
 */
export function registerDecision(
  id: string,
  run: (editor: vscode.TextEditor, argument: unknown) => Promise<void>,
): vscode.Disposable {
  return registerEditorCommand(id, (editor, argument) => {
    const own = last.then(() => run(editor, argument));
    last = own.catch(() => undefined);
    return own;
  });
}
