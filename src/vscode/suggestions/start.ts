/** All of it, in a file that loads shortly after activation, or with the first command. */
import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { registerSuggestionActions } from './codeActions';
import { type SuggestionCommands, suggestionRunners } from './commands';
import { registerSuggestionDecorations } from './decorations';
import { registerSuggestionHover } from './hover';
import { SuggestionsView } from './view';

export interface Suggestions {
  readonly commands: SuggestionCommands;
  readonly dispose: () => void;
}

export function startSuggestions(corpora: Corpora): Suggestions {
  const view = new SuggestionsView(corpora);
  const registered = vscode.Disposable.from(
    view,
    registerSuggestionDecorations(corpora),
    registerSuggestionHover(corpora),
    registerSuggestionActions(corpora),
  );
  return {
    commands: suggestionRunners(corpora, view),
    dispose: () => {
      registered.dispose();
    },
  };
}
