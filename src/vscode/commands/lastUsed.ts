import type { Corpus, LastUsed } from '../../core';

/** Whoever annotates one thing often annotates it again. */
const lastUsed = new WeakMap<Corpus, LastUsed>();

export function lastUsedIn(corpus: Corpus): LastUsed | undefined {
  return lastUsed.get(corpus);
}

export function rememberUse(corpus: Corpus, { entity, type }: LastUsed): void {
  lastUsed.set(corpus, { entity, type });
}
