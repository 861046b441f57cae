import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { hasOwnGlobs, seedLanguage, sourceGlobs } from '../language';
import { fileShownBy } from '../versions';

/** Gives files that the settings name as sources their language; the manifest knows the usual ones. */
export function registerSourceLanguage(corpora: Corpora): vscode.Disposable {
  const associateAll = () => {
    for (const document of vscode.workspace.textDocuments) void associate(document, corpora);
  };
  associateAll();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => associate(document, corpora)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('glossator.sources')) associateAll();
    }),
  );
}

async function associate(document: vscode.TextDocument, corpora: Corpora): Promise<void> {
  if (document.languageId === seedLanguage) return;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder) {
    await associateVersion(document, corpora);
    return;
  }
  // Another language was chosen by somebody who knows better, unless the user's own globs say so.
  if (document.languageId !== 'plaintext' && !hasOwnGlobs(document.uri)) return;
  const filter = sourceGlobs(document.uri).map((glob) => ({
    pattern: new vscode.RelativePattern(folder, glob),
  }));
  if (filter.length > 0 && vscode.languages.match(filter, document) > 0) {
    await vscode.languages.setTextDocumentLanguage(document, seedLanguage);
  }
}

/** Globs tell nothing of a document of another scheme: another version of a source is one, too. */
async function associateVersion(document: vscode.TextDocument, corpora: Corpora): Promise<void> {
  if (document.languageId !== 'plaintext') return;
  const file = fileShownBy(corpora, document);
  if (file && (await file.corpus.sources()).includes(file.path)) {
    await vscode.languages.setTextDocumentLanguage(document, seedLanguage);
  }
}
