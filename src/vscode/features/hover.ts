import * as vscode from 'vscode';
import { cardOf } from '../../core';
import { renderCard } from '../cardMarkdown';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { findMentionsAt, rangeAt } from './mentionAt';

/** Shows the card of each entity that is mentioned under the pointer, the innermost first. */
export function registerHover(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerHoverProvider(seedSelector, {
    async provideHover(document, position, token) {
      const here = await findMentionsAt(corpora, document, position, token);
      const [innermost] = here?.mentions ?? [];
      if (!here || !innermost) return undefined;
      const entities = new Set(here.mentions.map(({ record }) => record.entity));
      const cards = await Promise.all(
        [...entities].map(async (entity) =>
          renderCard(await cardOf(here.file.corpus, entity, token), here.file.folder),
        ),
      );
      if (token.isCancellationRequested) return undefined;
      return new vscode.Hover(cards, rangeAt(here, innermost, position));
    },
  });
}
