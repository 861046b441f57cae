import * as vscode from 'vscode';
import { toSpan } from '../convert';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { plainLabel } from '../markdown';
import { suggestionCommands } from './commandIds';
import { suggestionsShownIn } from './shown';
import { argumentsOf } from './target';
import { meaningOf } from './words';

/** What may be done with the suggestion at the cursor, under Ctrl+. */
export function registerSuggestionActions(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    seedSelector,
    {
      // A light bulb beside every suggestion that is passed would be no news, and no fix of all
      // should annotate: who asks for the menu is answered, and who has the words selected.
      async provideCodeActions(document, range, { triggerKind }, token) {
        const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
        if (!isAsked && range.isEmpty) return undefined;
        const shown = await suggestionsShownIn(corpora, document);
        const suggestion = shown?.suggestions.at(toSpan(document, range).start);
        if (!shown || !suggestion || !shown.isShown(suggestion)) return undefined;
        const registry = await shown.file.corpus.registry();
        if (token.isCancellationRequested) return undefined;
        const words = shown.suggestions.wordsOf(suggestion);
        const meaning = meaningOf(registry, words, suggestion);
        const args = argumentsOf(shown.file, suggestion, words);
        return titlesFor(meaning.name, meaning.type, words).map(([title, command]) => {
          const label = plainLabel(title);
          const action = new vscode.CodeAction(label, vscode.CodeActionKind.QuickFix);
          action.command = { title: label, command, arguments: [...args] };
          return action;
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function titlesFor(name: string, type: string, words: string): [title: string, command: string][] {
  const { accept, acceptAs, acceptInSource, acceptInCorpus, reject, rejectInSource } =
    suggestionCommands;
  return [
    [vscode.l10n.t('Annotate as {0} ({1})', name, type), accept],
    [vscode.l10n.t('Annotate all such as {0} in this source', name), acceptInSource],
    [vscode.l10n.t('Annotate all such as {0} in the corpus', name), acceptInCorpus],
    [vscode.l10n.t('Annotate as another entity…'), acceptAs],
    [vscode.l10n.t('Reject this suggestion'), reject],
    [vscode.l10n.t('Reject “{0}” in this source', words), rejectInSource],
  ];
}
