import * as vscode from 'vscode';
import { UnreadableError, mapOf, roleOf } from '../../core';
import type { ToHost, ToPage } from '../../map/protocol';
import type { Corpora, CorpusFolder } from '../corpora';
import { findMentionsAt } from '../features/mentionAt';
import { plainLabel } from '../markdown';
import { showMentionResult } from '../views/mentionResult';
import { detailsOf } from './details';
import { renderPage } from './mapPage';
import { openClaim, openEntity, openEntry, openSpan } from './openPlaces';
import { readMessage } from './readMessage';
import { saveSvg } from './saveSvg';

/** After the last change, in milliseconds: a picture is not redrawn at each key. */
const calm = 300;

/** The page of one corpus, told of changes while it is seen. */
export class MapPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #corpora: Corpora;
  readonly #folder: vscode.WorkspaceFolder;
  readonly #subscriptions: vscode.Disposable[] = [];
  #isReady = false;
  #isStale = true;
  #follows = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    corpora: Corpora,
    folder: vscode.WorkspaceFolder,
  ) {
    this.#panel = panel;
    this.#corpora = corpora;
    this.#folder = folder;
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((data: unknown) => this.#onMessage(data)),
      panel.onDidChangeViewState(() => {
        if (panel.visible) void this.#refresh();
      }),
      corpora.onDidChange(({ file }) => {
        // Typing in a source moves words, and changes nothing of what the map shows.
        if (file === undefined || roleOf(file.path) !== 'source') this.#later();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#onCursor(textEditor)),
    );
    panel.webview.html = renderPage(panel.webview, extension);
  }

  get folder(): vscode.WorkspaceFolder {
    return this.#folder;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** The corpus as it is now: settings and lost folders may have made it anew. */
  get #corpus(): CorpusFolder {
    return this.#corpora.of(this.#folder);
  }

  #later(): void {
    this.#isStale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), calm);
  }

  async #refresh(): Promise<void> {
    if (!this.#isReady || !this.#isStale || !this.#panel.visible) return;
    this.#isStale = false;
    const map = await mapOf(this.#corpus.corpus);
    // What has changed meanwhile is on its way already.
    const { name: title, uri } = this.#folder;
    await this.#send({ kind: 'map', title, folder: uri.toString(), map });
  }

  async #send(message: ToPage): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  async #onMessage(data: unknown): Promise<void> {
    const message = readMessage(data);
    if (!message) return;
    try {
      await this.#answer(message);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      void vscode.window.showErrorMessage(plainLabel(error.message));
    }
  }

  async #answer(message: ToHost): Promise<void> {
    const folder = this.#corpus;
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#isStale = true;
        return this.#refresh();
      case 'details': {
        const details = await detailsOf(folder.corpus, message.id);
        if (details) await this.#send({ kind: 'details', id: message.id, details });
        return;
      }
      case 'open':
        return openEntity(folder, message.id, this.#beside());
      case 'openEntry':
        return openEntry(folder, message.id, this.#beside());
      case 'showMentions':
        return showMentionResult(this.#corpora, folder, message.id, undefined);
      case 'openQuote':
        await openSpan(folder, message.source, message, this.#beside());
        return;
      case 'openClaim':
        return openClaim(folder, message.source, message.claim, this.#beside());
      case 'follow':
        this.#follows = message.on;
        return;
      case 'export':
        return saveSvg(this.#folder, message.svg);
    }
  }

  /** An editor that is open beside the map is used again, so that the map stays in view. */
  #beside(): vscode.ViewColumn {
    const other = vscode.window.tabGroups.all.find((group) => {
      return group.viewColumn !== this.#panel.viewColumn;
    });
    return other?.viewColumn ?? vscode.ViewColumn.Beside;
  }

  async #onCursor({ document, selection }: vscode.TextEditor): Promise<void> {
    if (!this.#follows || !this.#panel.visible) return;
    const here = await findMentionsAt(this.#corpora, document, selection.active);
    const [innermost] = here?.mentions ?? [];
    if (here?.file.folder.folder !== this.#folder || !innermost) return;
    await this.#send({ kind: 'reveal', id: innermost.record.entity });
  }
}
