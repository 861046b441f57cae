import * as vscode from 'vscode';
import { type SourceSuggestions, type Suggestion, suggestionsOf } from '../../core';
import type { Corpora, CorpusFile } from '../corpora';
import { seedLanguage } from '../language';
import { shownSuggestions } from '../settings';
import { tell } from '../views/tell';

/** What may be annotated in a source that is open, as far as the user wants to see it. */
export interface Shown {
  readonly file: CorpusFile;
  readonly suggestions: SourceSuggestions;
  readonly isShown: (suggestion: Suggestion) => boolean;
}

/**
 * Undefined for what is no source of a corpus, and where the text changed meanwhile.
 *
 * @param isQuick after an edit only what it touched is looked at again
 */
export async function suggestionsShownIn(
  corpora: Corpora,
  document: vscode.TextDocument,
  isQuick = true,
): Promise<Shown | undefined> {
  const show = shownSuggestions(document.uri);
  const file = corpora.locate(document.uri);
  if (document.languageId !== seedLanguage || !file || show === 'off') return undefined;
  const { version } = document;
  const suggestions = await suggestionsOf(file.corpus, file.path, isQuick);
  if (!suggestions || document.version !== version) return undefined;
  return { file, suggestions, isShown: ({ entity }) => show === 'all' || entity !== undefined };
}

/** Says why a key finds nothing where the user has switched suggestions off. */
export function tellIfOff({ languageId, uri }: vscode.TextDocument): void {
  if (languageId !== seedLanguage || shownSuggestions(uri) !== 'off') return;
  tell(vscode.l10n.t('Suggestions are off, by the setting glossator.suggestions.show.'));
}
