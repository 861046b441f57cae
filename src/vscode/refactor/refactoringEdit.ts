import * as vscode from 'vscode';
import {
  type FileChange,
  type Part,
  type Refactoring,
  changedPlacesOf,
  mapLimited,
} from '../../core';
import { isNew, isOfFile, stale } from '../commands/applyChanges';
import { addFileChange } from '../convert';
import type { CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';

/** Files that are opened at once. */
const parallelFiles = 8;

/**
 * A refactoring as an edit of the editor, with what its preview says of each piece. It asks for
 * that preview by itself where it `asks`.
 *
 * @param from where the decision is made: undo works there, too.
 * @throws {EditRefusedError} where a file has changed meanwhile.
 */
export async function refactoringEdit(
  folder: CorpusFolder,
  { changes, notes }: Refactoring,
  from: vscode.Uri,
  asks: boolean,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  // Of nothing, and so harmless if it is taken out. To mark the others would take them all out
  // until each is put in again: the editor leaves out what it is to ask about.
  edit.insert(from, new vscode.Position(0, 0), '', {
    needsConfirmation: asks,
    label: vscode.l10n.t('Beforehand'),
    description: plainLabel(notes.join(' ') || vscode.l10n.t('Undo works here, too')),
  });
  const add = async (change: FileChange) => {
    if (await addFileChange(edit, folder.uriOf(change.path), change, await shown(change))) return;
    throw stale(change.path);
  };
  await mapLimited(changes.filter(isOfFile), parallelFiles, add);
  await mapLimited(changes.filter(isNew), parallelFiles, add);
  return edit;
}

async function shown(change: FileChange) {
  const places = await changedPlacesOf(change);
  return places.map(({ part, ...edit }) => ({
    ...edit,
    metadata: { needsConfirmation: false, label: partLabel(part), description: change.path },
  }));
}

function partLabel(part: Part): string {
  switch (part) {
    case 'mentions':
      return vscode.l10n.t('Mentions');
    case 'claims':
      return vscode.l10n.t('Claims');
    case 'rejections':
      return vscode.l10n.t('Rejections');
    case 'registry':
      return vscode.l10n.t('Registry');
    case 'tensions':
      return vscode.l10n.t('Tensions');
    case 'schema':
      return vscode.l10n.t('Schema');
  }
}
