import type { Span } from '../model';
import type { Suggestion } from './suggestions';

/**
 * The best of what overlaps: the longer, then the known, then the surer; in text order.
 *
 * @param excluded nothing that touches it is left
 */
export function bestOf(all: readonly Suggestion[], excluded: readonly Span[]): Suggestion[] {
  const ranked = [...all].sort(
    (a, b) =>
      lengthOf(b) - lengthOf(a) ||
      Number(b.entity !== undefined) - Number(a.entity !== undefined) ||
      b.confidence - a.confidence,
  );
  const start = all.reduce((least, one) => Math.min(least, one.start), Infinity);
  const end = all.reduce((most, one) => Math.max(most, one.end), 0);
  if (end === 0) return [];
  const occupied = new Occupied(start, end, excluded);
  return ranked.filter((one) => occupied.take(one)).sort((a, b) => a.start - b.start);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Which units of a text are spoken for. */
class Occupied {
  readonly #from: number;
  readonly #units: Uint8Array;

  constructor(from: number, to: number, spans: readonly Span[]) {
    this.#from = from;
    this.#units = new Uint8Array(to - from);
    for (const span of spans) this.#fill(span);
  }

  /** Whether all of it was free, and is taken now. */
  take({ start, end }: Span): boolean {
    for (let at = start - this.#from; at < end - this.#from; at++) {
      if (this.#units[at] === 1) return false;
    }
    this.#fill({ start, end });
    return true;
  }

  #fill({ start, end }: Span): void {
    const from = Math.max(0, start - this.#from);
    if (end > this.#from) this.#units.fill(1, from, end - this.#from);
  }
}
