import * as vscode from 'vscode';
import { type Side, opposedSides, quoteOf } from '../../core';
import type { DisagreementNode } from './disagreementNodes';
import { tell } from './tell';
import { locate } from './viewNode';

/** Opens two quotes that stand against each other in two columns, with their words marked. */
export async function openSides(
  { folder, disagreement }: DisagreementNode,
  marker: QuoteMarker,
): Promise<void> {
  const { sides } = disagreement;
  const find = async (side: Side) => [side, await locate(folder, side)] as const;
  const places = new Map(await Promise.all(sides.map(find)));
  const placed = (side: Side) => places.get(side);
  const pair = await opposedSides(disagreement, (side) => placed(side) !== undefined);
  const [first, second] = (pair ?? sides).flatMap((side) => placed(side) ?? []);
  marker.clear();
  if (!pair) tellLost(sides.filter((side) => !placed(side)));
  const { One, Two } = vscode.ViewColumn;
  if (first) marker.mark(await show(first, One), first.range);
  if (pair && second) marker.mark(await show(second, Two), second.range);
}

function tellLost(lost: readonly Side[]): void {
  const quotes = lost.map((side) => `“${quoteOf(side)}” (${side.source})`).join(', ');
  tell(vscode.l10n.t('These words have no one place in the source any more: {0}', quotes));
}

/** The focus stays in the view, from where one goes on to the next. */
async function show(
  { uri, range }: vscode.Location,
  viewColumn: vscode.ViewColumn,
): Promise<vscode.TextEditor> {
  const options = { viewColumn, preview: true, preserveFocus: true, selection: range };
  const editor = await vscode.window.showTextDocument(uri, options);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Marks words until the reader goes on: moves the cursor, types, or opens something else. */
export class QuoteMarker implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    borderColor: new vscode.ThemeColor('glossator.quote.border'),
    borderStyle: 'solid',
    borderWidth: '1px',
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  #marked: vscode.TextEditor[] = [];
  readonly #subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const byReader = kind !== undefined && kind !== vscode.TextEditorSelectionChangeKind.Command;
      if (byReader && this.#marked.includes(textEditor)) this.clear();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      if (this.#marked.some((editor) => editor.document === document)) this.clear();
    }),
  );

  mark(editor: vscode.TextEditor, range: vscode.Range): void {
    editor.setDecorations(this.#type, [range]);
    this.#marked.push(editor);
  }

  clear(): void {
    for (const editor of this.#marked) editor.setDecorations(this.#type, []);
    this.#marked = [];
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#type.dispose();
  }
}
