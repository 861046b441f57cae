import * as vscode from 'vscode';
import type { Span } from '../../core';
import { rangeIn } from '../convert';

/** Words that are shown selected while a user is asked about them. */
export class ShownWords {
  readonly #editor: vscode.TextEditor;
  readonly #before: readonly vscode.Selection[];
  #shown: readonly vscode.Selection[] = [];

  constructor(editor: vscode.TextEditor) {
    this.#editor = editor;
    this.#before = editor.selections;
  }

  show(spans: readonly Span[]): void {
    this.#shown = spans.map((span) => {
      const { start, end } = rangeIn(this.#editor.document, span);
      return new vscode.Selection(start, end);
    });
    this.#editor.selections = this.#shown;
    this.#revealBelowInput();
  }

  /** Selects what was selected before, unless the user has selected something else meanwhile. */
  restore(): void {
    const isShown = (one: vscode.Selection, at: number) => this.#shown[at]?.isEqual(one) === true;
    if (this.#editor.selections.every(isShown)) this.#editor.selections = this.#before;
  }

  /** What is asked covers the upper half of the window. */
  #revealBelowInput(): void {
    const [visible] = this.#editor.visibleRanges;
    const { selection } = this.#editor;
    const isCovered =
      visible === undefined || selection.start.line < (visible.start.line + visible.end.line) / 2;
    const { InCenter, InCenterIfOutsideViewport } = vscode.TextEditorRevealType;
    this.#editor.revealRange(selection, isCovered ? InCenter : InCenterIfOutsideViewport);
  }
}
