import * as vscode from 'vscode';
import { Corpus, annotationsFolder, roleOf } from '../core';
import { toTextEdit } from './convert';
import { WorkspaceHost, openDocument, pathWithin } from './host';
import { seedLanguage, sourceGlobs } from './language';
import { StoredTexts } from './storedTexts';

/** A file of a corpus. */
export interface CorpusFile {
  readonly folder: CorpusFolder;
  readonly corpus: Corpus;
  /** Path from the corpus root, as the core names it. */
  readonly path: string;
}

/** What changed in the corpora of the workspace, as far as it is known. */
export interface CorpusChange {
  /** Undefined: anything may be another now. */
  readonly file?: CorpusFile;
  /** An editor's change of a source: whether all that is known of the source moved along with it. */
  readonly edit?: 'followed' | 'to be resolved anew';
}

/** A workspace folder and its corpus, kept in step with buffers and disk. */
export class CorpusFolder implements vscode.Disposable {
  readonly folder: vscode.WorkspaceFolder;
  readonly corpus: Corpus;
  /** Files as our last decision left and saved them; nobody has edited them since. */
  readonly savedByUs = new Set<string>();
  readonly storedTexts: StoredTexts;
  readonly #watchers: vscode.Disposable;

  /** `onDidVanish`: whole folders came or went, of which no event tells what was in them. */
  constructor(
    folder: vscode.WorkspaceFolder,
    storedTexts: StoredTexts,
    onDidChange: (path?: string) => void,
    onDidVanish: () => void,
  ) {
    this.folder = folder;
    this.storedTexts = storedTexts;
    this.corpus = new Corpus(new WorkspaceHost(folder));
    const globs = [`${annotationsFolder}/**/*.yaml`, ...sourceGlobs(folder.uri)];
    const watchers = globs.map((glob) => this.#watch(glob, onDidChange));
    for (const glob of [annotationsFolder, `${annotationsFolder}/**`]) {
      watchers.push(this.#watchFolders(glob, onDidVanish));
    }
    this.#watchers = vscode.Disposable.from(...watchers);
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder.uri, path);
  }

  dispose(): void {
    this.#watchers.dispose();
  }

  #watchFolders(glob: string, onDidVanish: () => void): vscode.Disposable {
    const pattern = new vscode.RelativePattern(this.folder, glob);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
    const told = ({ path }: vscode.Uri) => {
      if (!/\.[^/]*$/.test(path)) onDidVanish();
    };
    watcher.onDidCreate(told);
    watcher.onDidDelete(told);
    return watcher;
  }

  #watch(glob: string, onDidChange: (path?: string) => void): vscode.Disposable {
    const pattern = new vscode.RelativePattern(this.folder, glob);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const listed = (uri: vscode.Uri) => {
      this.corpus.rescan();
      if (!tellsItself(uri)) this.corpus.changed(pathWithin(this.folder, uri));
      onDidChange();
    };
    watcher.onDidCreate(listed);
    watcher.onDidDelete(listed);
    watcher.onDidChange((uri) => {
      if (tellsItself(uri)) return;
      const path = pathWithin(this.folder, uri);
      this.corpus.changed(path);
      onDidChange(path);
    });
    return watcher;
  }
}

/**
 * An open buffer counts before the disk, and tells of its changes and its end itself. What is heard
 * of its file, which may come late, must not undo what was followed in it.
 */
function tellsItself(uri: vscode.Uri): boolean {
  return openDocument(uri) !== undefined;
}

/** The corpora of the workspace: one a folder, made when first asked for. */
export class Corpora implements vscode.Disposable {
  readonly #folders = new Map<string, CorpusFolder>();
  readonly #changed = new vscode.EventEmitter<CorpusChange>();
  readonly #storedTexts = new StoredTexts();
  readonly #subscriptions: vscode.Disposable;

  /** Something that a reader sees may be another now. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#storedTexts,
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#onEdit(event);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        // A buffer may differ from what is stored, if only in its line ends, which are made alike.
        const file = this.known(document.uri);
        file?.corpus.changed(file.path);
        if (file && document.isDirty) this.#changed.fire({ file });
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        // What followed the typing is held against what is stored, as the next reader will.
        this.#onReplaced(document.uri);
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
    const made = new CorpusFolder(
      folder,
      this.#storedTexts,
      (path) => {
        this.#changed.fire(
          path === undefined ? {} : { file: { folder: made, corpus: made.corpus, path } },
        );
      },
      () => {
        this.#forget(folder);
        this.#changed.fire({});
      },
    );
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

  #onEdit({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const file = this.known(document.uri);
    if (!file || contentChanges.length === 0) return;
    const isSource = roleOf(file.path) === 'source';
    if (isSource && document.languageId !== seedLanguage) return;
    // Undo may bring back words that were lost, far from any anchor that is left.
    const followed =
      isSource &&
      file.corpus.edited(file.path, contentChanges.map(toTextEdit), reason !== undefined);
    if (!isSource) file.corpus.changed(file.path);
    const edit = followed ? 'followed' : 'to be resolved anew';
    this.#changed.fire(isSource ? { file, edit } : { file });
  }

  /** A buffer took the place of what is stored, or the other way round. */
  #onReplaced(uri: vscode.Uri): void {
    const file = this.known(uri);
    if (!file) return;
    file.corpus.changed(file.path);
    this.#changed.fire({ file });
  }

  /** Only a corpus that somebody asked for has anything to keep in step. */
  known(uri: vscode.Uri): CorpusFile | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.has(folder.uri.toString()) ? this.locate(uri) : undefined;
  }

  #forget(folder: vscode.WorkspaceFolder): void {
    this.#folders.get(folder.uri.toString())?.dispose();
    this.#folders.delete(folder.uri.toString());
  }

  #forgetAll(): void {
    for (const { folder } of this.#folders.values()) this.#forget(folder);
    this.#changed.fire({});
  }
}
