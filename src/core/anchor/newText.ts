import { isLineBreak } from './characters';
import { fold, foldedOffset } from './fold';
import type { Folded } from './fold';
import type { Span } from '../model';

const SENTENCE_END = /[.!?。！？]["')」』]* ?$/;

/** The text as it is now, folded, with what folding hides. Offsets are folded ones. */
export class NewText {
  readonly folded: string;
  readonly #text: string;
  readonly #map: Folded;

  /** @param text in its LF form */
  constructor(text: string) {
    this.#text = text;
    this.#map = fold(text);
    this.folded = this.#map.text;
  }

  /** Whether a line begins at, or with the white space at, the offset. */
  startsLine(offset: number): boolean {
    if (offset <= 0 || this.#breaksLine(offset - 1) || this.#breaksLine(offset)) return true;
    return offset === 1 && this.folded.startsWith(' ');
  }

  /** Whether a line ends at, or with the white space before, the offset. */
  endsLine(offset: number): boolean {
    if (offset >= this.folded.length) return true;
    if (this.#breaksLine(offset) || this.#breaksLine(offset - 1)) return true;
    return offset === this.folded.length - 1 && this.folded.endsWith(' ');
  }

  startsSentence(offset: number): boolean {
    return SENTENCE_END.test(this.folded.slice(Math.max(0, offset - 8), offset));
  }

  endsSentence(offset: number): boolean {
    return SENTENCE_END.test(this.folded.slice(Math.max(0, offset - 8), offset + 1));
  }

  /** The span of the LF form; of white space and of what has no width the quote's own part. */
  unfold(start: number, end: number, exact: string): Span {
    const { at } = this.#map;
    const from = at[start] ?? 0;
    const to = (at[end - 1] ?? 0) + 1;
    const earliest = Math.max(start > 0 ? (at[start - 1] ?? 0) + 1 : 0, from - exact.length);
    const latest = at[end] ?? to;
    for (let verbatim = from; verbatim >= earliest; verbatim--) {
      const verbatimEnd = verbatim + exact.length;
      if (verbatimEnd < to || verbatimEnd > latest) continue;
      if (this.#text.startsWith(exact, verbatim)) return { start: verbatim, end: verbatimEnd };
    }
    return { start: from, end: to };
  }

  /** The folded offset of an offset of the LF form. */
  fold(offset: number): number {
    return foldedOffset(this.#map, offset);
  }

  #breaksLine(offset: number): boolean {
    if (this.folded[offset] !== ' ') return false;
    const { at } = this.#map;
    for (let index = at[offset] ?? 0; index < (at[offset + 1] ?? 0); index++) {
      if (isLineBreak(this.#text[index])) return true;
    }
    return false;
  }
}
