/** The files of `fixture.ts` as the tests see them: open as the workspace. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder, 'no workspace is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(uriOf(path));
}

export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await open(path));
}

/** The place of the `n`th occurrence of some words. */
export function rangeOf(document: vscode.TextDocument, words: string, n = 1): vscode.Range {
  let start = -1;
  for (let count = 0; count < n; count++) start = document.getText().indexOf(words, start + 1);
  assert(start >= 0, `“${words}” is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}

/** Resolves when the condition holds: asked now, and again at each event. */
export function when<T>(event: vscode.Event<T>, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = event(() => {
      if (!holds()) return;
      subscription.dispose();
      resolve();
    });
  });
}

/** Puts a file back as it was, with whatever the test did to it. */
export async function restore(path: string, text: string): Promise<void> {
  const document = await open(path);
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, document.validateRange(whole), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
