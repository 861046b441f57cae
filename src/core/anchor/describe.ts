import type { QuoteSelector, Span } from '../model';
import { characterAt, isLineBreak, isLineStart, isWordBorder, splitsCharacter } from './characters';
import { GramIndex } from './grams';
import { LfText } from './lineEnds';

/** Context that a selector has at least, where the line has it. */
const LEAST = 24;
/** Context that a selector has at most. */
const MOST = 120;
/** Characters by which context grows at a time, before it is rounded up to a word. */
const GROWTH = 8;
/** How far a cut is moved outwards to a word border; words of no spaces have none. */
const ROUNDING = 24;

/** The selector of a span of `text`, as the annotation format wants it. Offsets are clamped. */
export function describe(text: string, span: Span): QuoteSelector {
  return new Describer(text).describe(span);
}

/** The selectors of many spans of one text, in the order of the spans. */
export function describeAll(text: string, spans: readonly Span[]): readonly QuoteSelector[] {
  const describer = new Describer(text);
  return spans.map((span) => describer.describe(span));
}

class Describer {
  readonly #source: LfText;
  readonly #text: string;
  readonly #grams: GramIndex;
  /** All places of the blocks that no context makes unique. */
  readonly #repeated = new Map<string, readonly number[]>();

  constructor(text: string) {
    this.#source = new LfText(text);
    this.#text = this.#source.text;
    this.#grams = new GramIndex(this.#text);
  }

  describe(span: Span): QuoteSelector {
    const start = this.#source.fromRaw(clamp(span.start, 0, Infinity));
    const from = Math.min(start, this.#text.length);
    const to = clamp(this.#source.fromRaw(span.end), from, this.#text.length);
    const contexts = contextsOf(this.#text, from, to);
    const chosen = this.#smallestUnique(contexts);
    const outer = chosen ?? contexts.at(-1) ?? { start: from, end: to };
    const selector = {
      exact: this.#text.slice(from, to),
      prefix: this.#text.slice(outer.start, from),
      suffix: this.#text.slice(to, outer.end),
    };
    return chosen ? selector : { ...selector, occurrence: this.#occurrence(outer) };
  }

  /** A longer block of a unique one is unique too, so the smallest can be bisected. */
  #smallestUnique(contexts: readonly Span[]): Span | undefined {
    let low = 0;
    let high = contexts.length;
    while (low < high) {
      const middle = low === 0 && high === contexts.length ? 0 : (low + high) >> 1;
      if (this.#isUnique(contexts[middle])) high = middle;
      else low = middle + 1;
    }
    return contexts[low];
  }

  #isUnique(block: Span | undefined): boolean {
    if (!block) return false;
    const places = this.#grams.places(this.#slice(block), 2, { left: Infinity });
    return places?.length === 1;
  }

  #occurrence(block: Span): number {
    const words = this.#slice(block);
    let places = this.#repeated.get(words);
    if (!places) {
      places = this.#grams.places(words, Infinity, { left: Infinity }) ?? [];
      this.#repeated.set(words, places);
    }
    return indexOfSorted(places, block.start) + 1;
  }

  #slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }
}

/** The blocks to try for `from`–`to`, each inside the next: first on its own line, then past it. */
function contextsOf(text: string, from: number, to: number): readonly Span[] {
  let lineStart = from;
  while (lineStart > from - MOST && !isLineStart(text, lineStart)) lineStart--;
  let lineEnd = to;
  while (lineEnd < to + MOST && lineEnd < text.length && !isLineBreak(text[lineEnd])) lineEnd++;
  const onLine = levels(
    cutsBefore(text, from, lineStart, LEAST),
    cutsAfter(text, to, lineEnd, LEAST),
  );
  const inner = onLine.at(-1) ?? { start: from, end: to };
  const before = cutsBefore(text, from, Math.max(0, from - MOST), from - inner.start + 1);
  const after = cutsAfter(text, to, Math.min(text.length, to + MOST), inner.end - to + 1);
  const beyond = levels(
    [inner.start, ...before.filter((cut) => cut < inner.start)],
    [inner.end, ...after.filter((cut) => cut > inner.end)],
  );
  return [...onLine, ...beyond];
}

/** Pairs two lists of cuts; the shorter one stays at its last. */
function levels(starts: readonly number[], ends: readonly number[]): Span[] {
  return Array.from({ length: Math.max(starts.length, ends.length) }, (_, level) => ({
    start: starts[Math.min(level, starts.length - 1)] ?? 0,
    end: ends[Math.min(level, ends.length - 1)] ?? 0,
  }));
}

/** Where a prefix may begin, from `least` characters before `from` to `limit`; never empty. */
function cutsBefore(text: string, from: number, limit: number, least: number): readonly number[] {
  const cuts: number[] = [];
  for (let target = from - least; ;) {
    const cut = cutTowards(text, Math.max(target, limit), from, limit);
    if (cut < (cuts.at(-1) ?? Infinity)) cuts.push(cut);
    if (target <= limit) return cuts;
    target = Math.min(target, cut) - GROWTH;
  }
}

/** Where a suffix may end, from `least` characters after `to` to `limit`; never empty. */
function cutsAfter(text: string, to: number, limit: number, least: number): readonly number[] {
  const cuts: number[] = [];
  for (let target = to + least; ;) {
    const cut = cutTowards(text, Math.min(target, limit), to, limit);
    if (cut > (cuts.at(-1) ?? -1)) cuts.push(cut);
    if (target >= limit) return cuts;
    target = Math.max(target, cut) + GROWTH;
  }
}

/**
 * The cut nearest to `target`: outwards to a word border if one is near and within `limit`, else
 * back towards `inner` to where no character is split.
 */
function cutTowards(text: string, target: number, inner: number, limit: number): number {
  const outwards = limit < inner ? -1 : 1;
  for (let cut = target, steps = 0; steps <= ROUNDING; cut += outwards, steps++) {
    if (isGoodCut(text, cut, outwards)) return cut;
    if (cut === limit) break;
  }
  let cut = target;
  if (target === limit) {
    // Context is full: give up part of a word rather than cut it.
    for (let steps = 0; steps <= ROUNDING && cut !== inner; cut -= outwards, steps++) {
      if (isGoodCut(text, cut, outwards)) return cut;
    }
    cut = target;
  }
  while (cut !== inner && splitsCharacter(text, cut)) cut -= outwards;
  return cut;
}

/** A word border whose outermost character is not white space, or the line's or text's own end. */
function isGoodCut(text: string, cut: number, outwards: number): boolean {
  if (outwards < 0 ? isLineStart(text, cut) : cut === text.length || isLineBreak(text[cut])) {
    return !splitsCharacter(text, cut);
  }
  const outermost = outwards < 0 ? characterAt(text, cut) : text.charAt(cut - 1);
  return isWordBorder(text, cut) && outermost.trim() !== '' && !splitsCharacter(text, cut);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function indexOfSorted(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
