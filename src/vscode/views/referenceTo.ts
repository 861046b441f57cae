import type * as vscode from 'vscode';
import { placeOf, registryEntryOf } from '../../core';
import type { CorpusFolder } from '../corpora';
import type { Reference } from './reference';
import { type ViewNode, locateRecord, toLocation } from './viewNode';

/** Those of the rows that have one. */
export async function referencesTo(nodes: readonly ViewNode[]): Promise<Reference[]> {
  const found = await Promise.all(nodes.map(referenceTo));
  return found.filter((one) => one !== undefined);
}

/** To an entity its entry in the registry, to a passage its place; undefined for other rows. */
export async function referenceTo({
  folder,
  entity,
  citation,
}: ViewNode): Promise<Reference | undefined> {
  if (citation) {
    // From what is known: to open the document would make the corpus forget the source.
    const place = await placeOf(folder.corpus, citation);
    if (!place) return undefined;
    const words = place.text.slice(place.span).replace(/\s+/g, ' ');
    const target = toTarget(folder, toLocation(folder, citation.source, place));
    return { words, path: citation.source, ...target };
  }
  if (entity === undefined) return undefined;
  const entry = await registryEntryOf(folder.corpus, entity);
  if (!entry) return undefined;
  const found = await locateRecord(folder, entry.place);
  return { words: entry.name, id: entity, path: entry.place.file, ...toTarget(folder, found) };
}

function toTarget({ folder }: CorpusFolder, { uri, range }: vscode.Location) {
  const line = range.start.line + 1;
  const fragment = `L${line},${range.start.character + 1}`;
  return { line, uri: uri.with({ fragment }).toString(), folder: folder.uri.toString() };
}
