import * as vscode from 'vscode';
import type { Suggestion } from '../../core';
import { rangeIn } from '../convert';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { commandLink, escapeMarkdown } from '../markdown';
import { suggestionCommands } from './commandIds';
import { suggestionsShownIn } from './shown';
import { argumentsOf } from './target';
import { meaningOf, surenessOf } from './words';

/** Says what the words under the pointer may mean, and lets the reader decide. */
export function registerSuggestionHover(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerHoverProvider(seedSelector, {
    async provideHover(document, position, token) {
      const offset = document.offsetAt(position);
      const shown = await suggestionsShownIn(corpora, document);
      const suggestion = shown?.suggestions.at(offset);
      if (!shown || !suggestion || !shown.isShown(suggestion)) return undefined;
      const registry = await shown.file.corpus.registry();
      if (token.isCancellationRequested) return undefined;
      const words = shown.suggestions.wordsOf(suggestion);
      const { name, type, icon } = meaningOf(registry, words, suggestion);
      const codicon = /^[a-z0-9-]+$/.test(icon) ? icon : 'symbol-misc';
      const heading = `$(${codicon}) **${escapeMarkdown(name)}** — ${escapeMarkdown(type)}`;
      const sureness = vscode.l10n.t('Suggestion, {0}', surenessOf(suggestion));
      const description = registry.entities.get(suggestion.entity ?? '')?.description ?? '';
      const links = linksFor(suggestion, argumentsOf(shown.file, suggestion, words));
      const blocks = [`${heading} · *${sureness}*`, escapeMarkdown(description), links];
      const markdown = new vscode.MarkdownString(blocks.filter(Boolean).join('\n\n'), true);
      markdown.isTrusted = { enabledCommands: Object.values(suggestionCommands) };
      return new vscode.Hover(markdown, rangeIn(document, suggestion));
    },
  });
}

function linksFor({ entity, type, value }: Suggestion, args: readonly unknown[]): string {
  const { accept, acceptAs, acceptInSource, acceptInCorpus, reject, rejectInSource } =
    suggestionCommands;
  const asks = type === 'date' && value === undefined;
  const create = asks ? vscode.l10n.t('Create…') : vscode.l10n.t('Create');
  const acceptLabel = entity === undefined ? create : vscode.l10n.t('Accept');
  const accepting = [
    commandLink(acceptLabel, accept, args),
    commandLink(vscode.l10n.t('All in this source'), acceptInSource, args),
    commandLink(vscode.l10n.t('All in the corpus'), acceptInCorpus, args),
    commandLink(vscode.l10n.t('Another entity…'), acceptAs, args),
  ];
  const rejecting = [
    commandLink(vscode.l10n.t('Reject'), reject, args),
    commandLink(vscode.l10n.t('Reject in this source'), rejectInSource, args),
  ];
  return `${accepting.join(' · ')}  \n${rejecting.join(' · ')}`;
}
