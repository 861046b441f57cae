import type { QuoteSelector, Span } from '../model';
import { isLineEnd, isLineStart } from './characters';
import { type Budget, GramIndex } from './grams';
import { toLf } from './lineEnds';
import { reachesLineBorder } from './stitch';
import { BLOCK, CANDIDATES } from './thresholds';

/** How a stored block stands in a text, word for word. Offsets are of the LF form. */
export interface VerbatimPlaces {
  /** Where the block begins that is meant: the only one, or that of the stored occurrence. */
  readonly meant: number | undefined;
  /** Where it begins at all; without an occurrence not all of them where there are many. */
  readonly starts: readonly number[];
  /**
   * What speaks for `meant`: its length, the ends of its line, or nothing yet. An occurrence is no
   * proof: it holds only in the text in which it was counted.
   */
  readonly proof: 'block' | 'line' | 'none';
}

/** Finds the stored blocks of one text as they are: what suffices where nothing was changed. */
export class VerbatimSearch {
  readonly #text: string;
  readonly #grams: GramIndex;
  readonly #budget: Budget;
  /** Places of blocks that need counting; such blocks come in numbers. */
  readonly #counted = new Map<string, readonly number[]>();

  /** @param grams of the text in its LF form */
  constructor(grams: GramIndex, budget: Budget) {
    this.#text = grams.text;
    this.#grams = grams;
    this.#budget = budget;
  }

  places(selector: QuoteSelector): VerbatimPlaces {
    const { occurrence } = selector;
    const block = blockOf(selector);
    if (selector.exact === '') return { meant: undefined, starts: [], proof: 'none' };
    if (occurrence !== undefined) {
      const starts = this.#count(block);
      return { meant: starts[occurrence - 1], starts, proof: 'none' };
    }
    const starts = this.#grams.places(block, CANDIDATES, this.#budget) ?? [];
    const meant = starts.length === 1 ? starts[0] : undefined;
    if (block.length >= BLOCK) return { meant, starts, proof: 'block' };
    const bordered = meant !== undefined && this.#standsAtLineBorders(selector, meant);
    return { meant, starts, proof: bordered ? 'line' : 'none' };
  }

  /** Whether the line begins and ends where a short context says so. */
  #standsAtLineBorders({ prefix, exact, suffix }: QuoteSelector, start: number): boolean {
    const end = start + prefix.length + exact.length + suffix.length;
    if (reachesLineBorder(prefix) && !isLineStart(this.#text, start)) return false;
    return !(reachesLineBorder(suffix) && !isLineEnd(this.#text, end));
  }

  #count(block: string): readonly number[] {
    const known = this.#counted.get(block);
    if (known) return known;
    const places = this.#grams.places(block, Infinity, this.#budget) ?? [];
    this.#counted.set(block, places);
    return places;
  }
}

/** Whether the stored block of each selector stands in a text, and no more than once. */
export function standOnce(text: string, selectors: readonly QuoteSelector[]): boolean[] {
  const lf = toLf(text);
  const grams = new GramIndex(lf);
  return selectors.map((selector) => {
    const block = toLf(blockOf(selector));
    return block !== '' && grams.places(block, 2, { left: Infinity })?.length === 1;
  });
}

/** The words that a selector has stored. */
export function blockOf({ prefix, exact, suffix }: QuoteSelector): string {
  return prefix + exact + suffix;
}

/** The quote's span where its block begins at `start`. */
export function quoteSpan({ prefix, exact }: QuoteSelector, start: number): Span {
  return { start: start + prefix.length, end: start + prefix.length + exact.length };
}
