import * as vscode from 'vscode';
import { nestingMentions } from '../../core';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { seedLanguage } from '../language';
import { sourceShownBy } from '../versions';
import { Debounced } from '../debounced';

/** Edits come in bursts; the underline may follow a moment later. */
const delay = 100;

/** Underlines mentions that hold another: colour shows the inner one, the line the outer's extent. */
export function registerNestingDecorations(corpora: Corpora): vscode.Disposable {
  const decorator = new NestingDecorator(corpora);
  decorator.schedule();
  return vscode.Disposable.from(
    decorator,
    vscode.window.onDidChangeVisibleTextEditors(() => {
      decorator.schedule();
    }),
    corpora.onDidChange(({ edit }) => {
      // The editor moves what it shows by itself.
      if (edit !== 'followed') decorator.schedule();
    }),
  );
}

class NestingDecorator implements vscode.Disposable {
  readonly #corpora: Corpora;
  readonly #type = vscode.window.createTextEditorDecorationType({
    borderColor: new vscode.ThemeColor('glossator.nestingMention.border'),
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #decorating = new Debounced(delay, () => {
    for (const editor of vscode.window.visibleTextEditors) {
      this.#decorate(editor).catch(console.error);
    }
  });

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
  }

  schedule(): void {
    this.#decorating.ask();
  }

  dispose(): void {
    this.#decorating.dispose();
    this.#type.dispose();
  }

  async #decorate(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    if (document.languageId !== seedLanguage) return;
    const { version } = document;
    const shown = await sourceShownBy(this.#corpora, document);
    if (!shown || document.version !== version) return;
    const { resolved } = shown;
    const spans = nestingMentions(resolved);
    editor.setDecorations(
      this.#type,
      spans.map((span) => toRange(resolved.source, span)),
    );
  }
}
