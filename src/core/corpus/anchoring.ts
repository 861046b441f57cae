import { commonEnds } from '../commonEnds';
import type { Claim, Mention, Rejection, SourceAnnotations, Span } from '../model';
import type { SourceText } from '../text';
import {
  type Anchored,
  type Placed,
  type Quoting,
  anchorAll,
  anchorEach,
  isAsStored,
  isPlaced,
  lost,
} from './anchored';
import { type KnownPlaces, keyOf } from './knownPlaces';
import { SpanIndex } from './spanIndex';

/** Quotes from elsewhere that are kept; more are found again. */
const mostElsewhere = 10_000;

/** The records of an annotation file, found in a source as it was read. */
export class Anchoring {
  readonly source: SourceText;
  readonly annotations: SourceAnnotations | undefined;
  /** In stored order. */
  readonly mentions: readonly Anchored<Mention>[];
  readonly claims: readonly Anchored<Claim>[];
  readonly #unchanged: boolean;
  #own: ReadonlyMap<Quoting, Anchored<Quoting>> | undefined;
  readonly #elsewhere = new Map<Quoting, Anchored<Quoting>>();
  #elsewhereWords: SpanIndex<{ readonly span: Span }> | undefined;
  #placed: SpanIndex<Placed<Mention>> | undefined;
  #words: SpanIndex<{ readonly span: Span; readonly of: Anchored<Mention | Claim> }> | undefined;
  #doubtful: readonly Anchored<Mention | Claim>[] | undefined;
  /** Until rejections are asked for: those of the same text before. */
  #rejectedBefore: readonly Anchored<Rejection>[] | undefined;
  #rejected: readonly Anchored<Rejection>[] | undefined;

  /** Where records stand that need not be sought. */
  readonly known: KnownPlaces | undefined;

  /** @param before how the same text was annotated until now */
  constructor(
    source: SourceText,
    annotations: SourceAnnotations | undefined,
    before?: Anchoring,
    known?: KnownPlaces,
  ) {
    this.source = source;
    this.annotations = annotations;
    this.known = known;
    this.#unchanged = isAsVerified(source, annotations);
    const isSame = before?.source === source && before.#unchanged === this.#unchanged;
    const same = isSame ? before : undefined;
    this.mentions = this.#anchorAll(annotations?.mentions ?? [], same?.mentions);
    this.claims = this.#anchorAll(annotations?.claims ?? [], same?.claims);
    this.#rejectedBefore = same && (same.#rejected ?? same.#rejectedBefore);
  }

  #anchorAll<T extends Quoting>(
    records: readonly T[],
    before: readonly Anchored<T>[] | undefined,
  ): readonly Anchored<T>[] {
    const known = before && this.#placesKnown(records, before);
    const missing = known ? records.filter((_, at) => !known[at]) : records;
    const options = { unchanged: this.#unchanged, again: before !== undefined };
    const sought = anchorAll(this.source.text, missing, options);
    const found = (this.known?.applied(sought) ?? sought).values();
    return records.flatMap((record, at) => {
      const place = known?.[at];
      if (!place) return found.next().value ?? [];
      return place.record === record ? place : { ...place, record };
    });
  }

  /**
   * Where records stand that quote what others quoted before them in the same text. If all do,
   * nothing has changed. In a text that is as it was annotated each quote is found by itself: what
   * stood at its words still does, whatever else is annotated now.
   */
  #placesKnown<T extends Quoting>(
    records: readonly T[],
    before: readonly Anchored<T>[],
  ): readonly (Anchored<T> | undefined)[] | undefined {
    const { front, back } = commonEnds(before, records, (one, other) =>
      isSameQuote(one.record, other),
    );
    if (front === before.length && front === records.length) return before;
    if (!this.#unchanged) return undefined;
    const others = before.slice(front, before.length - back);
    const byQuote = new Map(others.map((one) => [keyOf(one.record), one]));
    return records.map((record, at) => {
      const fromEnd = records.length - at;
      const ends = at < front ? before[at] : before[before.length - fromEnd];
      const one = at < front || fromEnd <= back ? ends : byQuote.get(keyOf(record));
      return one && isAsStored(one) ? one : undefined;
    });
  }

  /** What is rejected at one place, in stored order. */
  get rejected(): readonly Anchored<Rejection>[] {
    const all = this.annotations?.rejected.filter(({ scope }) => scope === undefined) ?? [];
    this.#rejected ??= this.#anchorAll(all, this.#rejectedBefore);
    this.#rejectedBefore = undefined;
    return this.#rejected;
  }

  /** Mentions with a place. */
  get placed(): SpanIndex<Placed<Mention>> {
    return (this.#placed ??= new SpanIndex(this.mentions.filter(isPlaced)));
  }

  /** Each stretch of words that a record quotes. */
  get words(): SpanIndex<{ readonly span: Span; readonly of: Anchored<Mention | Claim> }> {
    return (this.#words ??= new SpanIndex(
      [...this.mentions, ...this.claims].flatMap((of) => of.segments.map((span) => ({ span, of }))),
    ));
  }

  /** Whether something that is quoted has no one place. */
  get hasLost(): boolean {
    const records = [this.mentions, this.claims, this.#elsewhere.values()];
    return records.some((all) => [...all].some((one) => !isPlaced(one)));
  }

  /** Every stretch that is quoted, here or elsewhere, as far as is known, in or beside a stretch. */
  quotedIn(stretch: Span): Span[] {
    this.#elsewhereWords ??= new SpanIndex(
      [...this.#elsewhere.values()].flatMap(({ segments }) => segments.map((span) => ({ span }))),
    );
    const found = [...this.words.touching(stretch), ...this.#elsewhereWords.touching(stretch)];
    return found.map(({ span }) => span);
  }

  /** Records that do not stand where and as they are stored. */
  get doubtful(): readonly Anchored<Mention | Claim>[] {
    return (this.#doubtful ??= [...this.mentions, ...this.claims].filter(
      (one) => !isAsStored(one),
    ));
  }

  /**
   * Where records stand, in the order given: its own, or words that are quoted elsewhere than
   * beside the source, which are found once. Such quotes come in no order and share words, so each
   * is found by itself.
   */
  anchor<T extends Quoting>(records: readonly T[]): Anchored<T>[] {
    if (records.some((record) => !this.#knownOf(record))) this.#find(records);
    return records.map((record) => ({ ...(this.#knownOf(record) ?? lost(record)), record }));
  }

  #find(records: readonly Quoting[]): void {
    // Quotes of files that were read anew replace those that were.
    if (this.#elsewhere.size > mostElsewhere) this.#elsewhere.clear();
    this.#elsewhereWords = undefined;
    const missing = records.filter((record) => !this.#knownOf(record));
    const options = { unchanged: this.#unchanged };
    const sought = anchorEach(this.source.text, missing, options);
    for (const one of this.known?.applied(sought) ?? sought) {
      this.#elsewhere.set(one.record, one);
    }
  }

  /** All that was found so far, here or elsewhere. */
  get found(): Anchored<Quoting>[] {
    return [...this.mentions, ...this.claims, ...this.rejected, ...this.#elsewhere.values()];
  }

  #knownOf(record: Quoting): Anchored<Quoting> | undefined {
    this.#own ??= new Map([...this.mentions, ...this.claims].map((one) => [one.record, one]));
    return this.#own.get(record) ?? this.#elsewhere.get(record);
  }
}

function isSameQuote({ selectors: one }: Quoting, { selectors: other }: Quoting): boolean {
  // A record that was not read anew has its selectors still.
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every((selector, at) => {
      const { prefix, exact, suffix, occurrence } = selector;
      const same = other[at];
      return (
        prefix === same?.prefix &&
        exact === same.exact &&
        suffix === same.suffix &&
        occurrence === same.occurrence
      );
    })
  );
}

/** A file written by hand may state no hash: its quotes are then taken at their word. */
function isAsVerified(source: SourceText, annotations: SourceAnnotations | undefined): boolean {
  return annotations?.sha256 === undefined || annotations.sha256 === source.sha256;
}
