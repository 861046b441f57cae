import * as vscode from 'vscode';
import { type Diagnostic, checkCorpus } from '../../core';
import { toRange } from '../convert';
import type { Corpora, CorpusFolder } from '../corpora';

/** After the last change; the same as VS Code's own Markdown checks. */
const delay = 300;

/** Keeps the Problems view in step with the corpora of the workspace. */
export function registerDiagnostics(corpora: Corpora): vscode.Disposable {
  const checker = new Checker(corpora);
  checker.schedule();
  return vscode.Disposable.from(
    checker,
    corpora.onDidChange(() => {
      checker.schedule();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      checker.schedule();
    }),
  );
}

class Checker implements vscode.Disposable {
  readonly #corpora: Corpora;
  readonly #collection = vscode.languages.createDiagnosticCollection('glossator');
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Which check is the latest: an older one that ends later says nothing. */
  #latest = 0;

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#check().catch(console.error);
    }, delay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#latest++;
    this.#collection.dispose();
  }

  async #check(): Promise<void> {
    const run = ++this.#latest;
    const found = await Promise.all(this.#corpora.all().map(checkFolder));
    if (run !== this.#latest) return;
    this.#collection.clear();
    this.#collection.set(found.flat());
  }
}

type FileDiagnostics = [vscode.Uri, vscode.Diagnostic[]];

async function checkFolder(folder: CorpusFolder): Promise<FileDiagnostics[]> {
  const byFile = new Map<string, vscode.Diagnostic[]>();
  for (const diagnostic of await checkCorpus(folder.corpus)) {
    const converted = await convert(diagnostic, folder);
    byFile.set(diagnostic.file, [...(byFile.get(diagnostic.file) ?? []), converted]);
  }
  return [...byFile].map(([path, diagnostics]) => [folder.uriOf(path), diagnostics]);
}

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
  diagnostic.source = 'glossator';
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
