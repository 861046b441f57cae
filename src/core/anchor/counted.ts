import { firstIndex } from '../firstIndex';
import type { QuoteSelector, Span } from '../model';
import type { Placement } from './jointSearch';
import { CANDIDATES } from './thresholds';
import { blockOf, quoteSpan } from './verbatim';
import type { VerbatimPlaces } from './verbatim';

/** A selector of a source, how its block stands there, and where it was placed so far. */
export interface Item {
  readonly selector: QuoteSelector;
  readonly verbatim: VerbatimPlaces;
  /** Of a selector without an occurrence. */
  readonly placement: Placement | undefined;
}

/** A placed selector whose block stands there as it was stored. */
interface Witness {
  readonly quote: Span;
  readonly block: Span;
}

/**
 * Places the selectors that have an occurrence. In the text as it was the number tells. In any
 * other it counts places that may have come and gone, so that only the neighbours can tell: a place
 * is accepted if it is the only one between two witnesses, and stored words cover all between them.
 * @param items in stored order
 */
export function placeCounted(items: readonly Item[], unchanged: boolean): readonly Placement[] {
  const starts = unchanged ? items.map(({ verbatim }) => verbatim.meant) : bracketed(items);
  return items.map(({ selector, verbatim, placement }, index) => {
    if (placement) return placement;
    const start = starts[index];
    if (start !== undefined) return { span: quoteSpan(selector, start), candidates: [] };
    const candidates = nearestToNumber(verbatim.starts, selector.occurrence ?? 1);
    return { span: undefined, candidates: candidates.map((at) => quoteSpan(selector, at)) };
  });
}

/** Per item where its block begins, if its neighbours on both sides decide that. */
function bracketed(items: readonly Item[]): readonly (number | undefined)[] {
  const starts: (number | undefined)[] = items.map(() => undefined);
  let before: Witness | undefined;
  let run: number[] = [];
  items.forEach((item, index) => {
    if (!item.placement) {
      run.push(index);
      return;
    }
    // What was not placed says nothing; a changed neighbour is no witness, and ends the run.
    if (!item.placement.span) return;
    const after = witnessOf(item, item.placement.span);
    const between = run.flatMap((at) => items[at] ?? []);
    const found = before && after && placesBetween(between, before, after);
    run.forEach((at, place) => (starts[at] = found?.[place]));
    before = after;
    run = [];
  });
  return starts;
}

function witnessOf({ selector, verbatim }: Item, quote: Span): Witness | undefined {
  const start = quote.start - selector.prefix.length;
  if (verbatim.starts.length !== 1 || verbatim.starts[0] !== start) return undefined;
  return { quote, block: { start, end: start + blockOf(selector).length } };
}

/** Where the items' blocks begin, if there is one way only and no word between is unknown. */
function placesBetween(
  items: readonly Item[],
  before: Witness,
  after: Witness,
): readonly number[] | undefined {
  const numbers = new Map<string, number | undefined>();
  const starts: number[] = [];
  let reach = before.block.end;
  let last = before.quote.start;
  for (const { selector, verbatim } of items) {
    const { prefix, exact, occurrence } = selector;
    const least = before.quote.start - prefix.length;
    const first = firstIndex(verbatim.starts, (at) => at >= least);
    const start = verbatim.starts[first];
    const next = verbatim.starts[first + 1] ?? Infinity;
    const latest = after.quote.end - prefix.length - exact.length;
    if (start === undefined || start > latest || next <= latest || start > reach) return undefined;
    // Two numbers of one block are two places.
    const key = `${start}-${blockOf(selector)}`;
    if (numbers.has(key) && numbers.get(key) !== occurrence) return undefined;
    numbers.set(key, occurrence);
    const quoteStart = start + prefix.length;
    if (quoteStart < last) return undefined;
    starts.push(start);
    last = quoteStart;
    reach = Math.max(reach, start + blockOf(selector).length);
  }
  return last <= after.quote.start && after.block.start <= reach ? starts : undefined;
}

/** All places, by position; of many those around the stored number. */
function nearestToNumber(starts: readonly number[], occurrence: number): readonly number[] {
  const latest = Math.max(0, starts.length - CANDIDATES);
  const from = Math.min(latest, Math.max(0, occurrence - 1 - CANDIDATES / 2));
  return starts.slice(from, from + CANDIDATES);
}
