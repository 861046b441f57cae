import * as vscode from 'vscode';
import type { Corpora, CorpusFolder } from '../corpora';
import { claimLocations, mentionLocations } from '../features/references';

export const showMentionsCommand = 'glossator.showMentions';
export const showClaimsCommand = 'glossator.showClaims';

/** Called from the card and from code lenses: what the sources say of an entity, in the peek view. */
export function registerShowMentions(corpora: Corpora): vscode.Disposable {
  return vscode.Disposable.from(
    registerPeek(showMentionsCommand, corpora, mentionLocations),
    registerPeek(showClaimsCommand, corpora, claimLocations),
  );
}

type FindLocations = (folder: CorpusFolder, entity: string) => Promise<vscode.Location[]>;

/** The arguments: the folder's URI, the entity's id, and the line at which to show the answer. */
function registerPeek(id: string, corpora: Corpora, find: FindLocations): vscode.Disposable {
  return vscode.commands.registerCommand(
    id,
    async (folderUri: unknown, entity: unknown, line: unknown) => {
      const editor = vscode.window.activeTextEditor;
      const folder = corpora.all().find(({ folder: { uri } }) => uri.toString() === folderUri);
      if (!editor || !folder || typeof entity !== 'string') return;
      const isLine = typeof line === 'number' && line >= 0 && line < editor.document.lineCount;
      await vscode.commands.executeCommand(
        'editor.action.showReferences',
        editor.document.uri,
        isLine ? new vscode.Position(line, 0) : editor.selection.active,
        await find(folder, entity),
      );
    },
  );
}
