import { firstIndex } from '../firstIndex';

/**
 * The LF form of a text (`\r\n` and a lone `\r` read as `\n`, nothing else changed) with a map
 * back. A mapped offset never falls between `\r` and `\n`.
 */
export class LfText {
  readonly text: string;
  /** Offsets in the LF form of the line feeds that were `\r\n`, ascending. */
  readonly #pairs: readonly number[];

  constructor(raw: string) {
    this.text = toLf(raw);
    this.#pairs = this.text.length === raw.length ? [] : pairsOf(raw);
  }

  toRaw(offset: number): number {
    return offset + firstIndex(this.#pairs, (pair) => pair >= offset);
  }

  fromRaw(offset: number): number {
    return offset - firstIndex(this.#pairs, (pair, index) => pair + index >= offset);
  }
}

/** Line ends of all kinds as `\n`, as editors hand them out. */
export function toLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function pairsOf(raw: string): number[] {
  const pairs: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) {
    pairs.push(at - pairs.length);
  }
  return pairs;
}
