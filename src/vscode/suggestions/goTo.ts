import * as vscode from 'vscode';
import type { Suggestion } from '../../core';
import { rangeIn, toSpan } from '../convert';
import type { Corpora, CorpusFile } from '../corpora';
import { tell } from '../views/tell';
import { type Shown, suggestionsShownIn } from './shown';
import { meaningOf, surenessOf } from './words';

/**
 * Goes to the next or previous suggestion: in the source, in a ring; where it has none, in the next
 * source that has one.
 */
export async function goToSuggestion(
  corpora: Corpora,
  editor: vscode.TextEditor,
  step: 1 | -1,
): Promise<void> {
  const { document } = editor;
  const shown = await suggestionsShownIn(corpora, document);
  if (!shown) return;
  const own = shown.suggestions.all.filter(shown.isShown);
  const offset = document.offsetAt(editor.selection.active);
  const selection = toSpan(document, editor.selection);
  const isSelected = ({ start, end }: Suggestion) =>
    start === selection.start && end === selection.end;
  const later = own.find((one) => one.start >= offset && !isSelected(one)) ?? own[0];
  const earlier = own.findLast((one) => one.start < offset) ?? own.at(-1);
  const target = step === 1 ? later : earlier;
  if (target) await select(editor, shown, own, target);
  else await goToOtherSource(corpora, shown.file, step);
}

async function goToOtherSource(
  corpora: Corpora,
  { folder, corpus, path }: CorpusFile,
  step: 1 | -1,
): Promise<void> {
  const sources = await corpus.sources();
  const here = sources.indexOf(path);
  for (let count = 1; count < sources.length; count++) {
    const next = sources.at((here + step * count) % sources.length) ?? path;
    const document = await vscode.workspace.openTextDocument(folder.uriOf(next));
    const shown = await suggestionsShownIn(corpora, document);
    const own = shown?.suggestions.all.filter(shown.isShown) ?? [];
    const target = step === 1 ? own[0] : own.at(-1);
    if (!shown || !target) continue;
    await select(await vscode.window.showTextDocument(document), shown, own, target);
    return;
  }
  tell(vscode.l10n.t('Nothing more is suggested in any source.'));
}

/** From the selected words one decides or steps on: the cursor stands at their beginning. */
async function select(
  editor: vscode.TextEditor,
  { file, suggestions }: Shown,
  all: readonly Suggestion[],
  suggestion: Suggestion,
): Promise<void> {
  const { start, end } = rangeIn(editor.document, suggestion);
  editor.selection = new vscode.Selection(end, start);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const registry = await file.corpus.registry();
  const { name, type } = meaningOf(registry, suggestions.wordsOf(suggestion), suggestion);
  const place = all.indexOf(suggestion) + 1;
  const sureness = surenessOf(suggestion);
  tell(
    vscode.l10n.t('Suggestion {0} of {1}: {2} ({3}, {4})', place, all.length, name, type, sureness),
  );
}
