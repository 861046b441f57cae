import type { Span } from '../model';
import { type Anchored, type Quoting, isPlaced, lost } from './anchored';

/**
 * Where records are known to stand, whatever a search would say: they were followed there, edit by
 * edit, from where they stood.
 */
export class KnownPlaces {
  readonly #places: ReadonlyMap<string, Anchored<Quoting>>;
  readonly #taken: ReadonlySet<string>;

  constructor(all: Iterable<Anchored<Quoting>>) {
    const placed = [...all].filter((one) => isPlaced(one));
    this.#places = new Map(placed.map((one) => [keyOf(one.record), one]));
    this.#taken = new Set(placed.flatMap(({ segments }) => segments.map(nameOf)));
  }

  /**
   * What was found, with the known records where they are known to stand. One that was found at the
   * words of another, which the search has not seen there, is lost.
   */
  applied<T extends Quoting>(found: readonly Anchored<T>[]): readonly Anchored<T>[] {
    const away = new Set(
      found.flatMap((one) => {
        const known = this.#places.get(keyOf(one.record));
        const names = new Set(one.segments.map(nameOf));
        return known?.segments.map(nameOf).filter((name) => !names.has(name)) ?? [];
      }),
    );
    return found.map((one) => {
      const known = this.#places.get(keyOf(one.record));
      if (known) return { ...known, record: one.record };
      const isTaken = one.segments.some((span) => {
        const name = nameOf(span);
        return this.#taken.has(name) && away.has(name);
      });
      return isTaken ? lost(one.record) : one;
    });
  }
}

function nameOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

export function keyOf({ selectors }: Quoting): string {
  return JSON.stringify(
    selectors.map((one) => [one.prefix, one.exact, one.suffix, one.occurrence]),
  );
}
