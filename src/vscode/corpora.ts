import * as vscode from 'vscode';
import { Corpus, annotationsFolder, roleOf } from '../core';
import { toTextEdit } from './convert';
import { WorkspaceHost, openDocument, pathWithin } from './host';
import { sourceGlobs } from './language';

/** A file of a corpus. */
export interface CorpusFile {
  readonly folder: CorpusFolder;
  readonly corpus: Corpus;
  /** Path from the corpus root, as the core names it. */
  readonly path: string;
}

/** A workspace folder and its corpus, kept in step with buffers and disk. */
export class CorpusFolder implements vscode.Disposable {
  readonly folder: vscode.WorkspaceFolder;
  readonly corpus: Corpus;
  readonly #watchers: vscode.Disposable;

  constructor(folder: vscode.WorkspaceFolder, onDidChange: () => void) {
    this.folder = folder;
    this.corpus = new Corpus(new WorkspaceHost(folder));
    const globs = [`${annotationsFolder}/**/*.yaml`, ...sourceGlobs(folder.uri)];
    const watchers = globs.map((glob) => this.#watch(glob, onDidChange));
    this.#watchers = vscode.Disposable.from(...watchers);
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder.uri, path);
  }

  dispose(): void {
    this.#watchers.dispose();
  }

  #watch(glob: string, onDidChange: () => void): vscode.Disposable {
    const pattern = new vscode.RelativePattern(this.folder, glob);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const listed = (uri: vscode.Uri) => {
      this.corpus.rescan();
      this.corpus.changed(pathWithin(this.folder, uri));
      onDidChange();
    };
    watcher.onDidCreate(listed);
    watcher.onDidDelete(listed);
    watcher.onDidChange((uri) => {
      // An open buffer counts before the disk, and tells of its changes itself.
      if (openDocument(uri)) return;
      this.corpus.changed(pathWithin(this.folder, uri));
      onDidChange();
    });
    return watcher;
  }
}

/** The corpora of the workspace: one a folder, made when first asked for. */
export class Corpora implements vscode.Disposable {
  readonly #folders = new Map<string, CorpusFolder>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** Something that a reader sees may be another now. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#onEdit(event);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document.isDirty) this.#onReplaced(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#onReplaced(document.uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const folder of removed) this.#forget(folder);
      }),
      vscode.workspace.onDidRenameFiles(() => {
        this.#forgetAll();
      }),
      vscode.workspace.onDidDeleteFiles(() => {
        this.#forgetAll();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('glossator.sources')) this.#forgetAll();
      }),
    );
  }

  /** The corpus that a file belongs to; undefined outside of the workspace. */
  locate(uri: vscode.Uri): CorpusFile | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return undefined;
    const corpusFolder = this.of(folder);
    return { folder: corpusFolder, corpus: corpusFolder.corpus, path: pathWithin(folder, uri) };
  }

  of(folder: vscode.WorkspaceFolder): CorpusFolder {
    const key = folder.uri.toString();
    const known = this.#folders.get(key);
    if (known) return known;
    const made = new CorpusFolder(folder, () => {
      this.#changed.fire();
    });
    this.#folders.set(key, made);
    return made;
  }

  /** The folders of the workspace, in its order. */
  all(): CorpusFolder[] {
    return (vscode.workspace.workspaceFolders ?? []).map((folder) => this.of(folder));
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const folder of this.#folders.values()) folder.dispose();
  }

  #onEdit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const file = this.#known(document.uri);
    if (!file || contentChanges.length === 0) return;
    if (roleOf(file.path) === 'source') {
      file.corpus.edited(file.path, contentChanges.map(toTextEdit), document.getText());
    } else {
      file.corpus.changed(file.path);
    }
    this.#changed.fire();
  }

  /** A buffer took the place of what is stored, or the other way round. */
  #onReplaced(uri: vscode.Uri): void {
    const file = this.#known(uri);
    if (!file) return;
    file.corpus.changed(file.path);
    this.#changed.fire();
  }

  /** Only a corpus that somebody asked for has anything to keep in step. */
  #known(uri: vscode.Uri): CorpusFile | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.has(folder.uri.toString()) ? this.locate(uri) : undefined;
  }

  #forget(folder: vscode.WorkspaceFolder): void {
    this.#folders.get(folder.uri.toString())?.dispose();
    this.#folders.delete(folder.uri.toString());
  }

  #forgetAll(): void {
    for (const { folder } of this.#folders.values()) this.#forget(folder);
    this.#changed.fire();
  }
}
