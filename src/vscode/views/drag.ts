import * as vscode from 'vscode';
import { referenceMime } from './reference';
import type { ViewNode } from './viewNode';

/** Rows of a view can be dragged into an editor, or anywhere that takes a file. */
export class ReferenceDrag implements vscode.TreeDragAndDropController<ViewNode> {
  readonly dropMimeTypes: readonly string[] = [];
  readonly dragMimeTypes = ['text/uri-list', referenceMime];

  async handleDrag(
    nodes: readonly ViewNode[],
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const { referencesTo } = await import('./viewWork');
    const references = await referencesTo(nodes);
    if (references.length === 0 || token.isCancellationRequested) return;
    const uris = references.map(({ uri }) => uri).join('\r\n');
    data.set('text/uri-list', new vscode.DataTransferItem(uris));
    data.set(referenceMime, new vscode.DataTransferItem(JSON.stringify(references)));
  }
}
