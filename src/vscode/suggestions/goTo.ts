import * as vscode from 'vscode';
import { type Suggestion, UnloadedError, UnreadableError, suggestionsOf } from '../../core';
import { rangeIn, toSpan } from '../convert';
import type { Corpora, CorpusFolder } from '../corpora';
import { tell } from '../views/tell';
import { cancellable } from './cancellable';
import { type Shown, suggestionsShownIn, tellIfOff } from './shown';
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
  if (!shown) {
    tellIfOff(document);
    return;
  }
  const own = shown.suggestions.all.filter(shown.isShown);
  const offset = document.offsetAt(editor.selection.active);
  const selection = toSpan(document, editor.selection);
  const isSelected = ({ start, end }: Suggestion) =>
    start === selection.start && end === selection.end;
  const later = own.find((one) => one.start >= offset && !isSelected(one)) ?? own[0];
  const earlier = own.findLast((one) => one.start < offset) ?? own.at(-1);
  const target = step === 1 ? later : earlier;
  if (target) await select(editor, shown, own, target);
  else await goToOtherSource(corpora, shown, step);
}

interface Hit {
  readonly document: vscode.TextDocument;
  readonly shown: Shown;
  readonly own: readonly Suggestion[];
}

/** A walk through many sources can be given up. */
async function goToOtherSource(
  corpora: Corpora,
  { file, isShown }: Shown,
  step: 1 | -1,
): Promise<void> {
  const { folder, path } = file;
  const sources = await folder.corpus.sources();
  const here = sources.indexOf(path);
  const others = sources
    .slice(1)
    .map((_, count) => sources.at((here + step * (count + 1)) % sources.length) ?? path);
  const hit = await cancellable(vscode.l10n.t('Looking for the next suggestion'), (token) =>
    firstHit(corpora, folder, others, isShown, token),
  );
  if (hit === 'cancelled') return;
  const target = step === 1 ? hit?.own[0] : hit?.own.at(-1);
  if (hit && target) {
    await select(await vscode.window.showTextDocument(hit.document), hit.shown, hit.own, target);
  } else {
    tell(vscode.l10n.t('Nothing more is suggested in any source.'));
  }
}

/** Opens no source but that with a suggestion that is shown; what cannot be read has none. */
async function firstHit(
  corpora: Corpora,
  folder: CorpusFolder,
  paths: readonly string[],
  isShown: Shown['isShown'],
  token: vscode.CancellationToken,
): Promise<Hit | 'cancelled' | undefined> {
  for (const path of paths) {
    const suggestions = await suggestionsOf(folder.corpus, path).catch(unlessUnreadable);
    // The other work of the host has its turn, and so has whoever cancels.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) return 'cancelled';
    if (!suggestions?.all.some(isShown)) continue;
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    const shown = await suggestionsShownIn(corpora, document);
    const own = shown?.suggestions.all.filter(shown.isShown) ?? [];
    if (shown && own.length > 0) return { document, shown, own };
  }
  return undefined;
}

function unlessUnreadable(error: unknown): undefined {
  const isOfSource = error instanceof UnreadableError && !(error instanceof UnloadedError);
  if (!isOfSource) throw error;
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
