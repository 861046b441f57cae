import { isWord, splitsPair } from './characters';
import type { Aligner, Fit } from './align';
import type { GramIndex } from './grams';
import type { NewText } from './newText';
import type { OldMention } from './stitch';
import * as limit from './thresholds';

/** A place where a mention may stand now. Offsets are those of the folded text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Characters in which the words there differ from the quote. */
  readonly errors: number;
  /** Score of the context on each side, their sum, and how far into the context each reaches. */
  readonly left: number;
  readonly right: number;
  readonly context: number;
  readonly leftReach: number;
  readonly rightReach: number;
  /** Context and quote together, less the errors. */
  readonly weight: number;
}

/** Several diagonals that are one place: where the quote would begin. */
interface Diagonal {
  readonly votes: number;
  readonly best: number;
  readonly first: number;
  readonly last: number;
}

/** Finds and scores the places of one mention; made once per mention. */
export class CandidateFinder {
  readonly #old: OldMention;
  readonly #text: NewText;
  readonly #aligner: Aligner;
  readonly #leftOutwards: string;
  readonly #before: string;
  readonly #after: string;

  constructor(old: OldMention, text: NewText, aligner: Aligner) {
    const { left, right, lineStart, lineEnd } = old;
    const most = limit.ALIGNED_CONTEXT;
    this.#old = old;
    this.#text = text;
    this.#aligner = aligner;
    this.#leftOutwards = reverse(left);
    // Where a line begins or ends the new text has white space: a part of the pattern.
    const opened = lineStart && left.length < most && !left.startsWith(' ');
    this.#before = (opened ? ' ' : '') + left.slice(-most);
    this.#after = right.slice(0, most) + (lineEnd && right.length < most ? ' ' : '');
  }

  /** The best places by shared n-grams, best first. */
  find(grams: GramIndex): readonly Candidate[] {
    const found: Candidate[] = [];
    let tried = 0;
    for (const diagonal of this.#diagonals(grams)) {
      if (tried++ >= limit.CANDIDATES_IF_INTACT && found[0] && this.#isWhole(found[0])) break;
      const candidate = this.#onDiagonal(diagonal);
      if (candidate && !found.some((known) => isSameSpan(known, candidate))) found.push(candidate);
    }
    return found;
  }

  /** The place where the quote stands as it is, if its borders suit. */
  at(start: number): Candidate | undefined {
    return this.#score({ start, end: start + this.#old.quote.length, errors: 0 });
  }

  /** The one place within a window to which quote and context align best. */
  within(from: number, to: number): Candidate | undefined {
    return this.#aligned(from, Math.max(from, to - this.#old.quote.length));
  }

  #isWhole(candidate: Candidate): boolean {
    const { left, right } = this.#old;
    return (
      candidate.errors === 0 &&
      candidate.leftReach === left.length &&
      candidate.rightReach === right.length
    );
  }

  #diagonals(grams: GramIndex): readonly Diagonal[] {
    const pattern = this.#before + this.#old.quote + this.#after;
    const step = Math.max(1, Math.floor(pattern.length / limit.GRAMS_PER_MENTION));
    const hits: number[] = [];
    for (let at = 0; at + limit.GRAM <= pattern.length; at += step) {
      if (grams.count(pattern, at) > limit.COMMON_GRAM) continue;
      const toQuote = this.#before.length - at;
      grams.visit(pattern, at, (place) => hits.push(place + toQuote));
    }
    const diagonals = merge(Int32Array.from(hits).sort());
    return diagonals.sort((a, b) => b.votes - a.votes).slice(0, limit.CANDIDATES);
  }

  #onDiagonal({ best, first, last }: Diagonal): Candidate | undefined {
    const { quote } = this.#old;
    for (const start of [best, first, last]) {
      if (start >= 0 && this.#text.folded.startsWith(quote, start)) return this.at(start);
    }
    return this.#aligned(first, last);
  }

  /** Context is aligned too: a short quote alone would fit anywhere. */
  #aligned(first: number, last: number): Candidate | undefined {
    const { quote } = this.#old;
    const fit = this.#aligner.fit(this.#before, quote, this.#after, first, last);
    if (!fit || fit.errors > quote.length * limit.ERRORS_CONSIDERED) return undefined;
    const moved = fit.errors > 0 ? this.#toWordBorders(fit) : fit;
    return this.#score(moved);
  }

  /** An inexact border one letter short of the word's own is moved there. */
  #toWordBorders({ start, end, errors }: Fit): Fit {
    const { quote, left, right } = this.#old;
    const text = this.#text.folded;
    const startsWord = isWord(quote[0]) && left !== '' && !isWord(left.at(-1));
    const endsWord = isWord(quote.at(-1)) && !isWord(right[0]);
    const earlier = startsWord && isWord(text[start - 1]) && !isWord(text[start - 2]);
    const later = endsWord && isWord(text[end]) && !isWord(text[end + 1]);
    return { start: earlier ? start - 1 : start, end: later ? end + 1 : end, errors };
  }

  #score(fit: Fit): Candidate | undefined {
    const { start, end, errors } = fit;
    if (start >= end || !this.#bordersSuit(start, end)) return undefined;
    if (errors > 0 && !this.#sameDigits(start, end)) return undefined;
    const left = this.#aligner.extend(this.#leftOutwards, start - 1, -1);
    const right = this.#aligner.extend(this.#old.right, end, 1);
    const length = this.#old.quote.length;
    const short = length < limit.EVIDENCE.rigid;
    if (errors > 0 && short && Math.min(left.score, right.score) < limit.OWNERSHIP)
      return undefined;
    const words = errors > 0 ? Math.max(-4, length - errors * limit.ERROR_PRICE) : length;
    const atLine = this.#old.lineStart && this.#text.startsLine(start - this.#old.lead);
    return {
      start,
      end,
      errors,
      left: left.score,
      right: right.score,
      context: left.score + right.score,
      leftReach: left.reach,
      rightReach: right.reach,
      weight: left.score + right.score + words + (atLine ? 2 : 0),
    };
  }

  /** A border that was at a word's must not lie inside a word now, nor inside a character. */
  #bordersSuit(start: number, end: number): boolean {
    const { left, right, lineStart, lineEnd } = this.#old;
    const text = this.#text.folded;
    if (splitsPair(text, start) || splitsPair(text, end)) return false;
    const startKnown = left !== '' || lineStart;
    if (startKnown && !isWord(left.at(-1)) && isWord(text[start - 1])) return false;
    const endKnown = right !== '' || lineEnd;
    return !(endKnown && !isWord(right[0]) && isWord(text[end]));
  }

  #sameDigits(start: number, end: number): boolean {
    return digitsOf(this.#old.quote) === digitsOf(this.#text.folded.slice(start, end));
  }
}

export function isSameSpan(one: Candidate, other: Candidate): boolean {
  return one.start === other.start && one.end === other.end;
}

export function overlap(one: Candidate, other: Candidate): boolean {
  return one.start < other.end && other.start < one.end;
}

function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join();
}

function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at--) reversed += text.charAt(at);
  return reversed;
}

/** Merges sorted diagonals that are close, and keeps of each group the one with most votes. */
function merge(sorted: Int32Array): Diagonal[] {
  const diagonals: Diagonal[] = [];
  for (let from = 0; from < sorted.length;) {
    const first = sorted[from] ?? 0;
    let best = first;
    let most = 0;
    let run = 0;
    let last = first;
    let to = from;
    for (; to < sorted.length && (sorted[to] ?? 0) - last <= limit.DIAGONAL_GAP; to++) {
      const hit = sorted[to] ?? 0;
      run = hit === last ? run + 1 : 1;
      last = hit;
      if (run > most) {
        most = run;
        best = hit;
      }
    }
    diagonals.push({ votes: to - from, best, first, last });
    from = to;
  }
  return diagonals;
}
