import * as vscode from 'vscode';

/** Whether annotation files are saved right after each change. */
export function savesAtOnce(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('glossator', scope).get<boolean>('save') === true;
}

/** Whether saving a source stores what edits did to the quotes of it. */
export function storesOnSave(scope: vscode.ConfigurationScope): boolean {
  return (
    vscode.workspace.getConfiguration('glossator', scope).get<boolean>('updateOnSave') === true
  );
}
