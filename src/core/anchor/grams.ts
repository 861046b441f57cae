import { GRAM } from './thresholds';

/** Steps an exact search may still take; shared by all searches of one resolver. */
export interface Budget {
  left: number;
}

/** What comparing a whole block costs, in steps of walking past a place. */
const COMPARISON = 8;

/** Reading past this many characters costs a scan of the whole text as much as one step. */
const SCAN = 16;

/** Where each n-gram of a text stands. Building is linear; about 12 bytes per character. */
export class GramIndex {
  readonly text: string;
  readonly #shift: number;
  /** Per bucket the first place and the number of places; per place the next of its bucket. */
  readonly #first: Int32Array;
  readonly #count: Int32Array;
  readonly #next: Int32Array;

  constructor(text: string) {
    const bits = Math.max(8, Math.min(20, Math.ceil(Math.log2(text.length + 1))));
    this.text = text;
    this.#shift = 32 - bits;
    this.#first = new Int32Array(1 << bits).fill(-1);
    this.#count = new Int32Array(1 << bits);
    this.#next = new Int32Array(text.length);
    for (let at = text.length - GRAM; at >= 0; at--) {
      const bucket = this.#bucket(text, at);
      this.#next[at] = this.#first[bucket] ?? -1;
      this.#first[bucket] = at;
      this.#count[bucket] = (this.#count[bucket] ?? 0) + 1;
    }
  }

  /** At least as many places as the n-gram at `at` of `pattern` has. */
  count(pattern: string, at: number): number {
    return this.#count[this.#bucket(pattern, at)] ?? 0;
  }

  /** Visits the places of the n-gram at `at` of `pattern`, ascending. */
  visit(pattern: string, at: number, visitor: (place: number) => void): void {
    let place = this.#first[this.#bucket(pattern, at)] ?? -1;
    for (; place >= 0; place = this.#next[place] ?? -1) {
      if (this.#equal(pattern, at, place)) visitor(place);
    }
  }

  /**
   * The first `limit` places of a block (`Infinity`: all), ascending, overlapping ones included;
   * `undefined` where the budget ran out.
   */
  places(block: string, limit: number, budget: Budget): readonly number[] | undefined {
    if (block.length < GRAM) return this.#placesOfShort(block, limit);
    const rarest = this.#rarest(block);
    if (limit > this.text.length && this.count(block, rarest) * SCAN > this.text.length) {
      budget.left -= this.text.length / SCAN;
      return budget.left < 0 ? undefined : scan(this.text, block);
    }
    const places: number[] = [];
    let place = this.#first[this.#bucket(block, rarest)] ?? -1;
    for (; place >= 0 && places.length < limit; place = this.#next[place] ?? -1) {
      if (--budget.left < 0) return undefined;
      if (place < rarest || !this.#equal(block, rarest, place)) continue;
      budget.left -= COMPARISON;
      if (this.text.startsWith(block, place - rarest)) places.push(place - rarest);
    }
    return places;
  }

  #placesOfShort(block: string, limit: number): readonly number[] {
    const places: number[] = [];
    if (block === '') return places;
    let at = this.text.indexOf(block);
    for (; at >= 0 && places.length < limit; at = this.text.indexOf(block, at + 1)) places.push(at);
    return places;
  }

  #rarest(block: string): number {
    let rarest = 0;
    let fewest = Infinity;
    for (let at = 0; at + GRAM <= block.length && fewest > 0; at++) {
      const count = this.count(block, at);
      if (count < fewest) {
        fewest = count;
        rarest = at;
      }
    }
    return rarest;
  }

  #equal(pattern: string, at: number, place: number): boolean {
    for (let step = 0; step < GRAM; step++) {
      if (this.text.charCodeAt(place + step) !== pattern.charCodeAt(at + step)) return false;
    }
    return true;
  }

  #bucket(text: string, at: number): number {
    let hash = 0;
    for (let step = 0; step < GRAM; step++) {
      hash = (Math.imul(hash, 31) + text.charCodeAt(at + step)) | 0;
    }
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift;
  }
}

/** All places of a block by Knuth, Morris and Pratt: linear in the most repetitive text. */
function scan(text: string, block: string): readonly number[] {
  const fallback = new Int32Array(block.length + 1);
  const places: number[] = [];
  let matched = 0;
  for (let at = 1; at < block.length; at++) {
    matched = advance(block, fallback, matched, block.charCodeAt(at));
    fallback[at + 1] = matched;
  }
  matched = 0;
  for (let at = 0; at < text.length; at++) {
    matched = advance(block, fallback, matched, text.charCodeAt(at));
    if (matched === block.length) {
      places.push(at + 1 - matched);
      matched = fallback[matched] ?? 0;
    }
  }
  return places;
}

/** How much of the block is matched after one more unit. */
function advance(block: string, fallback: Int32Array, matched: number, code: number): number {
  let length = matched;
  while (length > 0 && block.charCodeAt(length) !== code) length = fallback[length] ?? 0;
  return block.charCodeAt(length) === code ? length + 1 : 0;
}
