import * as vscode from 'vscode';
import { mentionsOf } from '../../core';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { pickMention } from './pickMention';

/** Goes to the next or previous mention of the entity at the cursor, through all sources in a ring. */
export async function goToMention(
  corpora: Corpora,
  editor: vscode.TextEditor,
  step: 1 | -1,
): Promise<void> {
  const picked = await pickMention(corpora, editor);
  if (!picked) return;
  const { corpus, folder, path } = picked.here.file;
  const { record, span } = picked.mention;
  const passages = await mentionsOf(corpus, record.entity);
  const here = passages.findIndex((one) => one.source === path && one.span.start === span.start);
  const target = passages.at((here + step) % passages.length);
  if (!target) return;
  const { start, end } = toRange(target.text, target.span);
  // From the selected words one types on or steps on: the cursor stands at their beginning.
  const shown = await vscode.window.showTextDocument(folder.uriOf(target.source));
  shown.selection = new vscode.Selection(end, start);
  shown.revealRange(shown.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const place = passages.indexOf(target) + 1;
  const message = vscode.l10n.t('Mention {0} of {1}', place, passages.length);
  vscode.window.setStatusBarMessage(message, 5000);
}
