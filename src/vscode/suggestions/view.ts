import * as vscode from 'vscode';
import type { Chosen, Suggestion } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';
import { CorpusView } from '../views/corpusView';
import { type ViewNode, labelsOf } from '../views/viewNode';
import { Finder } from './finder';
import { type Grouping, type SuggestionNode, isSuggestionNode, suggestionNodes } from './nodes';
import { isLikely } from './words';

export const suggestionsViewId = 'glossator.suggestions';

/** What the view leaves out. */
type Filter = 'all' | 'known' | 'new' | 'likely';

const passes: Readonly<Record<Filter, (suggestion: Suggestion) => boolean>> = {
  all: () => true,
  known: ({ entity }) => entity !== undefined,
  new: ({ entity }) => entity === undefined,
  likely: isLikely,
};

/** All that may be annotated, in a list to go through, with check boxes. */
export class SuggestionsView implements vscode.Disposable {
  readonly tree: CorpusView;
  readonly #finder = new Finder();
  readonly #checked = new Set<string>();
  readonly #subscriptions: vscode.Disposable;
  #grouping: Grouping = 'source';
  #filter: Filter = 'all';
  /** Nobody waited for what was under way when the view was closed. */
  #isCut = false;
  readonly #count = new Map<CorpusFolder, number>();

  constructor(corpora: Corpora) {
    this.tree = new CorpusView(
      suggestionsViewId,
      corpora,
      (folder, parent) => this.#rootsOf(folder, parent),
      { ofSources: true, manageCheckboxStateManually: true },
    );
    this.#subscriptions = vscode.Disposable.from(
      this.tree,
      this.#finder,
      corpora.onDidChange(() => {
        this.#finder.forget();
      }),
      this.tree.view.onDidChangeCheckboxState(({ items }) => {
        for (const [node, state] of items) this.#check(node, state);
        this.#tellCount();
        this.tree.redraw();
      }),
      this.tree.view.onDidChangeVisibility(({ visible }) => {
        if (!visible) this.#finder.forget();
        this.#isCut ||= !visible;
        if (!visible || !this.#isCut) return;
        this.#isCut = false;
        this.tree.refresh();
      }),
    );
  }

  /** What is checked, of what is shown. */
  async checked(): Promise<ReadonlyMap<CorpusFolder, readonly Chosen[]>> {
    const chosen = new Map<CorpusFolder, readonly Chosen[]>();
    for (const node of await this.#roots()) {
      const own = node.chosen.filter((one) => this.#checked.has(keyOf(node.folder, one)));
      if (own.length > 0) chosen.set(node.folder, [...(chosen.get(node.folder) ?? []), ...own]);
    }
    return chosen;
  }

  /** Takes all checks away: what was decided is not there any more. */
  clearChecks(): void {
    this.#checked.clear();
    this.#tellCount();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The rows of the first level, whether there is one for the folders or not. */
  async #roots(): Promise<SuggestionNode[]> {
    const roots = await this.tree.getChildren();
    const below = roots.map((node) =>
      isSuggestionNode(node) ? Promise.resolve([node]) : this.tree.getChildren(node),
    );
    return (await Promise.all(below)).flat().filter(isSuggestionNode);
  }

  async #rootsOf(
    folder: CorpusFolder,
    parent: ViewNode | undefined,
  ): Promise<readonly SuggestionNode[]> {
    const found = this.#finder.of(folder, passes[this.#filter]);
    const location = { viewId: suggestionsViewId };
    const all = await vscode.window.withProgress({ location }, () => found);
    if (!all) return [];
    const registry = await folder.corpus.registry();
    const labelOf = await labelsOf(folder);
    this.#forgetOthers(folder, all);
    const isChecked = (own: CorpusFolder, one: Chosen) => this.#checked.has(keyOf(own, one));
    const listing = { folder, registry, labelOf, grouping: this.#grouping, isChecked };
    this.#count.set(folder, all.length);
    this.#tellCount();
    return suggestionNodes(listing, parent, all);
  }

  /** What is not there any more is not checked any more. */
  #forgetOthers(folder: CorpusFolder, all: readonly Chosen[]): void {
    const present = new Set(all.map((one) => keyOf(folder, one)));
    const prefix = keyPrefix(folder);
    for (const key of this.#checked) {
      if (key.startsWith(prefix) && !present.has(key)) this.#checked.delete(key);
    }
  }

  #tellCount(): void {
    const count = [...this.#count.values()].reduce((sum, one) => sum + one, 0);
    const checked = this.#checked.size;
    this.tree.view.description =
      checked === 0 ? String(count) : vscode.l10n.t('{0}, checked: {1}', count, checked);
    void setContext('glossator.suggestionsChecked', checked > 0);
  }

  #check(node: ViewNode, state: vscode.TreeItemCheckboxState): void {
    if (!isSuggestionNode(node)) return;
    const isChecked = state === vscode.TreeItemCheckboxState.Checked;
    for (const one of node.chosen) {
      if (isChecked) this.#checked.add(keyOf(node.folder, one));
      else this.#checked.delete(keyOf(node.folder, one));
    }
  }

  async group(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    await setContext('glossator.suggestionsGrouping', grouping);
    this.tree.redraw();
  }

  async askFilter(): Promise<void> {
    const items: (vscode.QuickPickItem & { filter: Filter })[] = [
      { label: vscode.l10n.t('All suggestions'), filter: 'all' },
      { label: vscode.l10n.t('Known entities'), filter: 'known' },
      { label: vscode.l10n.t('New names and dates'), filter: 'new' },
      { label: vscode.l10n.t('Sure and likely ones'), filter: 'likely' },
    ];
    const shown = items.map((item) =>
      item.filter === this.#filter ? { ...item, description: vscode.l10n.t('shown now') } : item,
    );
    const title = vscode.l10n.t('Which suggestions to list');
    const picked = await vscode.window.showQuickPick(shown, { title });
    if (!picked) return;
    this.#filter = picked.filter;
    this.clearChecks();
    this.#finder.forget();
    this.tree.view.message = picked.filter === 'all' ? '' : plainLabel(picked.label);
    this.tree.refresh();
  }
}

function keyOf(folder: CorpusFolder, { suggestions, suggestion }: Chosen): string {
  const { start, end, entity } = suggestion;
  return keyPrefix(folder) + JSON.stringify([suggestions.path, start, end, entity]);
}

function keyPrefix({ folder }: CorpusFolder): string {
  return `${folder.uri.toString()}\n`;
}

async function setContext(key: string, value: unknown): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}
