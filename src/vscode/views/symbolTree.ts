import * as vscode from 'vscode';
import { roleOf } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { type ViewNode, locate, openCommand } from './viewNode';

/**
 * What the extension of VS Code's References view exports for others, as far as it is used here:
 * https://github.com/microsoft/vscode/blob/main/extensions/references-view/src/references-view.d.ts
 */
interface SymbolTree {
  setInput(input: SymbolTreeInput): void;
}

export interface SymbolTreeInput {
  readonly contextValue: string;
  readonly title: string;
  /** Where it was asked for: must be at a word. */
  readonly location: vscode.Location;
  resolve(): Promise<SymbolTreeModel | undefined>;
  with(location: vscode.Location): SymbolTreeInput;
}

interface SymbolTreeModel {
  readonly provider: vscode.TreeDataProvider<ViewNode>;
  readonly message: string | undefined;
  readonly navigation: {
    nearest(uri: vscode.Uri, position: vscode.Position): ViewNode | undefined;
    next(from: ViewNode): ViewNode;
    previous(from: ViewNode): ViewNode;
    location(item: ViewNode): vscode.Location | undefined;
  };
  readonly highlights: {
    getEditorHighlights(item: ViewNode, uri: vscode.Uri): vscode.Range[] | undefined;
  };
  readonly dnd: { getDragUri(item: ViewNode): vscode.Uri | undefined };
  dispose(): void;
}

/** Shows an input in the References view; false where there is no such view in this host. */
export async function showInReferences(input: SymbolTreeInput): Promise<boolean> {
  const extension = vscode.extensions.getExtension<SymbolTree | undefined>(
    'vscode.references-view',
  );
  const tree = await extension?.activate();
  tree?.setInput(input);
  return tree !== undefined;
}

/** What an input shows: its rows, and which of them are stepped through by F4. */
export interface Content {
  readonly roots: readonly ViewNode[];
  readonly steps: readonly ViewNode[];
  readonly message: string;
}

/** A result that is made when the view wants it; the view makes it again on “Refresh”. */
export class Result implements SymbolTreeInput {
  readonly contextValue: string;
  readonly title: string;
  readonly location: vscode.Location;
  readonly #corpora: Corpora;
  readonly #make: () => Promise<Content>;

  constructor(
    corpora: Corpora,
    contextValue: string,
    title: string,
    location: vscode.Location,
    make: () => Promise<Content>,
  ) {
    this.#corpora = corpora;
    this.contextValue = contextValue;
    this.title = title;
    this.location = location;
    this.#make = make;
  }

  async resolve(): Promise<SymbolTreeModel | undefined> {
    const content = await this.#make();
    if (content.roots.length === 0) return undefined;
    const model = new Model(this.#corpora, content, this.#make);
    await model.locateAll();
    return model;
  }

  with(location: vscode.Location): SymbolTreeInput {
    return new Result(this.#corpora, this.contextValue, this.title, location, this.#make);
  }
}

const delay = 300;

class Model implements SymbolTreeModel {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #make: () => Promise<Content>;
  readonly #listening: vscode.Disposable;
  readonly #locations = new Map<string, vscode.Location>();
  #content: Content;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(corpora: Corpora, content: Content, make: () => Promise<Content>) {
    this.#content = content;
    this.#make = make;
    this.#listening = corpora.onDidChange(({ file }) => {
      const isSource = file && roleOf(file.path) === 'source';
      if (isSource && !this.#shows(file.folder.uriOf(file.path))) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#renew().catch(console.error);
      }, delay);
    });
  }

  readonly provider: vscode.TreeDataProvider<ViewNode> = {
    onDidChangeTreeData: this.#changed.event,
    getTreeItem: (node) => {
      const item = node.item();
      const location = this.#locations.get(node.id);
      if (location) item.command = openCommand(location);
      return item;
    },
    getChildren: async (node) => {
      const nodes = node ? ((await node.children?.(node)) ?? []) : this.#content.roots;
      await this.#locate(nodes);
      return [...nodes];
    },
    getParent: (node) => node.parent,
  };

  get message(): string {
    return this.#content.message;
  }

  readonly navigation = {
    nearest: (uri: vscode.Uri, position: vscode.Position) => this.#nearest(uri, position),
    next: (from: ViewNode) => this.#step(from, 1),
    previous: (from: ViewNode) => this.#step(from, -1),
    location: (item: ViewNode) => this.#locations.get(item.id),
  };

  readonly highlights = {
    getEditorHighlights: (_: ViewNode, uri: vscode.Uri) =>
      this.#located()
        .filter((location) => location.uri.toString() === uri.toString())
        .map(({ range }) => range),
  };

  readonly dnd = {
    getDragUri: (item: ViewNode) => {
      const found = this.#locations.get(item.id);
      return found?.uri.with({ fragment: `L${found.range.start.line + 1}` });
    },
  };

  /** All steps have their places before the view asks for the nearest one. */
  async locateAll(): Promise<void> {
    await this.#locate(this.#content.steps);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #located(): vscode.Location[] {
    return this.#content.steps.flatMap(({ id }) => this.#locations.get(id) ?? []);
  }

  #shows(source: vscode.Uri): boolean {
    return this.#located().some(({ uri }) => uri.toString() === source.toString());
  }

  async #renew(): Promise<void> {
    this.#content = await this.#make();
    this.#locations.clear();
    await this.locateAll();
    this.#changed.fire(undefined);
  }

  async #locate(nodes: readonly ViewNode[]): Promise<void> {
    const missing = nodes.filter(({ id, citation }) => citation && !this.#locations.has(id));
    await Promise.all(
      missing.map(async ({ id, folder, citation }) => {
        const found = citation && (await locate(folder, citation));
        if (found) this.#locations.set(id, found);
      }),
    );
  }

  #nearest(uri: vscode.Uri, position: vscode.Position): ViewNode | undefined {
    const { steps } = this.#content;
    const here = steps.filter(({ id }) => {
      return this.#locations.get(id)?.uri.toString() === uri.toString();
    });
    const after = here.find(({ id }) => {
      return this.#locations.get(id)?.range.end.isAfterOrEqual(position);
    });
    return after ?? here.at(-1) ?? steps[0];
  }

  /** In a ring; from any other row to the first one. */
  #step(from: ViewNode, step: 1 | -1): ViewNode {
    const { steps } = this.#content;
    const at = steps.findIndex(({ id }) => id === from.id);
    return (at < 0 ? steps[0] : steps.at((at + step) % steps.length)) ?? from;
  }
}

/** The first word of a passage, where the view can be anchored. */
export async function anchorOf(
  folder: CorpusFolder,
  nodes: readonly ViewNode[],
): Promise<vscode.Location | undefined> {
  for (const { citation } of nodes) {
    const found = citation && (await locate(folder, citation));
    if (found) return found;
  }
  return undefined;
}
