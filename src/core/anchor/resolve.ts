import { Aligner } from './align';
import type { QuoteSelector, Span } from '../model';
import { placeCounted } from './counted';
import type { Item } from './counted';
import { type Budget, GramIndex } from './grams';
import { onLongestIncreasing } from './increasing';
import { JointSearch, type Placement, type SearchedText } from './jointSearch';
import { LfText, toLf } from './lineEnds';
import { NewText } from './newText';
import { NEARBY, SEARCH_BUDGET } from './thresholds';
import { quoteSpan, VerbatimSearch } from './verbatim';

/** Where a selector's words stand. Spans are UTF-16 offsets of the text as it was given. */
export type Resolution =
  | {
      /** `moved`: no longer in its order among the others. */
      readonly status: 'found' | 'moved';
      readonly span: Span;
      /** False where the words there differ from the stored quote, line ends aside. */
      readonly exact: boolean;
    }
  | {
      /** Several places are as good as each other, or nothing was stored that could prove one. */
      readonly status: 'ambiguous';
      /** At least one, by position. */
      readonly candidates: readonly Span[];
    }
  | { readonly status: 'lost' };

export interface ResolveOptions {
  /**
   * The text is the one against which the selectors were last verified (equal sha256): what stands
   * once needs no further proof, an occurrence tells the place, and nothing is `moved`.
   */
  readonly unchanged?: boolean;
}

/**
 * Finds the selectors of one source in its text, all together: order, distance and context of
 * the others are evidence. A wrong place is worse than none.
 * @param text any line ends, with or without a byte order mark
 * @param selectors in stored order, that is, by position in the old text; another order costs
 *   evidence but places nothing wrongly
 * @returns one resolution per selector, in the same order
 */
export function resolve(
  text: string,
  selectors: readonly QuoteSelector[],
  options: ResolveOptions = {},
): readonly Resolution[] {
  return new Resolver(text, options).resolve(selectors);
}

/** What it takes to find words in a text; costs about 24 bytes per character once it was used. */
export class SoughtText {
  readonly raw: string;
  readonly source: LfText;
  #grams: GramIndex | undefined;
  #folded: { readonly text: NewText; readonly grams: GramIndex } | undefined;

  /** @param raw any line ends */
  constructor(raw: string) {
    this.raw = raw;
    this.source = new LfText(raw);
  }

  get grams(): GramIndex {
    return (this.#grams ??= new GramIndex(this.source.text));
  }

  /** As `SearchedText`, which has a budget of its own for each search. */
  get folded() {
    if (this.#folded) return this.#folded;
    const text = new NewText(this.source.text);
    return (this.#folded = { text, grams: new GramIndex(text.folded) });
  }
}

/** Finds selectors in one text, time and again; those that are asked for together help each other. */
export class Resolver {
  readonly #sought: SoughtText;
  readonly #source: LfText;
  readonly #unchanged: boolean;
  readonly #budget: Budget = { left: SEARCH_BUDGET };
  readonly #verbatim: VerbatimSearch;
  #searched: SearchedText | undefined;

  constructor(text: string | SoughtText, { unchanged = false }: ResolveOptions = {}) {
    this.#sought = typeof text === 'string' ? new SoughtText(text) : text;
    this.#source = this.#sought.source;
    this.#unchanged = unchanged;
    this.#verbatim = new VerbatimSearch(this.#sought.grams, this.#budget);
  }

  /** As the function of this name. */
  resolve(selectors: readonly QuoteSelector[]): readonly Resolution[] {
    const { distinct, indexes } = distinctOf(selectors);
    if (distinct.length === 0) return [];
    const placements = this.#placeAll(distinct);
    const moved = movedOf(placements);
    const resolutions = placements.map((placement, index): Resolution => {
      const isMoved = !this.#unchanged && moved[index] === true;
      return toResolution(this.#source, distinct[index]?.exact ?? '', placement, isMoved);
    });
    return indexes.map((index) => resolutions[index] ?? { status: 'lost' });
  }

  #placeAll(selectors: readonly QuoteSelector[]): readonly Placement[] {
    const all = selectors.map((selector) => {
      return { selector, verbatim: this.#verbatim.places(selector) };
    });
    const uncounted = all.filter(({ selector }) => selector.occurrence === undefined);
    const placed = this.#placeUncounted(uncounted).values();
    const items = all.map((item): Item => {
      const isCounted = item.selector.occurrence !== undefined;
      return { ...item, placement: isCounted ? undefined : placed.next().value };
    });
    return placeCounted(items, this.#unchanged);
  }

  /** Places the selectors that have no occurrence. */
  #placeUncounted(items: readonly Omit<Item, 'placement'>[]): readonly Placement[] {
    const untouched = items.every(
      ({ verbatim: { meant, proof } }) =>
        meant !== undefined && (this.#unchanged || proof !== 'none'),
    );
    if (untouched) {
      return items.map(({ selector, verbatim: { meant = 0 } }) => {
        return { span: quoteSpan(selector, meant), candidates: [] };
      });
    }
    const { folded } = this.#sought;
    this.#searched ??= { ...folded, aligner: new Aligner(folded.text.folded) };
    const selectors = items.map(({ selector }) => selector);
    const verbatim = items.map((item) => item.verbatim);
    const search = new JointSearch(this.#searched, selectors, verbatim, this.#budget);
    return search.run(this.#unchanged);
  }
}

/**
 * Per placement whether it left its order: off the longest chain of places in stored order, and
 * away from its neighbours there. A later segment of a discontinuous mention is off it, but near.
 */
function movedOf(placements: readonly Placement[]): readonly boolean[] {
  const starts = placements.flatMap(({ span }) => (span ? [span.start] : []));
  const on = onLongestIncreasing(starts);
  const before = nearestOnChain(starts, on);
  const after = nearestOnChain(starts.toReversed(), on.toReversed()).reverse();
  const isFar = (start: number, other: number | undefined): boolean =>
    other === undefined || Math.abs(start - other) > NEARBY;
  const moved = starts.map(
    (start, index) =>
      on[index] === false && isFar(start, before[index]) && isFar(start, after[index]),
  );
  const next = moved.values();
  return placements.map(({ span }) => span !== undefined && next.next().value === true);
}

/** Per item the last item before it that is on the chain. */
function nearestOnChain(starts: readonly number[], on: readonly boolean[]): (number | undefined)[] {
  let last: number | undefined;
  return starts.map((start, index) => {
    const known = last;
    if (on[index]) last = start;
    return known;
  });
}

function toResolution(
  source: LfText,
  exact: string,
  { span, candidates }: Placement,
  isMoved: boolean,
): Resolution {
  const toRaw = ({ start, end }: Span): Span => ({
    start: source.toRaw(start),
    end: source.toRaw(end),
  });
  if (span) {
    const isExact = source.text.slice(span.start, span.end) === exact;
    return { status: isMoved ? 'moved' : 'found', span: toRaw(span), exact: isExact };
  }
  if (candidates.length === 0) return { status: 'lost' };
  return { status: 'ambiguous', candidates: candidates.map(toRaw) };
}

/** The distinct selectors in stored order, and which of them each selector is. */
function distinctOf(selectors: readonly QuoteSelector[]): {
  readonly distinct: readonly QuoteSelector[];
  readonly indexes: readonly number[];
} {
  const known = new Map<string, number>();
  const distinct: QuoteSelector[] = [];
  const indexes = selectors.map((selector) => {
    const normal = withLf(selector);
    const key = JSON.stringify([normal.prefix, normal.exact, normal.suffix, normal.occurrence]);
    const index = known.get(key) ?? distinct.length;
    if (index === distinct.length) {
      known.set(key, index);
      distinct.push(normal);
    }
    return index;
  });
  return { distinct, indexes };
}

function withLf(selector: QuoteSelector): QuoteSelector {
  return {
    ...selector,
    prefix: toLf(selector.prefix),
    exact: toLf(selector.exact),
    suffix: toLf(selector.suffix),
  };
}
