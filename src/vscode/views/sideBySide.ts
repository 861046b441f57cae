import * as vscode from 'vscode';
import { plainLabel } from '../markdown';
import type { DisagreementNode } from './disagreementNodes';
import { openDisagreementCommand } from './disagreementNodes';
import { locate } from './viewNode';

/** Opens the first two quotes of a disagreement in two columns, with their words marked. */
export function registerSideBySide(): vscode.Disposable {
  const marker = new QuoteMarker();
  return vscode.Disposable.from(
    marker,
    vscode.commands.registerCommand(openDisagreementCommand, async (node: unknown) => {
      if (isDisagreement(node)) await openSides(node, marker);
    }),
  );
}

function isDisagreement(node: unknown): node is DisagreementNode {
  return typeof node === 'object' && node !== null && 'sides' in node;
}

async function openSides(node: DisagreementNode, marker: QuoteMarker): Promise<void> {
  const found = await Promise.all(node.sides.map((side) => locate(node.folder, side)));
  const [first, second] = found.filter((location) => location !== undefined);
  marker.clear();
  if (!first) {
    const message = vscode.l10n.t('None of the quotes has a place in its source any more.');
    vscode.window.setStatusBarMessage(plainLabel(message), 5000);
    return;
  }
  const { One, Two } = vscode.ViewColumn;
  marker.mark(await show(first, One), first.range);
  if (second) marker.mark(await show(second, Two), second.range);
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
class QuoteMarker implements vscode.Disposable {
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
