import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { pickMention } from './pickMention';

/** Opens the YAML that states the mention at the cursor. */
export async function goToAnnotation(corpora: Corpora, editor: vscode.TextEditor): Promise<void> {
  const picked = await pickMention(corpora, editor);
  if (!picked) return;
  const { folder, corpus } = picked.here.file;
  const { file, span } = picked.mention.record.place;
  const text = await corpus.linesOf(file);
  const selection = toRange(text, { start: span.start, end: span.start });
  await vscode.window.showTextDocument(folder.uriOf(file), { selection });
}
