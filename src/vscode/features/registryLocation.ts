import type * as vscode from 'vscode';
import { type Place, registryEntryOf } from '../../core';
import { toRange } from '../convert';
import type { CorpusFolder } from '../corpora';

/** Where the registry states an entity: its whole entry, with its id to be selected. */
export async function registryLocation(
  folder: CorpusFolder,
  id: string,
): Promise<vscode.LocationLink | undefined> {
  const entity = await registryEntryOf(folder.corpus, id);
  return entity && entryLink(folder, entity.place);
}

/** Leads to a record of a YAML file: shows it whole, and selects its key. */
export async function entryLink(
  folder: CorpusFolder,
  { file, key, span }: Place,
): Promise<vscode.LocationLink> {
  const text = await folder.corpus.linesOf(file);
  const start = key?.start ?? span.start;
  return {
    targetUri: folder.uriOf(file),
    targetRange: toRange(text, { start, end: span.end }),
    targetSelectionRange: toRange(text, key ?? span),
  };
}
