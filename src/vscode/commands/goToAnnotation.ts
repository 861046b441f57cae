import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { registerEditorCommand } from './editorCommand';
import { pickMention } from './pickMention';

/** Opens the YAML that states the mention at the cursor. */
export function registerGoToAnnotation(corpora: Corpora): vscode.Disposable {
  return registerEditorCommand('glossator.goToAnnotation', async (editor) => {
    const picked = await pickMention(corpora, editor);
    if (!picked) return;
    const { folder, corpus } = picked.here.file;
    const { file, span } = picked.mention.record.place;
    const text = await corpus.linesOf(file);
    const selection = toRange(text, { start: span.start, end: span.start });
    await vscode.window.showTextDocument(folder.uriOf(file), { selection });
  });
}
