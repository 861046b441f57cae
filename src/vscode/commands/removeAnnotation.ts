import * as vscode from 'vscode';
import { removeMention } from '../../core';
import type { Corpora } from '../corpora';
import { applyChanges, refusing } from './applyChanges';
import { pickMention } from './pickMention';

/** Takes the mention at the cursor out of its file; the entity stays in the registry. */
export function registerRemoveAnnotation(corpora: Corpora): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand('glossator.removeAnnotation', (editor) =>
    refusing(async () => {
      const picked = await pickMention(corpora, editor);
      if (!picked) return;
      const { corpus, folder } = picked.here.file;
      await applyChanges(folder, [await removeMention(corpus, picked.mention.record)]);
      const words = picked.here.resolved.source.slice(picked.mention.span);
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('Removed the annotation of “{0}”.', words),
        5000,
      );
    }),
  );
}
