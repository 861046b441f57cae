import * as vscode from 'vscode';
import { placeOf, quoteOf, roleOf, sentenceAround } from '../../core';
import { toRange } from '../convert';
import type { Corpora, CorpusFolder } from '../corpora';
import { ReferenceDrag } from './drag';
import { type ViewNode, childId, locateRecord, openCommand, plainLines, rowItem } from './viewNode';
import { Debounced } from '../debounced';

/** Edits come in bursts; a view may follow a moment later. */
const delay = 300;

export type RootsOf = (
  folder: CorpusFolder,
  parent: ViewNode | undefined,
) => Promise<readonly ViewNode[]>;

interface ViewOptions extends Partial<vscode.TreeViewOptions<ViewNode>> {
  readonly ofSources?: boolean;
}

/**
 * A view over the corpora of the workspace. It reads nothing before it is seen; a level for the
 * folders is there only where several of them have something to show.
 */
export class CorpusView implements vscode.TreeDataProvider<ViewNode>, vscode.Disposable {
  readonly view: vscode.TreeView<ViewNode>;
  readonly #corpora: Corpora;
  readonly #rootsOf: RootsOf;
  readonly #changed = new vscode.EventEmitter<ViewNode | ViewNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  /** By URI of a source: the rows that show something of its text. */
  readonly #shown = new Map<string, Set<ViewNode>>();
  readonly #edited = new Set<string>();
  #isStale = false;
  readonly #flushing = new Debounced(delay, () => {
    this.#flush();
  });

  /** @param options of the tree; `ofSources`: its rows follow from the texts of all sources */
  constructor(
    id: string,
    corpora: Corpora,
    rootsOf: RootsOf,
    { ofSources = false, ...options }: ViewOptions = {},
  ) {
    this.#corpora = corpora;
    this.#rootsOf = rootsOf;
    this.view = vscode.window.createTreeView(id, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: new ReferenceDrag(),
      ...options,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.view,
      this.#changed,
      corpora.onDidChange(({ file }) => {
        const source = file && roleOf(file.path) === 'source' && file.folder.uriOf(file.path);
        if (!source || ofSources) this.#isStale = true;
        else if (this.#shown.has(source.toString())) this.#edited.add(source.toString());
        else return;
        this.#flushing.ask();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.refresh();
      }),
      this.view.onDidChangeVisibility(() => {
        this.#flush();
      }),
    );
  }

  /** Asks for the rows again, with what is known. */
  redraw(): void {
    this.#changed.fire(undefined);
  }

  /** Shows everything anew. */
  refresh(): void {
    this.#isStale = true;
    this.#flush();
  }

  dispose(): void {
    this.#flushing.dispose();
    this.#subscriptions.dispose();
  }

  getTreeItem(node: ViewNode): vscode.TreeItem {
    return node.item();
  }

  async getChildren(node?: ViewNode): Promise<ViewNode[]> {
    if (!node) return this.#roots();
    if (node.source !== undefined) this.#track(node.folder.uriOf(node.source), node);
    return [...((await node.children?.(node)) ?? [])];
  }

  getParent(node: ViewNode): ViewNode | undefined {
    return node.parent;
  }

  /** A passage is looked for when somebody points at its row or opens it. */
  async resolveTreeItem(
    item: vscode.TreeItem,
    node: ViewNode,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    const { folder, citation } = node;
    if (!citation) return item;
    const uri = folder.uriOf(citation.source);
    this.#track(uri, node);
    const place = await placeOf(folder.corpus, citation);
    const target = place
      ? new vscode.Location(uri, toRange(place.text, place.span))
      : await locateRecord(folder, citation.record.place);
    if (token.isCancellationRequested) return item;
    const lost = vscode.l10n.t('These words have no one place in the source any more.');
    item.tooltip ??= plainLines(
      place
        ? `${sentenceAround(place.text, place.segments)}\n${citation.source}:${target.range.start.line + 1}`
        : `“${quoteOf(citation)}”\n${citation.source}\n${lost}`,
    );
    item.command ??= openCommand(target);
    return item;
  }

  /** What changed while nobody looked is shown when somebody does. */
  #flush(): void {
    if (!this.view.visible) return;
    if (this.#isStale) {
      this.#isStale = false;
      this.#edited.clear();
      this.#shown.clear();
      this.#changed.fire(undefined);
      return;
    }
    const nodes = [...this.#edited].flatMap((source) => [...(this.#shown.get(source) ?? [])]);
    for (const source of this.#edited) this.#shown.delete(source);
    this.#edited.clear();
    if (nodes.length > 0) this.#changed.fire(nodes);
  }

  #track(source: vscode.Uri, node: ViewNode): void {
    const key = source.toString();
    const nodes = this.#shown.get(key);
    if (nodes) nodes.add(node);
    else this.#shown.set(key, new Set([node]));
  }

  async #roots(): Promise<ViewNode[]> {
    const folders = this.#corpora.all();
    const found = await Promise.all(
      folders.map(async (folder) => ({ folder, nodes: await this.#rootsOf(folder, undefined) })),
    );
    const filled = found.filter(({ nodes }) => nodes.length > 0);
    if (filled.length > 1) return filled.map(({ folder }) => folderNode(folder, this.#rootsOf));
    const [only] = filled;
    if (!only) await tellState(folders);
    return [...(only?.nodes ?? [])];
  }
}

function folderNode(folder: CorpusFolder, rootsOf: RootsOf): ViewNode {
  const id = childId(undefined, folder, '');
  const { name } = folder.folder;
  return {
    id,
    parent: undefined,
    folder,
    item: () =>
      rowItem(id, { label: name, icon: 'root-folder', expanded: true, context: 'folder' }),
    children: (self) => rootsOf(folder, self),
  };
}

/** Chooses what an empty view says: there is no corpus, nothing is annotated, or nothing to show. */
async function tellState(folders: readonly CorpusFolder[]): Promise<void> {
  let state = 'none';
  for (const { corpus } of folders) {
    if ((await corpus.registry()).entities.size > 0) state = 'annotated';
    else if (state === 'none' && (await corpus.sources()).length > 0) state = 'sources';
  }
  await vscode.commands.executeCommand('setContext', 'glossator.corpus', state);
}
