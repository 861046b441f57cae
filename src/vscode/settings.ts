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

/** Which suggestions are shown in the text. */
export type ShownSuggestions = 'known' | 'all' | 'off';

export function shownSuggestions(scope: vscode.ConfigurationScope): ShownSuggestions {
  const settings = vscode.workspace.getConfiguration('glossator', scope);
  const value = settings.get<unknown>('suggestions.show');
  return value === 'known' || value === 'off' ? value : 'all';
}
