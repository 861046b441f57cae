/* eslint-disable @typescript-eslint/no-non-null-assertion --
   inner loops over buffers whose bounds are checked once, before them */
import {
  ALIGNMENT_BUDGET,
  ALIGNMENT_CELLS,
  ALIGNMENT_SLACK,
  EXTENSION,
  OWN_CONTEXT,
} from './thresholds';

/** How well a context is found again, read outwards from the mention. */
export interface Extension {
  /** Equal characters less the price of what differs, at the best cell. */
  readonly score: number;
  /** Characters of the context up to the best cell. */
  readonly reach: number;
}

/** Where a pattern's middle part came to lie. Offsets are those of the window's text. */
export interface Fit {
  readonly start: number;
  readonly end: number;
  /** Differing characters within the middle part. */
  readonly errors: number;
}

/** What one step of an alignment consumes. */
const STEP = { both: 0, pattern: 1, text: 2 } as const;

/** Cost of a cell that no alignment reaches. */
const OUTSIDE = 1 << 24;

/** Aligns contexts and quotes with one text. Holds buffers; not to be shared between texts. */
export class Aligner {
  readonly #text: string;
  readonly #score = new Int32Array(OWN_CONTEXT + EXTENSION.slack + 1);
  readonly #gap = new Int32Array(OWN_CONTEXT + EXTENSION.slack + 1);
  #cost = new Int32Array(0);
  #steps = new Uint8Array(0);
  #budget = ALIGNMENT_BUDGET;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Extends from the mention outwards.
   * @param context at most `OWN_CONTEXT` characters, the one next to the mention first
   * @param from offset of the text's first character outside the mention
   * @param direction −1 to the left, 1 to the right
   */
  extend(context: string, from: number, direction: -1 | 1): Extension {
    const text = this.#text;
    const inText = direction > 0 ? text.length - from : from + 1;
    const most = Math.min(context.length, inText);
    let equal = 0;
    while (
      equal < most &&
      text.charCodeAt(from + direction * equal) === context.charCodeAt(equal)
    ) {
      equal++;
    }
    if (equal === context.length || equal >= inText) return { score: equal, reach: equal };
    const rest = this.#extendFuzzily(context.slice(equal), from + direction * equal, direction);
    if (rest.score === 0) return { score: equal, reach: equal };
    return { score: equal + rest.score / EXTENSION.match, reach: equal + rest.reach };
  }

  /** Affine gaps, one row at a time; the best cell wins. Scores in the units of `EXTENSION`. */
  #extendFuzzily(context: string, from: number, direction: -1 | 1): Extension {
    const { match, mismatch, gapOpen, gapExtend, slack } = EXTENSION;
    const text = this.#text;
    const score = this.#score;
    const gap = this.#gap;
    const inText = direction > 0 ? text.length - from : from + 1;
    const width = Math.min(context.length + slack, inText);
    for (let column = 0; column <= width; column++) {
      score[column] = gap[column] = column === 0 ? 0 : gapOpen + gapExtend * column;
    }
    let best = 0;
    let reach = 0;
    for (let row = 1; row <= context.length; row++) {
      const code = context.charCodeAt(row - 1);
      let diagonal = score[0]!;
      let left = gapOpen + gapExtend * row;
      let leftGap = -0x40000000;
      score[0] = gap[0] = left;
      for (let column = 1; column <= width; column++) {
        const above = score[column]!;
        const up = Math.max(gap[column]! + gapExtend, above + gapOpen + gapExtend);
        leftGap = Math.max(leftGap + gapExtend, left + gapOpen + gapExtend);
        const equal = text.charCodeAt(from + direction * (column - 1)) === code;
        left = Math.max(diagonal + (equal ? match : mismatch), up, leftGap);
        diagonal = above;
        score[column] = left;
        gap[column] = up;
        if (left > best) {
          best = left;
          reach = row;
        }
      }
    }
    return { score: best, reach };
  }

  /**
   * Aligns `before + quote + after` with the text by edit distance, the text's ends free, and maps
   * the quote's first and last character through it. `undefined` where nothing of the quote is
   * found or the two are too long.
   * @param first where the quote begins at the earliest, give or take the slack
   * @param last where at the latest
   */
  fit(before: string, quote: string, after: string, first: number, last: number): Fit | undefined {
    const pattern = before + quote + after;
    const low = first - before.length - ALIGNMENT_SLACK;
    const width = last - first + 2 * ALIGNMENT_SLACK + 1;
    const cells = (pattern.length + 1) * width;
    if (cells > ALIGNMENT_CELLS || cells > this.#budget) return undefined;
    this.#budget -= cells;
    if (cells > this.#cost.length) {
      this.#cost = new Int32Array(cells);
      this.#steps = new Uint8Array(cells);
    }
    this.#fill(pattern, low, width);
    return this.#trace(pattern, before.length, before.length + quote.length, low, width);
  }

  /**
   * Only the band of diagonals from `low` on: cell `column` of row `row` stands before the text's
   * unit `row + low + column`.
   */
  #fill(pattern: string, low: number, width: number): void {
    const cost = this.#cost;
    const steps = this.#steps;
    const text = this.#text;
    for (let row = 0; row <= pattern.length; row++) {
      const code = row > 0 ? pattern.charCodeAt(row - 1) : 0;
      const base = row * width;
      for (let column = 0; column < width; column++) {
        const cell = base + column;
        const at = row + low + column;
        let least = at < 0 || at > text.length ? OUTSIDE : row === 0 ? 0 : OUTSIDE;
        let step: number = STEP.both;
        if (row > 0 && at >= 0 && at <= text.length) {
          if (at > 0) least = cost[cell - width]! + (text.charCodeAt(at - 1) === code ? 0 : 1);
          if (column + 1 < width && cost[cell - width + 1]! + 1 < least) {
            least = cost[cell - width + 1]! + 1;
            step = STEP.pattern;
          }
          if (column > 0 && cost[cell - 1]! + 1 < least) {
            least = cost[cell - 1]! + 1;
            step = STEP.text;
          }
        }
        cost[cell] = least;
        steps[cell] = step;
      }
    }
  }

  /** Ties go to the later end: a changed last letter must not shorten the quote. */
  #trace(
    pattern: string,
    quote: number,
    quoteEnd: number,
    low: number,
    width: number,
  ): Fit | undefined {
    let row = pattern.length;
    let column = this.#cheapest(row * width, width);
    if (column < 0) return undefined;
    let start = -1;
    let end = -1;
    let errors = 0;
    while (row > 0) {
      const step = this.#steps[row * width + column]!;
      const inQuote = row > quote && row <= quoteEnd;
      if (step === STEP.text) {
        if (row > quote && row < quoteEnd) errors++;
        column--;
        continue;
      }
      const at = row + low + column;
      if (inQuote && step === STEP.pattern) errors++;
      if (inQuote && step === STEP.both) {
        if (end < 0) end = at;
        start = at - 1;
        if (pattern.charCodeAt(row - 1) !== this.#text.charCodeAt(start)) errors++;
      }
      row--;
      if (step === STEP.pattern) column++;
    }
    return start < 0 ? undefined : { start, end, errors };
  }

  /** The last of the cheapest columns of a row; −1 where the row lies outside the text. */
  #cheapest(base: number, width: number): number {
    let best = -1;
    let least = OUTSIDE;
    for (let column = 0; column < width; column++) {
      const cost = this.#cost[base + column]!;
      if (cost > least || cost >= OUTSIDE) continue;
      least = cost;
      best = column;
    }
    return best;
  }
}
