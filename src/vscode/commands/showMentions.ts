import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { mentionLocations } from '../features/references';

export const showMentionsCommand = 'glossator.showMentions';

/** Called from the card: all mentions of an entity, in the peek view. */
export function registerShowMentions(corpora: Corpora): vscode.Disposable {
  return vscode.commands.registerCommand(
    showMentionsCommand,
    async (folderUri: unknown, entity: unknown) => {
      const editor = vscode.window.activeTextEditor;
      const folder = corpora.all().find(({ folder: { uri } }) => uri.toString() === folderUri);
      if (!editor || !folder || typeof entity !== 'string') return;
      const locations = await mentionLocations(folder, entity);
      await vscode.commands.executeCommand(
        'editor.action.showReferences',
        editor.document.uri,
        editor.selection.active,
        locations,
      );
    },
  );
}
