import * as vscode from 'vscode';
import { roleOf } from '../../core';
import { pathWithin } from '../host';
import { type Reference, referenceIn, referenceMime } from './reference';

/** What a row of a view becomes where it is dropped into a text, with Shift held. */
export function registerDropReference(): vscode.Disposable {
  // The Markdown extension would make a link of the file alone; it yields to text.
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('glossator', 'reference');
  return vscode.languages.registerDocumentDropEditProvider(
    '*',
    {
      async provideDocumentDropEdits(document, _position, data, token) {
        const text = await data.get(referenceMime)?.asString();
        const references = text === undefined ? [] : parse(text);
        if (references.length === 0 || token.isCancellationRequested) return undefined;
        const title = vscode.l10n.t('Insert Reference');
        return new vscode.DocumentDropEdit(textFor(document, references), title, kind);
      },
    },
    { dropMimeTypes: [referenceMime], providedDropEditKinds: [kind] },
  );
}

/** Inserts at the cursor of the active editor what a drop there would insert. */
export async function insertReferences(references: readonly Reference[]): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || references.length === 0) return;
  const text = textFor(editor.document, references);
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

function textFor(document: vscode.TextDocument, references: readonly Reference[]): string {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const path = folder && pathWithin(folder, document.uri);
  const isAnnotations = path !== undefined && roleOf(path) !== 'source';
  const kind = isAnnotations
    ? 'annotations'
    : document.languageId === 'markdown'
      ? 'markdown'
      : 'other';
  return references
    .map((one) => {
      const isSame = one.folder === folder?.uri.toString();
      return referenceIn(kind, one, isSame ? path : undefined);
    })
    .join(', ');
}

/** Another extension may have put anything under our name. */
function parse(text: string): Reference[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isReference) : [];
  } catch {
    return [];
  }
}

function isReference(value: unknown): value is Reference {
  if (typeof value !== 'object' || value === null) return false;
  const { words, id, path, line, uri, folder } = value as Readonly<Record<string, unknown>>;
  const texts = [words, path, uri, folder, id ?? ''];
  return typeof line === 'number' && texts.every((one) => typeof one === 'string');
}
