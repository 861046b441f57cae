import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { suggestionCommandIds } from './commandIds';
import type { Suggestions } from './start';

/** Whoever opens a window reads first; what may be annotated can follow a moment later. */
const delay = 200;

/**
 * What may be annotated and is not: shown in the text and in a list, and decided there. Activation
 * registers the commands; all else loads a moment later, or with the first of them.
 */
export function registerSuggestions(corpora: Corpora): vscode.Disposable {
  let started: Promise<Suggestions> | undefined;
  const start = () => {
    if (started) return started;
    started = import('./start').then(({ startSuggestions }) => startSuggestions(corpora));
    // What could not be loaded is tried again with the next command.
    started.catch(() => (started = undefined));
    return started;
  };
  const timer = setTimeout(() => {
    start().catch(console.error);
  }, delay);
  const commands = suggestionCommandIds.map((id) =>
    vscode.commands.registerCommand(id, async (...given: unknown[]) => {
      await (await start()).commands.get(id)?.(given);
    }),
  );
  return vscode.Disposable.from(...commands, {
    dispose: () => {
      clearTimeout(timer);
      started?.then((suggestions) => {
        suggestions.dispose();
      }, console.error);
    },
  });
}
