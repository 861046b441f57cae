import * as vscode from 'vscode';
import type { FileChange } from '../../core';
import type { CorpusFolder } from '../corpora';
import { openDocument } from '../host';
import { savesAtOnce } from '../settings';

interface Expected {
  readonly folder: CorpusFolder;
  readonly path: string;
  readonly after: string;
}

/**
 * What the editor renames it applies itself, perhaps after a preview: the files are saved as after
 * any other decision, once they read as they were to.
 */
export class SaveAfterRename implements vscode.Disposable {
  #expected = new Map<string, Expected>();
  readonly #subscription = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    const expected = this.#expected.get(document.uri.toString());
    if (expected?.after === document.getText()) this.#save(document, expected);
  });

  /** The last decision counts. What the user has not saved yet is not for us to save. */
  expect(folder: CorpusFolder, changes: readonly FileChange[]): void {
    this.#expected = new Map(
      changes.flatMap(({ path, after }) => {
        const uri = folder.uriOf(path);
        folder.savedByUs.delete(path);
        return openDocument(uri)?.isDirty === true
          ? []
          : [[uri.toString(), { folder, path, after }]];
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #save(document: vscode.TextDocument, { folder, path }: Expected): void {
    this.#expected.delete(document.uri.toString());
    if (!savesAtOnce(document.uri)) return;
    document.save().then((isSaved) => {
      if (isSaved) folder.savedByUs.add(path);
    }, console.error);
  }
}
