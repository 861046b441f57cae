import * as vscode from 'vscode';

/** The language of sources; no scheme is asked for, so that files of every file system count. */
export const seedLanguage = 'seed';
export const seedSelector: vscode.DocumentSelector = { language: seedLanguage };

/** Globs of the files that are sources, from the settings. */
export function sourceGlobs(scope: vscode.ConfigurationScope): readonly string[] {
  const globs = vscode.workspace.getConfiguration('glossator', scope).get<unknown>('sources');
  return Array.isArray(globs) ? globs.filter((glob) => typeof glob === 'string') : [];
}

/** Whether somebody has said which files are sources, and not only we by default. */
export function hasOwnGlobs(scope: vscode.ConfigurationScope): boolean {
  const found = vscode.workspace.getConfiguration('glossator', scope).inspect('sources');
  const own = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue];
  return own.some((value) => value !== undefined);
}
