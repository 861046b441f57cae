/** What was read from a piece of a file, at places that move along with the text before it. */
import type { Diagnostic } from '../diagnostic';
import type { Place, Span } from '../model';

/** Where a piece of a file begins now. */
export interface Ground {
  readonly start: number;
}

/** A record, and whatever within it has a place of its own. */
export interface Placed {
  readonly place: Place;
  readonly quotes?: readonly Placed[];
}

/** A record whose places count from its ground, wherever that comes to lie. */
export function grounded<T extends Placed>(record: T, ground: Ground): T {
  const place = new GroundedPlace(record.place, ground);
  if (!record.quotes) return { ...record, place };
  return { ...record, place, quotes: record.quotes.map((one) => grounded(one, ground)) };
}

/** What was found in values. */
export function shiftedFinding(finding: Diagnostic, by: number): Diagnostic {
  return { ...finding, span: shiftedSpan(finding.span, by) };
}

/** What was found in the text itself, where an empty span is a place too. */
export function shiftedError(error: Diagnostic, by: number): Diagnostic {
  const { start, end } = error.span;
  return { ...error, span: { start: start + by, end: end + by } };
}

/** An empty span is that of a value that was never written, and stays where it is: nowhere. */
function shiftedSpan(span: Span, by: number): Span {
  return span.start === span.end ? span : { start: span.start + by, end: span.end + by };
}

/** Where each value stands is reckoned when somebody asks. */
class GroundedPlace implements Place {
  readonly #place: Place;
  readonly #ground: Ground;

  constructor(place: Place, ground: Ground) {
    this.#place = place;
    this.#ground = ground;
  }

  get file(): string {
    return this.#place.file;
  }

  get span(): Span {
    return this.#moved(this.#place.span);
  }

  get key(): Span | undefined {
    return this.#place.key && this.#moved(this.#place.key);
  }

  get values(): ReadonlyMap<string, Span> {
    return new Map([...this.#place.values].map(([key, span]) => [key, this.#moved(span)]));
  }

  get items(): ReadonlyMap<string, readonly Span[]> | undefined {
    const { items } = this.#place;
    return (
      items && new Map([...items].map(([key, all]) => [key, all.map((one) => this.#moved(one))]))
    );
  }

  #moved(span: Span): Span {
    return shiftedSpan(span, this.#ground.start);
  }
}
