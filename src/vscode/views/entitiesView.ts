import * as vscode from 'vscode';
import { type TypeGroup, entityTypes, roleOf } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { findMentionsAt } from '../features/mentionAt';
import { seedLanguage } from '../language';
import { plainLabel } from '../markdown';
import { CorpusView } from './corpusView';
import type { ViewNode } from './viewNode';
import { Debounced } from '../debounced';

export const entitiesViewId = 'glossator.entities';
const followSetting = 'entities.followCursor';
/** The cursor passes over many entities on its way. */
const delay = 150;

/** The view of all entities: filtered by name, and at the entity under the cursor. */
export class EntitiesView implements vscode.Disposable {
  readonly tree: CorpusView;
  readonly #corpora: Corpora;
  readonly #subscriptions: vscode.Disposable;
  #filter = '';
  /** The cursor moves often, and the groups are of the whole corpus. */
  readonly #groups = new Map<CorpusFolder, Promise<readonly TypeGroup[]>>();
  readonly #following = new Debounced(delay, (editor: vscode.TextEditor) => {
    this.#revealAt(editor).catch(console.error);
  });

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
    this.tree = new CorpusView(entitiesViewId, corpora, async (folder, parent) => {
      const { typeNodes } = await import('./viewWork');
      return typeNodes(folder, parent, await this.#groupsOf(folder), this.#filter !== '');
    });
    this.#subscriptions = vscode.Disposable.from(
      this.tree,
      corpora.onDidChange(({ file }) => {
        if (!file || roleOf(file.path) !== 'source') this.#groups.clear();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        this.#follow(textEditor, kind);
      }),
      this.tree.view.onDidChangeVisibility(() => {
        const editor = vscode.window.activeTextEditor;
        if (editor) this.#follow(editor);
      }),
      registerCommand('glossator.filterEntities', () => this.#askFilter()),
      registerCommand('glossator.clearEntityFilter', () => this.#setFilter('')),
      registerCommand('glossator.followCursor', () => setFollowing(true)),
      registerCommand('glossator.stopFollowingCursor', () => setFollowing(false)),
    );
  }

  /** Selects an entity and scrolls to it; a filter that hides it is taken away. */
  async reveal(folder: CorpusFolder, entity: string): Promise<void> {
    await vscode.commands.executeCommand(`${entitiesViewId}.focus`);
    let node = await this.#find(folder, entity);
    if (!node && this.#filter !== '') {
      await this.#setFilter('');
      node = await this.#find(folder, entity);
    }
    if (node) await this.tree.view.reveal(node, { select: true, focus: true, expand: true });
  }

  dispose(): void {
    this.#following.dispose();
    this.#subscriptions.dispose();
  }

  #follow(editor: vscode.TextEditor, kind?: vscode.TextEditorSelectionChangeKind): void {
    const { document } = editor;
    if (!this.tree.view.visible || document.languageId !== seedLanguage || !isFollowing()) return;
    if (editor !== vscode.window.activeTextEditor) return;
    // A row that was opened here moves the cursor; the reader is still at that row.
    if (kind === undefined || kind === vscode.TextEditorSelectionChangeKind.Command) {
      const [selected] = this.tree.view.selection;
      const source = selected?.citation && selected.folder.uriOf(selected.citation.source);
      if (source?.toString() === document.uri.toString()) return;
    }
    this.#following.ask(editor);
  }

  async #revealAt({ document, selection }: vscode.TextEditor): Promise<void> {
    const here = await findMentionsAt(this.#corpora, document, selection.active);
    const [innermost] = here?.mentions ?? [];
    if (!here || !innermost) return;
    const { entity } = innermost.record;
    const [selected] = this.tree.view.selection;
    if (selected && isWithin(selected, entity)) return;
    const node = await this.#find(here.file.folder, entity);
    if (!node || !this.tree.view.visible) return;
    await this.tree.view.reveal(node, { select: true, focus: false });
  }

  /** The row of an entity, if the filter leaves it. */
  async #find(folder: CorpusFolder, entity: string): Promise<ViewNode | undefined> {
    const type = (await folder.corpus.registry()).entities.get(entity)?.type;
    const at = (await this.#groupsOf(folder)).findIndex((group) => group.type.id === type);
    if (at < 0) return undefined;
    const roots = await this.tree.getChildren();
    const [level] = roots.filter((one) => one.folder === folder);
    const types =
      level?.item().contextValue === 'folder' ? await this.tree.getChildren(level) : roots;
    const group = types[at];
    const nodes = group ? await this.tree.getChildren(group) : [];
    return nodes.find((one) => one.entity === entity);
  }

  #groupsOf(folder: CorpusFolder): Promise<readonly TypeGroup[]> {
    const known = this.#groups.get(folder);
    if (known) return known;
    const groups = entityTypes(folder.corpus, this.#filter);
    this.#groups.set(folder, groups);
    // What failed is not kept: the next to ask tries again.
    groups.catch(() => this.#groups.delete(folder));
    return groups;
  }

  async #askFilter(): Promise<void> {
    await vscode.commands.executeCommand(`${entitiesViewId}.focus`);
    const before = this.#filter;
    const input = vscode.window.createInputBox();
    input.title = vscode.l10n.t('Filter Entities');
    input.placeholder = vscode.l10n.t('A name, in any spelling');
    input.value = before;
    let isAccepted = false;
    input.onDidChangeValue((value) => void this.#setFilter(value.trim()));
    input.onDidAccept(() => {
      isAccepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!isAccepted) void this.#setFilter(before);
      input.dispose();
    });
    input.show();
  }

  async #setFilter(filter: string): Promise<void> {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.#groups.clear();
    this.tree.refresh();
    await vscode.commands.executeCommand('setContext', 'glossator.entitiesFiltered', filter !== '');
    const found = await Promise.all(this.#corpora.all().map((folder) => this.#groupsOf(folder)));
    if (filter !== this.#filter) return;
    const count = found.flat().reduce((sum, { entities }) => sum + entities.length, 0);
    const message = vscode.l10n.t('Filter “{0}” · entities: {1}', plainLabel(filter), count);
    this.tree.view.message = filter === '' ? '' : message;
  }
}

/** Whether the row, or one that it is below of, stands for the entity. */
function isWithin(node: ViewNode, entity: string): boolean {
  return node.entity === entity || (node.parent !== undefined && isWithin(node.parent, entity));
}

function registerCommand(id: string, run: () => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(id, run);
}

function isFollowing(): boolean {
  const setting = vscode.workspace.getConfiguration('glossator').get<boolean>(followSetting);
  return setting === true;
}

async function setFollowing(value: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('glossator');
  await configuration.update(followSetting, value, vscode.ConfigurationTarget.Global);
}
