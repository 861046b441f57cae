import * as vscode from 'vscode';

/** Whether annotation files are saved right after each change. */
export function savesAtOnce(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('glossator', scope).get<boolean>('save') === true;
}
