import * as vscode from 'vscode';
import { UnreadableError, mapOf, mentionsOf, roleOf } from '../../core';
import type { ToHost, ToPage } from '../../map/protocol';
import { sayRefusal } from '../commands/editorCommand';
import type { Corpora, CorpusChange, CorpusFolder } from '../corpora';
import { findMentionsAt } from '../features/mentionAt';
import { showMentionResult } from '../views/mentionResult';
import { detailsOf } from './details';
import { renderPage } from './mapPage';
import { openClaim, openEntity, openEntry, openTensionQuote } from './openPlaces';
import { readMessage } from './readMessage';
import { Debounced } from '../debounced';
import { Renewal } from './renewal';
import { saveSvg } from './saveSvg';

/** After the last change, in milliseconds: a picture is not redrawn at each key. */
const calm = 300;
/** After the cursor came to rest. */
const rest = 150;

/** The page of one corpus, told of changes while it is seen. */
export class MapPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #corpora: Corpora;
  readonly #folder: vscode.WorkspaceFolder;
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #map = new Renewal(
    () => this.#isReady && this.#isSeen,
    () => this.#sendMap(),
  );
  readonly #details = new Renewal(
    () => this.#isSeen,
    () => this.#sendDetails(),
  );
  readonly #changed = new Debounced(calm, () => void this.#renew(this.#map));
  readonly #moved = new Debounced(calm, () => void this.#send({ kind: 'moved' }));
  readonly #cursor = new Debounced(rest, () => void this.#followCursor());
  /** Of the question for details that is the latest, and of that for the cursor's mention. */
  #asked = new vscode.CancellationTokenSource();
  #walked = new vscode.CancellationTokenSource();
  #wanted: string | undefined;
  #editor: vscode.TextEditor | undefined;
  #isReady = false;
  #isDisposed = false;
  #follows = false;
  #exports = false;

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
      ...[this.#changed, this.#moved, this.#cursor],
      panel.webview.onDidReceiveMessage((data: unknown) => this.#onMessage(data)),
      panel.onDidChangeViewState(() => this.#renew(this.#map)),
      corpora.onDidChange((change) => {
        this.#onChange(change);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        // What the cursor has left is of no interest any more.
        this.#walked.cancel();
        this.#editor = textEditor;
        this.#cursor.ask();
      }),
    );
    panel.webview.html = renderPage(panel.webview, extension);
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Whether it is the map of a folder that is part of the workspace still. */
  get hasFolder(): boolean {
    return (vscode.workspace.workspaceFolders ?? []).some((folder) => this.#isOwn(folder));
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Has the page draw the picture for a file: now, or once it is there again. */
  exportPicture(): void {
    this.#exports = !this.#panel.visible || !this.#isReady;
    if (this.#exports) this.reveal();
    else void this.#send({ kind: 'export' });
  }

  close(): void {
    this.#panel.dispose();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#asked.cancel();
    this.#walked.cancel();
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** A panel that is disposed cannot be asked for anything. */
  get #isSeen(): boolean {
    return !this.#isDisposed && this.#panel.visible;
  }

  /** The corpus as it is now: settings and lost folders may have made it anew. */
  get #corpus(): CorpusFolder {
    return this.#corpora.of(this.#folder);
  }

  /** A folder that is renamed or moved within the workspace is another object. */
  #isOwn({ uri }: vscode.WorkspaceFolder): boolean {
    return uri.toString() === this.#folder.uri.toString();
  }

  #onChange({ file }: CorpusChange): void {
    if (file && !this.#isOwn(file.folder.folder)) return;
    // Typing in a source moves words, and changes nothing of what the map shows.
    if (file && roleOf(file.path) === 'source') {
      this.#moved.ask();
    } else {
      this.#map.due();
      this.#changed.ask();
    }
  }

  /** What fails is said in the page, and stays due. */
  async #renew(renewal: Renewal): Promise<void> {
    try {
      await renewal.run();
    } catch (error) {
      if (this.#isDisposed) return;
      await this.#send({ kind: 'notice', text: String(error) });
      if (!(error instanceof UnreadableError)) throw error;
    }
  }

  async #sendMap(): Promise<void> {
    const map = await mapOf(this.#corpus.corpus);
    const { name: title, uri } = this.#folder;
    await this.#send({ kind: 'map', title, folder: uri.toString(), map });
    if (!this.#exports) return;
    this.#exports = false;
    await this.#send({ kind: 'export' });
  }

  async #sendDetails(): Promise<void> {
    const id = this.#wanted;
    if (id === undefined) return;
    const { token } = (this.#asked = new vscode.CancellationTokenSource());
    const details = await detailsOf(this.#corpus.corpus, id, token);
    if (details) await this.#send({ kind: 'details', id, details });
  }

  async #send(message: ToPage): Promise<void> {
    if (!this.#isDisposed) await this.#panel.webview.postMessage(message);
  }

  async #onMessage(data: unknown): Promise<void> {
    const message = readMessage(data);
    if (message && !this.#isDisposed) await sayRefusal(() => this.#answer(message));
  }

  async #answer(message: ToHost): Promise<void> {
    const folder = this.#corpus;
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#map.due();
        return this.#renew(this.#map);
      case 'details':
        this.#wanted = message.id;
        this.#asked.cancel();
        this.#details.due();
        return this.#renew(this.#details);
      case 'open':
        return openEntity(folder, message.id, this.#beside());
      case 'openEntry':
        return openEntry(folder, message.id, this.#beside());
      case 'showMentions':
        return this.#showMentions(folder, message.id);
      case 'openQuote':
        return openTensionQuote(folder, message.tension, message.quote, this.#beside());
      case 'openClaim':
        return openClaim(folder, message.source, message.claim, this.#beside());
      case 'follow':
        this.#follows = message.on;
        return;
      case 'export':
        return saveSvg(this.#folder, message.svg);
    }
  }

  async #showMentions(folder: CorpusFolder, id: string): Promise<void> {
    if ((await mentionsOf(folder.corpus, id)).length > 0) {
      await showMentionResult(this.#corpora, folder, id, undefined);
    } else {
      const text = vscode.l10n.t('No words of a source are marked as a mention of it.');
      await this.#send({ kind: 'notice', text });
    }
  }

  /** An editor that is open beside the map is used again, so that the map stays in view. */
  #beside(): vscode.ViewColumn {
    const other = vscode.window.tabGroups.all.find((group) => {
      return group.viewColumn !== this.#panel.viewColumn;
    });
    return other?.viewColumn ?? vscode.ViewColumn.Beside;
  }

  async #followCursor(): Promise<void> {
    if (!this.#follows || !this.#isSeen || !this.#editor) return;
    const { document, selection } = this.#editor;
    const { token } = (this.#walked = new vscode.CancellationTokenSource());
    const here = await findMentionsAt(this.#corpora, document, selection.active, token);
    const [innermost] = here?.mentions ?? [];
    if (token.isCancellationRequested || !here || !innermost) return;
    if (!this.#isOwn(here.file.folder.folder)) return;
    await this.#send({ kind: 'follow', id: innermost.record.entity });
  }
}
