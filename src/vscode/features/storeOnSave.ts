import * as vscode from 'vscode';
import { EditRefusedError, FollowedText, roleOf, storeFollowed } from '../../core';
import { applyChanges } from '../commands/applyChanges';
import { toTextEdit } from '../convert';
import type { Corpora, CorpusFile } from '../corpora';
import { seedLanguage } from '../language';
import { storesOnSave } from '../settings';

/** Another decision may come between reading a file and changing it. */
const attempts = 3;

/**
 * Follows each edit of a source from the text that is stored, and when the source is saved, stores
 * what the edits did to its quotes: one step, which undo takes back together with the last edit.
 */
export function registerStoreOnSave(corpora: Corpora): vscode.Disposable {
  return vscode.Disposable.from(new SourceFollower(corpora));
}

/** What was stored last, so that undo of it is known. */
interface Step {
  readonly source: string;
  /** Of the source, when it was stored: no later edit is undone along with it. */
  readonly version: number;
  /** The annotation file before. */
  readonly before: string;
}

class SourceFollower implements vscode.Disposable {
  readonly #corpora: Corpora;
  readonly #subscriptions: vscode.Disposable;
  /** By URI: the text of a source that is not edited, as far as the editor has told. */
  readonly #clean = new Map<string, string>();
  /** By URI: what was edited since a source was. */
  readonly #followed = new Map<string, FollowedText>();
  /** By URI of an annotation file. */
  readonly #steps = new Map<string, Step>();
  /** One source after another. */
  #storing = Promise.resolve();

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#opened(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        for (const all of [this.#clean, this.#followed, this.#steps]) all.delete(uri.toString());
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document.languageId === seedLanguage) this.#edited(event);
        else this.#undone(event);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#saved(document);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** What was edited in an earlier session nobody has seen. */
  #opened(document: vscode.TextDocument): void {
    if (document.languageId !== seedLanguage || document.isDirty) return;
    this.#clean.set(document.uri.toString(), document.getText());
  }

  /**
   * A file that is not edited may be read again, which looks like an edit; that it was one, the
   * editor tells by an event of no changes. So each change of a clean text begins anew.
   */
  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    if (contentChanges.length > 0) {
      const clean = this.#clean.get(key);
      const followed = clean === undefined ? this.#followed.get(key) : new FollowedText(clean);
      const next = followed?.edited(contentChanges.map(toTextEdit));
      if (next) this.#followed.set(key, next);
    }
    if (document.isDirty) this.#clean.delete(key);
    else this.#clean.set(key, document.getText());
  }

  #saved(document: vscode.TextDocument): void {
    if (document.languageId !== seedLanguage) return;
    const key = document.uri.toString();
    const text = document.getText();
    const followed = this.#followed.get(key);
    this.#followed.delete(key);
    this.#clean.set(key, text);
    const file = this.#corpora.locate(document.uri);
    // What is not the text that is saved was not followed, for whatever reason.
    if (!file || roleOf(file.path) !== 'source' || followed?.text() !== text) return;
    if (!storesOnSave(document.uri)) return;
    this.#storing = this.#storing.then(() => this.#store(file, document, followed));
    this.#storing = this.#storing.catch(console.error);
  }

  async #store(
    file: CorpusFile,
    document: vscode.TextDocument,
    followed: FollowedText,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const changes = await storeFollowed(file.corpus, file.path, followed);
        if (changes.length === 0) return;
        await applyChanges(file.folder, changes, document.uri);
        for (const { path, before = '' } of changes) {
          const step = { source: document.uri.toString(), version: document.version, before };
          this.#steps.set(file.folder.uriOf(path).toString(), step);
        }
        return;
      } catch (error) {
        // What cannot be stored is found by the text around it, and reported where it is not.
        if (!(error instanceof EditRefusedError)) throw error;
        if (attempt === attempts) return;
      }
    }
  }

  /** Undo in the source reaches what was stored first; the edit itself goes with it. */
  #undone({ document, reason }: vscode.TextDocumentChangeEvent): void {
    const step = this.#steps.get(document.uri.toString());
    if (!step || reason !== vscode.TextDocumentChangeReason.Undo) return;
    const active = vscode.window.activeTextEditor?.document;
    if (document.getText() !== step.before) return;
    this.#steps.delete(document.uri.toString());
    if (active?.uri.toString() !== step.source || active.version !== step.version) return;
    void vscode.commands.executeCommand('undo');
  }
}
