import * as vscode from 'vscode';
import { removeMention } from '../../core';
import type { Corpora } from '../corpora';
import { plainLabel } from '../markdown';
import { applyChanges } from './applyChanges';
import { pickMention } from './pickMention';

/** Takes the mention at the cursor out of its file; the entity stays in the registry. */
export async function removeAnnotation(corpora: Corpora, editor: vscode.TextEditor): Promise<void> {
  const picked = await pickMention(corpora, editor);
  if (!picked) return;
  const { corpus, folder, path } = picked.here.file;
  const change = await removeMention(corpus, picked.mention.record);
  await applyChanges(folder, [change], folder.uriOf(path));
  const words = picked.here.resolved.source.slice(picked.mention.span);
  const done = vscode.l10n.t('Removed the annotation of “{0}”.', words);
  vscode.window.setStatusBarMessage(plainLabel(done), 5000);
}
