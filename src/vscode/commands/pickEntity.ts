import * as vscode from 'vscode';
import { type Corpus, type MeantWords, type NewEntity, chooseEntity } from '../../core';
import { asking } from './ask';
import { lastUsedIn } from './lastUsed';

/** An id of the registry, a new entity, or undefined where the user gave up. */
export function pickEntity(
  corpus: Corpus,
  words: string | MeantWords['meant'],
  titleOf = (text: string) => vscode.l10n.t('Annotate “{0}” as', text),
): Promise<string | NewEntity | undefined> {
  const meant = typeof words === 'string' ? { words } : words;
  const title = titleOf(meant.words);
  return chooseEntity(corpus, { meant, last: lastUsedIn(corpus), title }, asking);
}
