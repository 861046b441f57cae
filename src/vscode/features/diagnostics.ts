import * as vscode from 'vscode';
import { CorpusCheck, type Diagnostic } from '../../core';
import { toRange } from '../convert';
import type { Corpora, CorpusChange, CorpusFolder } from '../corpora';
import { Debounced } from '../debounced';

/** By which the editor, and we, tell our diagnostics from others'. */
export const diagnosticSource = 'glossator';

/** After the last change; the same as VS Code's own Markdown checks. */
const delay = 300;

/** Keeps the Problems view in step with the corpora of the workspace. */
export function registerDiagnostics(corpora: Corpora): vscode.Disposable {
  const checker = new Checker(corpora);
  checker.schedule({});
  return vscode.Disposable.from(
    checker,
    corpora.onDidChange((change) => {
      checker.schedule(change);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      checker.schedule({});
    }),
  );
}

/** The check of one folder, and the files of which it has findings. */
interface Checked {
  readonly check: CorpusCheck;
  readonly files: Set<string>;
}

class Checker implements vscode.Disposable {
  readonly #corpora: Corpora;
  readonly #collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  readonly #checked = new Map<CorpusFolder, Checked>();
  readonly #checking = new Debounced(delay, () => {
    this.#running = this.#running.then(() => this.#check()).catch(console.error);
  });
  /** One check after another. */
  #running = Promise.resolve();
  #isDisposed = false;

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
  }

  schedule({ file }: CorpusChange): void {
    if (file) this.#checked.get(file.folder)?.check.changed(file.path);
    else for (const { check } of this.#checked.values()) check.changed();
    this.#checking.ask();
  }

  dispose(): void {
    this.#checking.dispose();
    this.#isDisposed = true;
    this.#collection.dispose();
  }

  async #check(): Promise<void> {
    const folders = this.#corpora.all();
    for (const folder of this.#checked.keys()) if (!folders.includes(folder)) this.#forget(folder);
    // A folder that cannot be checked keeps no other waiting, and none is checked twice at once.
    const all = await Promise.allSettled(folders.map((folder) => this.#checkFolder(folder)));
    for (const one of all) if (one.status === 'rejected') console.error(one.reason);
  }

  async #checkFolder(folder: CorpusFolder): Promise<void> {
    let checked = this.#checked.get(folder);
    if (!checked) {
      checked = { check: new CorpusCheck(folder.corpus), files: new Set() };
      this.#checked.set(folder, checked);
    }
    const found = await checked.check.run();
    const converted = await Promise.all(
      [...found].map(async ([path, diagnostics]): Promise<FileDiagnostics> => {
        const all = await Promise.all(diagnostics.map((one) => convert(one, folder)));
        return [folder.uriOf(path), all];
      }),
    );
    if (this.#isDisposed) return;
    for (const path of found.keys()) checked.files.add(path);
    this.#collection.set(converted);
  }

  #forget(folder: CorpusFolder): void {
    for (const path of this.#checked.get(folder)?.files ?? []) {
      this.#collection.delete(folder.uriOf(path));
    }
    this.#checked.delete(folder);
  }
}

type FileDiagnostics = [vscode.Uri, vscode.Diagnostic[]];

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

async function convert(
  { code, severity, message, file, span, related }: Diagnostic,
  folder: CorpusFolder,
): Promise<vscode.Diagnostic> {
  const range = toRange(await folder.corpus.linesOf(file), span);
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = code;
  diagnostic.relatedInformation = await Promise.all(
    (related ?? []).map(async (place) => {
      const where = toRange(await folder.corpus.linesOf(place.file), place.span);
      const location = new vscode.Location(folder.uriOf(place.file), where);
      return new vscode.DiagnosticRelatedInformation(location, place.message);
    }),
  );
  return diagnostic;
}
