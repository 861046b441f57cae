import * as vscode from 'vscode';
import type { Span, Suggestion } from '../../core';
import { rangeIn, toSpan } from '../convert';
import type { Corpora } from '../corpora';
import { Debounced } from '../debounced';
import { seedLanguage } from '../language';
import { suggestionsShownIn } from './shown';

/** Edits and scrolling come in bursts; what is faint may follow a moment later. */
const delay = 150;
/** In such a pause the whole text is read anew, with all that it says. */
const pause = 1500;
/** So much is decorated above and below what is seen, for whoever scrolls on. */
const margin = 100;

/** Underlines, faintly, what may be annotated: only where somebody looks. */
export function registerSuggestionDecorations(corpora: Corpora): vscode.Disposable {
  const decorator = new SuggestionDecorator(corpora);
  const schedule = () => {
    decorator.schedule();
  };
  schedule();
  return vscode.Disposable.from(
    decorator,
    vscode.window.onDidChangeVisibleTextEditors(schedule),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (textEditor.document.languageId === seedLanguage) schedule();
    }),
    corpora.onDidChange(schedule),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('glossator.suggestions.show')) schedule();
    }),
  );
}

class SuggestionDecorator implements vscode.Disposable {
  readonly #corpora: Corpora;
  readonly #known = underline('glossator.suggestion.border', 'dashed');
  readonly #new = underline('glossator.newSuggestion.border', 'dotted');
  readonly #decorating = new Debounced(delay, () => {
    this.#decorateAll(true);
  });
  readonly #renewing = new Debounced(pause, () => {
    this.#decorateAll(false);
  });

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
  }

  schedule(): void {
    this.#decorating.ask();
    this.#renewing.ask();
  }

  dispose(): void {
    this.#decorating.dispose();
    this.#renewing.dispose();
    this.#known.dispose();
    this.#new.dispose();
  }

  #decorateAll(isQuick: boolean): void {
    for (const editor of vscode.window.visibleTextEditors) {
      this.#decorate(editor, isQuick).catch(console.error);
    }
  }

  async #decorate(editor: vscode.TextEditor, isQuick: boolean): Promise<void> {
    const { document } = editor;
    if (document.languageId !== seedLanguage) return;
    const { version } = document;
    const shown = await suggestionsShownIn(this.#corpora, document, isQuick);
    if (document.version !== version) return;
    const seen = shown?.suggestions.within(seenIn(editor)).filter(shown.isShown) ?? [];
    const ranges = (all: readonly Suggestion[]) => all.map((one) => rangeIn(document, one));
    editor.setDecorations(this.#known, ranges(seen.filter(({ entity }) => entity !== undefined)));
    editor.setDecorations(this.#new, ranges(seen.filter(({ entity }) => entity === undefined)));
  }
}

function underline(color: string, style: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    borderColor: new vscode.ThemeColor(color),
    borderStyle: style,
    borderWidth: '0 0 1px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** From the first line that is seen to the last, and some more. */
function seenIn({ document, visibleRanges }: vscode.TextEditor): Span {
  const lines = visibleRanges.flatMap(({ start, end }) => [start.line, end.line]);
  const first = Math.max(0, Math.min(...lines) - margin);
  const last = Math.min(document.lineCount, Math.max(...lines) + margin);
  return toSpan(document, new vscode.Range(first, 0, last, 0));
}
