import * as vscode from 'vscode';
import { mapLimited, roleOf } from '../../core';
import type { Corpora } from '../corpora';
import { tell } from './tell';
import { type ViewNode, locate, openCommand } from './viewNode';
import { Debounced } from '../debounced';

/** Sources read at once. */
const parallelSources = 8;
/** Edits come in bursts; the result may follow a moment later. */
const delay = 300;

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

/** Cancelled, what it makes is not whole, and nobody looks at it. */
export type Make = (token?: vscode.CancellationToken) => Promise<Content>;

export interface Asked {
  readonly contextValue: string;
  readonly title: string;
  readonly location: vscode.Location;
  readonly make: Make;
}

/** A result that is made when the view wants it; the view makes it again on “Refresh”. */
export class Result implements SymbolTreeInput {
  readonly contextValue: string;
  readonly title: string;
  readonly location: vscode.Location;
  readonly #corpora: Corpora;
  readonly #make: Make;
  #made: Content | undefined;

  /** `made`: what `make` has just made, for the first who wants it. */
  constructor(corpora: Corpora, { contextValue, title, location, make }: Asked, made?: Content) {
    this.#corpora = corpora;
    this.contextValue = contextValue;
    this.title = title;
    this.location = location;
    this.#make = make;
    this.#made = made;
  }

  async resolve(): Promise<SymbolTreeModel | undefined> {
    const content = this.#made ?? (await this.#make());
    this.#made = undefined;
    if (content.roots.length === 0) return undefined;
    const model = new Model(this.#corpora, this.#make);
    await model.show(content);
    return model;
  }

  with(location: vscode.Location): SymbolTreeInput {
    const { contextValue, title } = this;
    return new Result(this.#corpora, { contextValue, title, location, make: this.#make });
  }
}

/** Where each row leads, as far as it is known; by the row's id. */
type Locations = Map<string, vscode.Location>;

class Model implements SymbolTreeModel {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #make: Make;
  readonly #listening: vscode.Disposable;
  #content: Content = { roots: [], steps: [], message: '' };
  #locations: Locations = new Map();
  /** By URI of a source: the steps in it. */
  #steps = new Map<string, ViewNode[]>();
  /** URIs of the sources that some row shows something of. */
  #shown = new Set<string>();
  #isStale = false;
  #renewing: Promise<void> = Promise.resolve();
  #renewal = new vscode.CancellationTokenSource();
  readonly #changing = new Debounced(delay, () => {
    this.#changed.fire(undefined);
  });

  constructor(corpora: Corpora, make: Make) {
    this.#make = make;
    this.#listening = corpora.onDidChange(({ file }) => {
      const isSource = file && roleOf(file.path) === 'source';
      if (isSource && !this.#shown.has(file.folder.uriOf(file.path).toString())) return;
      this.#isStale = true;
      this.#renewal.cancel();
      this.#changing.ask();
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
      if (!node) await this.#renew();
      const nodes = node ? ((await node.children?.(node)) ?? []) : this.#content.roots;
      for (const one of nodes) note(one, this.#shown);
      await locateAll(nodes, this.#locations);
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
      this.#stepsIn(uri).flatMap(({ id }) => this.#locations.get(id)?.range ?? []),
  };

  readonly dnd = {
    getDragUri: (item: ViewNode) => {
      const found = this.#locations.get(item.id);
      return found?.uri.with({ fragment: `L${found.range.start.line + 1}` });
    },
  };

  dispose(): void {
    this.#changing.dispose();
    this.#renewal.cancel();
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** All steps have their places before the view asks for the nearest one. */
  async show(content: Content, token?: vscode.CancellationToken): Promise<void> {
    const locations: Locations = new Map();
    await locateAll(content.steps, locations, token);
    // What changed meanwhile is asked for again after the pause.
    if (token?.isCancellationRequested === true) return;
    this.#content = content;
    this.#locations = locations;
    this.#shown = new Set();
    this.#steps = new Map();
    for (const root of content.roots) note(root, this.#shown);
    for (const step of content.steps) {
      const uri = note(step, this.#shown);
      if (uri === undefined || !locations.has(step.id)) continue;
      const own = this.#steps.get(uri);
      if (own) own.push(step);
      else this.#steps.set(uri, [step]);
    }
  }

  /** VS Code asks for rows only while they are seen: what is hidden is not made anew. */
  #renew(): Promise<void> {
    if (!this.#isStale) return this.#renewing;
    this.#isStale = false;
    this.#renewal.dispose();
    this.#renewal = new vscode.CancellationTokenSource();
    const { token } = this.#renewal;
    this.#renewing = this.#make(token).then((content) => this.show(content, token));
    return this.#renewing;
  }

  #stepsIn(uri: vscode.Uri): readonly ViewNode[] {
    return this.#steps.get(uri.toString()) ?? [];
  }

  #nearest(uri: vscode.Uri, position: vscode.Position): ViewNode | undefined {
    const here = this.#stepsIn(uri);
    const after = here.find(({ id }) => {
      return this.#locations.get(id)?.range.end.isAfterOrEqual(position);
    });
    return after ?? here.at(-1) ?? this.#content.steps[0];
  }

  /** In a ring; from any other row to the first one. */
  #step(from: ViewNode, step: 1 | -1): ViewNode {
    const { steps } = this.#content;
    const at = steps.findIndex(({ id }) => id === from.id);
    return (at < 0 ? steps[0] : steps.at((at + step) % steps.length)) ?? from;
  }
}

/** Notes the source that a row shows something of. */
function note({ folder, source, citation }: ViewNode, shown: Set<string>): string | undefined {
  const path = source ?? citation?.source;
  if (path === undefined) return undefined;
  const uri = folder.uriOf(path).toString();
  shown.add(uri);
  return uri;
}

async function locateAll(
  nodes: readonly ViewNode[],
  locations: Locations,
  token?: vscode.CancellationToken,
): Promise<void> {
  const missing = nodes.filter(({ id }) => !locations.has(id));
  for (const { id, location } of missing) if (location) locations.set(id, location);
  await mapLimited(
    missing.filter(({ citation, location }) => citation && !location),
    parallelSources,
    async ({ id, folder, citation }) => {
      const found = citation && (await locate(folder, citation));
      if (found) locations.set(id, found);
    },
    token,
  );
}

/** The first place that a row leads to, where the view can be anchored. */
async function anchorOf(nodes: readonly ViewNode[]): Promise<vscode.Location | undefined> {
  for (const { folder, citation, location } of nodes) {
    const found = location ?? (citation && (await locate(folder, citation)));
    if (found) return found;
  }
  return undefined;
}

/** What somebody asks for; `from`: where, if at a word; `none`: the answer where there is no row. */
export interface Question extends Omit<Asked, 'location'> {
  readonly from: vscode.Location | undefined;
  readonly none: string;
}

/** The answer in the References view; in Peek where this host has no such view. */
export async function showResult(
  corpora: Corpora,
  { from, none, ...asked }: Question,
): Promise<void> {
  const content = await asked.make();
  const location = from ?? (await anchorOf(content.steps));
  if (content.roots.length === 0) tell(none);
  else if (!location) tell(vscode.l10n.t('None of the quotes has a place in its source any more.'));
  else if (!(await showInReferences(new Result(corpora, { ...asked, location }, content)))) {
    await peek(location, content.steps);
  }
}

export async function peek({ uri, range }: vscode.Location, steps: readonly ViewNode[]) {
  const locations: Locations = new Map();
  await locateAll(steps, locations);
  const found = steps.flatMap(({ id }) => locations.get(id) ?? []);
  await vscode.commands.executeCommand('editor.action.showReferences', uri, range.start, found);
}
