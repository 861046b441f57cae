import { type Resolution, type ResolveOptions, resolve } from '../anchor';
import type { Claim, Mention, QuoteSelector, SourceAnnotations, Span } from '../model';
import { hashOf } from '../hash';
import { SourceText } from '../text';

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
interface Quoting {
  readonly selectors: readonly QuoteSelector[];
}

/** A source as annotated: its text, and each record of its annotation file resolved in it. */
export class ResolvedSource {
  readonly path: string;
  readonly source: SourceText;
  readonly annotations: SourceAnnotations | undefined;
  /** In stored order. */
  readonly mentions: readonly Anchored<Mention>[];
  readonly claims: readonly Anchored<Claim>[];
  #placed: readonly Placed<Mention>[] | undefined;
  readonly #elsewhere = new WeakMap<Quoting, Anchored<Quoting>>();

  constructor(
    path: string,
    source: SourceText,
    annotations: SourceAnnotations | undefined,
    mentions: readonly Anchored<Mention>[],
    claims: readonly Anchored<Claim>[],
  ) {
    this.path = path;
    this.source = source;
    this.annotations = annotations;
    this.mentions = mentions;
    this.claims = claims;
  }

  static of(
    path: string,
    text: string,
    annotations: SourceAnnotations | undefined,
  ): ResolvedSource {
    const options = { unchanged: isAsVerified(text, annotations) };
    const mentions = anchor(text, annotations?.mentions ?? [], options);
    const claims = anchor(text, annotations?.claims ?? [], options);
    return new ResolvedSource(path, new SourceText(text), annotations, mentions, claims);
  }

  /** Words that are quoted elsewhere than beside the source, in the order given; found once. */
  anchor<T extends Quoting>(records: readonly T[]): Anchored<T>[] {
    const missing = records.filter((record) => !this.#elsewhere.has(record));
    if (missing.length > 0) {
      const options = { unchanged: isAsVerified(this.source.text, this.annotations) };
      for (const one of anchor(this.source.text, missing, options)) {
        this.#elsewhere.set(one.record, one);
      }
    }
    return records.flatMap((record) => {
      const found = this.#elsewhere.get(record);
      return found ? [{ ...found, record }] : [];
    });
  }

  /** Mentions with a place, in text order, an outer one before those within it. */
  get placed(): readonly Placed<Mention>[] {
    this.#placed ??= this.mentions
      .filter(isPlaced)
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return this.#placed;
  }

  /** Mentions that hold the offset, innermost first; where none does, those that end there. */
  mentionsAt(offset: number): Placed<Mention>[] {
    const touching = this.placed.filter(({ segments }) =>
      segments.some((span) => span.start <= offset && offset <= span.end),
    );
    const holding = touching.filter(({ segments }) =>
      segments.some((span) => offset < span.end && offset >= span.start),
    );
    const length = (one: Placed<Mention>) => one.span.end - one.span.start;
    return (holding.length > 0 ? holding : touching).sort((a, b) => length(a) - length(b));
  }
}

export function isPlaced<T>(anchored: Anchored<T>): anchored is Placed<T> {
  return anchored.span !== undefined;
}

/** A file written by hand may state no hash: its quotes are then taken at their word. */
function isAsVerified(text: string, annotations: SourceAnnotations | undefined): boolean {
  return annotations?.sha256 === undefined || annotations.sha256 === hashOf(text);
}

function anchor<T extends Quoting>(
  text: string,
  records: readonly T[],
  options: ResolveOptions,
): Anchored<T>[] {
  const resolutions = resolve(
    text,
    records.flatMap((record) => record.selectors),
    options,
  );
  let next = 0;
  return records.map((record) => {
    const own = resolutions.slice(next, next + record.selectors.length);
    next += own.length;
    return anchored(record, own);
  });
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
