import type { Span } from '../model';
import { classOf, isApostrophe, isHyphen, isWordUnit } from './characters';

/** A match of names that are spelt alike. */
export interface NameMatch<T> extends Span {
  readonly values: readonly T[];
  /** The words are the name with a plural’s ending. */
  readonly isPlural: boolean;
}

const apostrophe = 0x27;
const gap = 0x20;

/**
 * Names by their folded spelling, found at the beginnings of words: apostrophes are one, hyphens,
 * spaces and line ends are one, case is none. A trie whose edges are one hash table, from a node and a
 * unit to the next node: it grows with the names alone, and a step costs the same in any of them.
 */
export class NameTrie<T> {
  #keys = new Float64Array(1024);
  #targets = new Int32Array(1024);
  #edges = 0;
  #nodes = 1;
  readonly #values: (T[] | undefined)[] = [];

  add(name: string, value: T): void {
    let node = 0;
    for (const unit of foldedUnits(name)) node = this.#grow(node, unit);
    if (node === 0) return;
    const values = this.#values[node];
    if (!values) this.#values[node] = [value];
    else if (!values.includes(value)) values.push(value);
  }

  /** A value of a name that is of others no more. */
  remove(name: string, value: T): void {
    let node = 0;
    for (const unit of foldedUnits(name)) {
      node = this.#step(node, unit);
      if (node === 0) return;
    }
    const left = this.#values[node]?.filter((one) => one !== value) ?? [];
    this.#values[node] = left.length > 0 ? left : undefined;
  }

  /** What a name stands for, however it is spelt. */
  get(name: string): readonly T[] {
    let node = 0;
    for (const unit of foldedUnits(name)) {
      node = this.#step(node, unit);
      if (node === 0) return [];
    }
    return this.#values[node] ?? [];
  }

  /**
   * The matches of a text: at each word the longest of which `accepts` allows something, then on
   * behind it. Linear in the text for names of bounded length.
   *
   * @param accepts what of a match counts, given the words of the text; nothing: a shorter one is tried
   */
  *matches(
    text: string,
    accepts: (values: readonly T[], words: string, start: number) => readonly T[],
  ): Generator<NameMatch<T>> {
    for (let at = 0; at < text.length;) {
      const found = this.#longest(text, at, accepts);
      if (found) yield found;
      at = nextWord(text, found ? found.end : at);
    }
  }

  #longest(
    text: string,
    start: number,
    accepts: (values: readonly T[], words: string, start: number) => readonly T[],
  ): NameMatch<T> | undefined {
    let node = 0;
    let best: NameMatch<T> | undefined;
    for (let at = start; at < text.length;) {
      const unit = text.charCodeAt(at);
      const folded = fold(unit);
      let after = at + 1;
      if (folded === gap) {
        const end = gapEnd(text, at);
        if (end < 0) break;
        after = end;
      }
      if (folded !== ignored) node = this.#step(node, folded);
      if (node === 0 && folded !== ignored) break;
      at = after;
      const values = this.#values[node];
      if (!values) continue;
      const end = wordEndAt(text, at);
      if (end < 0) continue;
      const accepted = accepts(values, text.slice(start, at), start);
      if (accepted.length > 0) best = { start, end, values: accepted, isPlural: end > at };
    }
    return best;
  }

  #step(node: number, unit: number): number {
    const mask = this.#keys.length - 1;
    const key = node * 0x10000 + unit + 1;
    for (let slot = hash(node, unit) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#keys[slot];
      if (found === key) return this.#targets[slot] ?? 0;
      if (found === 0) return 0;
    }
  }

  #grow(node: number, unit: number): number {
    const known = this.#step(node, unit);
    if (known !== 0) return known;
    if (this.#edges * 2 >= this.#keys.length) this.#widen();
    const target = this.#nodes++;
    this.#put(node * 0x10000 + unit + 1, hash(node, unit), target);
    this.#edges++;
    return target;
  }

  #put(key: number, at: number, target: number): void {
    const mask = this.#keys.length - 1;
    let slot = at & mask;
    while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
    this.#keys[slot] = key;
    this.#targets[slot] = target;
  }

  #widen(): void {
    const keys = this.#keys;
    const targets = this.#targets;
    this.#keys = new Float64Array(keys.length * 2);
    this.#targets = new Int32Array(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot] ?? 0;
      if (key === 0) continue;
      const unit = (key - 1) % 0x10000;
      this.#put(key, hash((key - 1 - unit) / 0x10000, unit), targets[slot] ?? 0);
    }
  }
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** A unit that spelling may leave out: a soft hyphen, a zero-width space. */
const ignored = 0;

function fold(unit: number): number {
  if (unit < 0x80) {
    if (unit >= 0x41 && unit <= 0x5a) return unit + 32;
    if (unit === 0x2d || unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09)
      return gap;
    return unit === 0x60 ? apostrophe : unit;
  }
  if (isApostrophe(unit)) return apostrophe;
  if (isHyphen(unit)) return gap;
  if (unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff) return ignored;
  const kind = classOf(unit);
  if (kind === 4 || kind === 5) return gap;
  return kind === 2 ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : unit;
}

/** No name is longer; what is has a bounded part in the trie. */
const longestName = 300;

function* foldedUnits(name: string): Generator<number> {
  const trimmed = name.trim().slice(0, longestName);
  for (let at = 0; at < trimmed.length;) {
    const folded = fold(trimmed.charCodeAt(at));
    if (folded !== ignored) yield folded;
    at = folded === gap ? Math.max(gapEnd(trimmed, at), at + 1) : at + 1;
  }
}

/** Behind the white space or hyphen at an offset; -1 where a paragraph ends, or too much stands there. */
function gapEnd(text: string, start: number): number {
  let lineEnds = 0;
  let at = start;
  for (; at < text.length && at - start < 8; at++) {
    const unit = text.charCodeAt(at);
    if (fold(unit) !== gap) return at;
    if (unit === 10 && ++lineEnds > 1) return -1;
  }
  return at - start < 8 ? at : -1;
}

/**
 * Where a word ends that has so much of a name: here, or behind a plural’s ending; -1 where it goes
 * on, be it with a number behind a hyphen or with an apostrophe.
 */
function wordEndAt(text: string, at: number): number {
  const end = endsWord(text, at);
  if (end) return at;
  const unit = text.charCodeAt(at);
  if (unit === 0x73 && endsWord(text, at + 1)) return at + 1;
  return unit === 0x65 && text.charCodeAt(at + 1) === 0x73 && endsWord(text, at + 2) ? at + 2 : -1;
}

function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return true;
  if (isWordUnit(unit)) return false;
  const next = text.charCodeAt(at + 1);
  if (isHyphen(unit)) return classOf(next) !== 3;
  if (!isApostrophe(unit) || !isWordUnit(next)) return true;
  return (next === 0x73 || next === 0x53) && !isWordUnit(text.charCodeAt(at + 2));
}

/** The beginning of the next word behind an offset, which may stand in one. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  while (at < text.length && !isWordUnit(text.charCodeAt(at))) at++;
  return at;
}
