import * as vscode from 'vscode';
import { hasOwnGlobs, seedLanguage, sourceGlobs } from '../language';

/** Gives files that the settings name as sources their language; the manifest knows the usual ones. */
export function registerSourceLanguage(): vscode.Disposable {
  for (const document of vscode.workspace.textDocuments) void associate(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(associate),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('glossator.sources')) return;
      for (const document of vscode.workspace.textDocuments) void associate(document);
    }),
  );
}

async function associate(document: vscode.TextDocument): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder || document.languageId === seedLanguage) return;
  // Another language was chosen by somebody who knows better, unless the user's own globs say so.
  if (document.languageId !== 'plaintext' && !hasOwnGlobs(document.uri)) return;
  const filter = sourceGlobs(document.uri).map((glob) => ({
    pattern: new vscode.RelativePattern(folder, glob),
  }));
  if (filter.length > 0 && vscode.languages.match(filter, document) > 0) {
    await vscode.languages.setTextDocumentLanguage(document, seedLanguage);
  }
}
