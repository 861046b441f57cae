import * as vscode from 'vscode';
import { registryEntryOf } from '../../core';
import { type Reference, referenceMime } from './reference';
import { type ViewNode, locate, locateRecord } from './viewNode';

/** Rows of a view can be dragged into an editor, or anywhere that takes a file. */
export class ReferenceDrag implements vscode.TreeDragAndDropController<ViewNode> {
  readonly dropMimeTypes: readonly string[] = [];
  readonly dragMimeTypes = ['text/uri-list', referenceMime];

  async handleDrag(
    nodes: readonly ViewNode[],
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const found = await Promise.all(nodes.map(referenceTo));
    const references = found.filter((one) => one !== undefined);
    if (references.length === 0 || token.isCancellationRequested) return;
    const uris = references.map(({ uri }) => uri).join('\r\n');
    data.set('text/uri-list', new vscode.DataTransferItem(uris));
    data.set(referenceMime, new vscode.DataTransferItem(JSON.stringify(references)));
  }
}

/** To an entity its entry in the registry, to a passage its place; undefined for other rows. */
export async function referenceTo({
  folder,
  entity,
  citation,
}: ViewNode): Promise<Reference | undefined> {
  if (citation) {
    const found = await locate(folder, citation);
    if (!found) return undefined;
    const document = await vscode.workspace.openTextDocument(found.uri);
    const words = document.getText(found.range).replace(/\s+/g, ' ');
    return { words, path: citation.source, ...toTarget(found) };
  }
  if (entity === undefined) return undefined;
  const entry = await registryEntryOf(folder.corpus, entity);
  if (!entry) return undefined;
  const found = await locateRecord(folder, entry.place);
  return { words: entry.name, id: entity, path: entry.place.file, ...toTarget(found) };
}

function toTarget({ uri, range }: vscode.Location) {
  const line = range.start.line + 1;
  const fragment = `L${line},${range.start.character + 1}`;
  return { line, uri: uri.with({ fragment }).toString() };
}
