import { gazetteer } from './places';
import type { Token } from './tokens';
import { commonWords } from './words';

/** What a text itself says of its words: how often each is written small, or with a capital that means something. */
export class Lexicon {
  readonly #small = new Map<string, number>();
  readonly #capital = new Map<string, number>();
  readonly #peoples = gazetteer().peoples;

  constructor(tokens: readonly Token[]) {
    for (const { shape, lower, initial, titled } of tokens) {
      if (shape === 'lower') count(this.#small, lower);
      else if ((shape === 'capital' || shape === 'upper') && !initial && !titled)
        count(this.#capital, lower);
    }
  }

  /** Whether a capital on the word says nothing, here or anywhere. */
  isCommon({ lower, shape }: Token): boolean {
    if (commonWords.has(lower)) return shape !== 'upper' || lower.length > 3;
    if (shape === 'upper') return false;
    const small = this.#small.get(lower) ?? 0;
    return small > 0 && small >= (this.#capital.get(lower) ?? 0);
  }

  /** Whether the word is written small anywhere in the text. */
  isSmallElsewhere(lower: string): boolean {
    return this.#small.has(lower);
  }

  /** Whether it has a capital where one means something. */
  isCapitalElsewhere(lower: string): boolean {
    return this.#capital.has(lower);
  }

  /** “Chinese”, “Americans”, “Catholic”. */
  isPeople({ lower }: Token): boolean {
    return this.#peoples.has(lower);
  }
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
