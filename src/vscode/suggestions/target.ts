import type * as vscode from 'vscode';
import { type SourceSuggestions, type Span, type Suggestion, suggestionsOf } from '../../core';
import type { Corpora, CorpusFile } from '../corpora';
import { suggestionsShownIn } from './shown';

/** A suggestion that a command is about. */
export interface SuggestionTarget {
  readonly file: CorpusFile;
  readonly suggestions: SourceSuggestions;
  readonly suggestion: Suggestion;
  readonly words: string;
}

/** What names a suggestion in a link or an action: plain data, which `targetOf` checks. */
export function argumentsOf(
  { folder, path }: CorpusFile,
  { start, end }: Span,
  words: string,
): readonly unknown[] {
  return [folder.folder.uri.toString(), path, start, end, words];
}

/** The suggestion that arguments name: anybody may call a command with anything. */
export async function targetOf(
  corpora: Corpora,
  [folderUri, path, start, end, words]: readonly unknown[],
): Promise<SuggestionTarget | undefined> {
  const folder = corpora.all().find((one) => one.folder.uri.toString() === folderUri);
  if (!folder || typeof path !== 'string') return undefined;
  const suggestions = await suggestionsOf(folder.corpus, path);
  const suggestion = suggestions?.all.find((one) => one.start === start && one.end === end);
  if (!suggestions || !suggestion) return undefined;
  const found = suggestions.wordsOf(suggestion);
  if (found !== words) return undefined;
  const file = { folder, corpus: folder.corpus, path };
  return { file, suggestions, suggestion, words: found };
}

/** The suggestion at the cursor. */
export async function targetAtCursor(
  corpora: Corpora,
  { document, selection }: vscode.TextEditor,
): Promise<SuggestionTarget | undefined> {
  const shown = await suggestionsShownIn(corpora, document);
  const suggestion = shown?.suggestions.at(document.offsetAt(selection.active));
  if (!shown || !suggestion || !shown.isShown(suggestion)) return undefined;
  const { file, suggestions } = shown;
  return { file, suggestions, suggestion, words: suggestions.wordsOf(suggestion) };
}
