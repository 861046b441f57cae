import * as vscode from 'vscode';

const isAnnotations = /\/annotations\/.*\.yaml$/;

/**
 * What the open annotation files held when the editor read or saved them last: by that it is seen
 * that another program has written one since. Here is the place for a merge, which needs all three
 * texts: this one, the one on the disk and the one in the editor.
 */
export class StoredTexts implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  /** As it was before a change of which it is not known yet whether it was an edit. */
  readonly #before = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    for (const document of vscode.workspace.textDocuments) this.#read(document);
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#read(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#read(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#changed(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#texts.delete(uri.toString());
        this.#before.delete(uri.toString());
      }),
    );
  }

  /** Whether the file on the disk is another than the one that an open document was made from. */
  async isNewerOnDisk(document: vscode.TextDocument): Promise<boolean> {
    const known = document.isDirty ? this.#texts.get(document.uri.toString()) : document.getText();
    if (known === undefined) return false;
    try {
      const bytes = await vscode.workspace.fs.readFile(document.uri);
      const text = await vscode.workspace.decode(bytes, { uri: document.uri });
      return withLf(text) !== withLf(known);
    } catch {
      // What is not there cannot be overwritten; what cannot be read, saving will say.
      return false;
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #read(document: vscode.TextDocument): void {
    if (document.isDirty || !isAnnotations.test(document.uri.path)) return;
    this.#texts.set(document.uri.toString(), document.getText());
    this.#before.delete(document.uri.toString());
  }

  /** The first edit of a file looks as if the file had been read again, until it is told. */
  #changed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const before = this.#before.get(key);
    if (document.isDirty) {
      if (before !== undefined) this.#texts.set(key, before);
      this.#before.delete(key);
      return;
    }
    const text = this.#texts.get(key);
    this.#read(document);
    if (text !== undefined && text !== this.#texts.get(key)) this.#before.set(key, text);
  }
}

/** The editor makes line ends alike, and leaves out a byte order mark. */
function withLf(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
