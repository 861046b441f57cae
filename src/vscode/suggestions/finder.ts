import * as vscode from 'vscode';
import { type Chosen, type Suggestion, suggestionsOf } from '../../core';
import type { CorpusFolder } from '../corpora';

/** So many sources are read at once. */
const parallelReads = 16;
/** Milliseconds of work, after which others have their turn. */
const turn = 12;

/**
 * What may be annotated in all sources of a folder, in order; undefined where it was cancelled.
 * What was found before and has not changed costs next to nothing.
 */
export async function findAll(
  { corpus }: CorpusFolder,
  isWanted: (suggestion: Suggestion) => boolean,
  token: vscode.CancellationToken,
): Promise<Chosen[] | undefined> {
  const found: Chosen[] = [];
  const sources = await corpus.sources();
  let since = performance.now();
  for (let at = 0; at < sources.length; at += parallelReads) {
    const paths = sources.slice(at, at + parallelReads);
    await Promise.all(paths.map((path) => corpus.source(path)));
    for (const path of paths) {
      if (token.isCancellationRequested) return undefined;
      const suggestions = await suggestionsOf(corpus, path);
      for (const suggestion of suggestions?.all ?? []) {
        if (suggestions && isWanted(suggestion)) found.push({ suggestions, suggestion });
      }
      if (performance.now() - since < turn) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    }
  }
  return token.isCancellationRequested ? undefined : found;
}

/** The same, once for all who ask while nothing changes. */
export class Finder implements vscode.Disposable {
  readonly #found = new Map<CorpusFolder, Promise<readonly Chosen[] | undefined>>();
  #cancellation = new vscode.CancellationTokenSource();

  of(
    folder: CorpusFolder,
    isWanted: (suggestion: Suggestion) => boolean,
  ): Promise<readonly Chosen[] | undefined> {
    const known = this.#found.get(folder);
    if (known) return known;
    const found = findAll(folder, isWanted, this.#cancellation.token);
    this.#found.set(folder, found);
    // What failed is not kept: the next to ask tries again.
    found.catch(() => this.#found.delete(folder));
    return found;
  }

  /** What is under way comes to nothing. */
  forget(): void {
    this.#cancellation.cancel();
    this.#cancellation.dispose();
    this.#cancellation = new vscode.CancellationTokenSource();
    this.#found.clear();
  }

  dispose(): void {
    this.#cancellation.cancel();
    this.#cancellation.dispose();
  }
}
