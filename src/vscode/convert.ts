/** The only place where the core's spans become the editor's ranges, and its changes edits. */
import * as vscode from 'vscode';
import {
  type FileChange,
  type LinePosition,
  type SourceText,
  type Span,
  type TextEdit,
  editBetween,
} from '../core';

export function toPosition({ line, character }: LinePosition): vscode.Position {
  return new vscode.Position(line, character);
}

export function toRange(text: SourceText, { start, end }: Span): vscode.Range {
  return new vscode.Range(toPosition(text.positionAt(start)), toPosition(text.positionAt(end)));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The range of a span in a document whose text it is of. */
export function rangeIn(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** A change of a document as it happened, in offsets of the text before. */
export function toTextEdit(change: vscode.TextDocumentContentChangeEvent) {
  const { rangeOffset, rangeLength, text } = change;
  return { start: rangeOffset, end: rangeOffset + rangeLength, newText: text };
}

/** A link that opens the file with the place selected. */
export function toLink(uri: vscode.Uri, { line, character }: LinePosition): vscode.Uri {
  return uri.with({ fragment: `L${line + 1},${character + 1}` });
}

/** A piece of a change, and what the editor says of it in its preview. */
export interface ShownEdit extends TextEdit {
  readonly metadata?: vscode.WorkspaceEditEntryMetadata;
}

/**
 * Adds the change of a file to an edit, as one piece or as those that are given; false where the
 * file is not as it was read any more.
 */
export async function addFileChange(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  { before, initial = '', after }: FileChange,
  pieces?: readonly ShownEdit[],
): Promise<boolean> {
  // The creation of a file is no step that undo takes back together with its text.
  if (before === undefined) {
    if (await exists(uri)) return false;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(initial));
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const present = before ?? initial;
  if (document.getText() !== present) return false;
  const whole: ShownEdit | undefined = editBetween(present, after);
  for (const { start, end, newText, metadata } of pieces ?? (whole ? [whole] : [])) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(uri, range, newText, metadata);
  }
  return true;
}

/** Another program may have made it just now. */
async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
