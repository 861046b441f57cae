import type * as vscode from 'vscode';
import { registerEditorCommand } from './editorCommand';

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs what decides something once all decisions before it are written: keys come faster, and each
 * is carried out on what the one before has left. Nothing in turn may wait for another turn.
 */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const own = last.then(run);
  last = own.catch(() => undefined);
  return own;
}

/** A command on the active text editor that decides something, in its turn. */
export function registerDecision(
  id: string,
  run: (editor: vscode.TextEditor, argument: unknown) => Promise<void>,
): vscode.Disposable {
  return registerEditorCommand(id, (editor, argument) => inTurn(() => run(editor, argument)));
}
