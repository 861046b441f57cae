import { type Resolution, type ResolveOptions, Resolver, SoughtText } from '../anchor';
import type { QuoteSelector, Span } from '../model';

export type AnchorStatus = 'found' | 'moved' | 'ambiguous' | 'lost';

/** A record of an annotation file and where it stands in the text now. */
export interface Anchored<T> {
  readonly record: T;
  readonly status: AnchorStatus;
  /** False where the words there differ from the quote that is stored. */
  readonly exact: boolean;
  /** A span for each selector; empty where the record has no one place. */
  readonly segments: readonly Span[];
  /** From the first segment to the last; undefined where the record has no one place. */
  readonly span: Span | undefined;
  /** Where it may stand, if ambiguous. */
  readonly candidates: readonly Span[];
}

/** A placed record: `span` is there. */
export interface Placed<T> extends Anchored<T> {
  readonly span: Span;
}

/** Whatever quotes a source. */
export interface Quoting {
  readonly selectors: readonly QuoteSelector[];
}

/** The words as they are stored; pieces of discontinuous ones are joined by an ellipsis. */
export function wordsOf({ selectors }: Quoting): string {
  return selectors.map(({ exact }) => exact).join(' … ');
}

/** A record without a place. */
export function lost<T>(record: T): Anchored<T> {
  return { record, status: 'lost', exact: true, segments: [], span: undefined, candidates: [] };
}

export function isPlaced<T>(anchored: Anchored<T>): anchored is Placed<T> {
  return anchored.span !== undefined;
}

/** Found, at the words that are stored: nothing to report. */
export function isAsStored({ status, exact }: Anchored<unknown>): boolean {
  return status === 'found' && exact;
}

/** The text in which quotes were last sought again: who edits one keystroke by keystroke, edits on. */
let recent: SoughtText | undefined;

interface AnchorOptions extends ResolveOptions {
  /** Whether the text was searched before, and so is likely to be searched once more. */
  readonly again?: boolean;
}

/** Finds records in a text, all together, in the order in which they are stored. */
export function anchorAll<T extends Quoting>(
  text: string,
  records: readonly T[],
  { again = false, ...options }: AnchorOptions,
): Anchored<T>[] {
  if (records.length === 0) return [];
  if (again && recent?.raw !== text) recent = new SoughtText(text);
  const sought = again && recent ? recent : new SoughtText(text);
  const resolver = new Resolver(sought, options);
  const resolutions = resolver.resolve(records.flatMap((record) => record.selectors));
  let next = 0;
  return records.map((record) => {
    const own = resolutions.slice(next, next + record.selectors.length);
    next += own.length;
    return anchored(record, own);
  });
}

/** Finds records in a text, each by itself: for such as come in no order and share words. */
export function anchorEach<T extends Quoting>(
  text: string,
  records: readonly T[],
  options: ResolveOptions,
): Anchored<T>[] {
  const resolver = new Resolver(text, options);
  return records.map((record) => anchored(record, resolver.resolve(record.selectors)));
}

/** A discontinuous record stands where all of its segments do, and is as sure as the least sure. */
function anchored<T>(record: T, resolutions: readonly Resolution[]): Anchored<T> {
  const segments: Span[] = [];
  const candidates: Span[] = [];
  let exact = true;
  const statuses = new Set<AnchorStatus>();
  for (const resolution of resolutions) {
    statuses.add(resolution.status);
    if (resolution.status === 'ambiguous') candidates.push(...resolution.candidates);
    if (resolution.status === 'lost' || resolution.status === 'ambiguous') continue;
    segments.push(resolution.span);
    exact &&= resolution.exact;
  }
  const status =
    (['lost', 'ambiguous', 'moved'] as const).find((one) => statuses.has(one)) ?? 'found';
  if (status === 'lost' || status === 'ambiguous') {
    return { record, status, exact, segments: [], span: undefined, candidates };
  }
  return { record, status, exact, segments, span: hullOf(segments), candidates };
}

export function hullOf(segments: readonly Span[]): Span | undefined {
  const [first] = segments;
  if (!first) return undefined;
  const start = Math.min(...segments.map((one) => one.start));
  return { start, end: Math.max(...segments.map((one) => one.end)) };
}
