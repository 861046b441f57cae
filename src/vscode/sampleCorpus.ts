import * as vscode from 'vscode';

/** What is to become of a copy that is there already. */
export type Choice = 'keep' | 'anew';

/** The corpus that ships with the extension, and the user's own copy of it. */
export class SampleCorpus {
  /** Where the copy is, or will be. */
  readonly folder: vscode.Uri;
  readonly #bundled: vscode.Uri;

  /** @param storage a folder that is ours, whether or not it is there yet. */
  constructor(extension: vscode.Uri, storage: vscode.Uri) {
    this.folder = vscode.Uri.joinPath(storage, 'sample-corpus');
    this.#bundled = vscode.Uri.joinPath(extension, 'dist', 'sample.json');
  }

  /**
   * Sees to it that the copy is there. One that is there already is never touched but by choice.
   * @returns false where the user gave up.
   */
  async prepare(choose: () => Thenable<Choice | undefined>): Promise<boolean> {
    if (await this.#isThere()) {
      const choice = await choose();
      if (choice !== 'anew') return choice === 'keep';
      await vscode.workspace.fs.delete(this.folder, { recursive: true });
    }
    await this.#copy();
    return true;
  }

  async #isThere(): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(this.folder);
      return true;
    } catch {
      return false;
    }
  }

  async #copy(): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(this.#bundled);
    const sample = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
    try {
      for (const [path, text] of Object.entries(sample)) {
        const uri = vscode.Uri.joinPath(this.folder, path);
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      }
    } catch (error) {
      // Half a copy would be taken for one that the user keeps.
      await Promise.allSettled([vscode.workspace.fs.delete(this.folder, { recursive: true })]);
      throw error;
    }
  }
}
