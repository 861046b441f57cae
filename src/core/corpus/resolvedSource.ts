import { toLf } from '../anchor';
import { EditMap } from '../editMap';
import type { Claim, Mention, Rejection, SourceAnnotations, Span } from '../model';
import { SourceText } from '../text';
import { type TextEdit, applyEdits } from '../textEdit';
import {
  type Anchored,
  type Placed,
  type Quoting,
  hullOf,
  isAsStored,
  isPlaced,
  lost,
} from './anchored';
import { Anchoring } from './anchoring';
import { KnownPlaces } from './knownPlaces';

/** Places edited since the text was read, beyond which it is read again. */
const maxEdits = 500;

/**
 * A source as annotated: its text, and each record of its annotation file with its place in it.
 * While the text is edited the places move along; what nobody asks for costs nothing.
 */
export class ResolvedSource {
  readonly path: string;
  /** How the source stood when it was last read, */
  readonly anchoring: Anchoring;
  /** and what was edited since. */
  readonly edits: EditMap;
  #source: SourceText | undefined;
  #mentions: readonly Anchored<Mention>[] | undefined;
  #claims: readonly Anchored<Claim>[] | undefined;
  #placed: readonly Placed<Mention>[] | undefined;

  constructor(path: string, anchoring: Anchoring, edits = EditMap.none) {
    this.path = path;
    this.anchoring = anchoring;
    this.edits = edits;
  }

  static of(
    path: string,
    text: string,
    annotations: SourceAnnotations | undefined,
    known?: KnownPlaces,
  ): ResolvedSource {
    return new ResolvedSource(
      path,
      new Anchoring(new SourceText(text), annotations, undefined, known),
    );
  }

  /** Where its records stand, for whoever resolves the same text anew. */
  places(): KnownPlaces {
    // Words that were taken out and put back by undo are where they were.
    const net = this.edits.netOf(this.anchoring.source.text);
    const { path, anchoring } = this;
    return new KnownPlaces(new ResolvedSource(path, anchoring, net).#follow(anchoring.found));
  }

  /** The same text with other annotations. */
  annotatedBy(annotations: SourceAnnotations | undefined): ResolvedSource {
    const isEdited = this.edits.edits.length > 0;
    const before = isEdited ? undefined : this.anchoring;
    const known = isEdited ? this.places() : this.anchoring.known;
    return new ResolvedSource(this.path, new Anchoring(this.source, annotations, before, known));
  }

  get annotations(): SourceAnnotations | undefined {
    return this.anchoring.annotations;
  }

  get source(): SourceText {
    return (this.#source ??= this.#sourceNow());
  }

  /** In stored order. */
  get mentions(): readonly Anchored<Mention>[] {
    return (this.#mentions ??= this.#follow(this.anchoring.mentions));
  }

  /** In stored order. */
  get claims(): readonly Anchored<Claim>[] {
    return (this.#claims ??= this.#follow(this.anchoring.claims));
  }

  /** Mentions with a place, in text order, an outer one before those within it. */
  get placed(): readonly Placed<Mention>[] {
    return (this.#placed ??= this.#follow(this.anchoring.placed.items).filter(isPlaced));
  }

  /** What is rejected at one place, in stored order. */
  get rejected(): readonly Anchored<Rejection>[] {
    return this.#follow(this.anchoring.rejected);
  }

  /** Mentions with a place that share text or an end with the stretch, in text order. */
  placedIn({ start, end }: Span): Placed<Mention>[] {
    const near = this.anchoring.placed.touching(this.#before(start, end));
    return this.#follow(near).filter(isPlaced);
  }

  /** Mentions that hold the offset, innermost first; where none does, those that end there. */
  mentionsAt(offset: number): Placed<Mention>[] {
    const near = this.anchoring.placed.touching(this.#before(offset, offset));
    const touching = this.#follow(near)
      .filter(isPlaced)
      .filter(({ segments }) =>
        segments.some((span) => span.start <= offset && offset <= span.end),
      );
    const holding = touching.filter(({ segments }) =>
      segments.some((span) => offset < span.end && offset >= span.start),
    );
    const length = (one: Placed<Mention>) => one.span.end - one.span.start;
    return (holding.length > 0 ? holding : touching).sort((a, b) => length(a) - length(b));
  }

  /** Records that do not stand where and as they are stored. */
  get doubtful(): Anchored<Mention | Claim>[] {
    const { doubtful } = this.anchoring;
    const edited = this.edits.edits.flatMap((edit) =>
      this.anchoring.words.touching(edit).map(({ of }) => of),
    );
    const suspects = [...new Set<Anchored<Mention | Claim>>([...doubtful, ...edited])];
    return this.#follow(suspects).filter((one) => !isAsStored(one));
  }

  /** Where a record stands: one of the source's own, or one that quotes it from elsewhere. */
  anchoredOf<T extends Quoting>(record: T): Anchored<T> {
    return this.anchor([record])[0] ?? lost(record);
  }

  /** Where records stand, in the order given. */
  anchor<T extends Quoting>(records: readonly T[]): Anchored<T>[] {
    return this.#follow(this.anchoring.anchor(records));
  }

  /** The source after edits that were seen, in offsets of the text as it is here, not overlapping. */
  edited(edits: readonly TextEdit[]): ResolvedSource {
    return new ResolvedSource(this.path, this.anchoring, this.edits.then(edits));
  }

  /**
   * Whether following these edits, which led to `after`, misses something: all the words of a record
   * are gone, which may stand elsewhere now, or so much was put in that it may hold the words of a
   * record without a place.
   */
  isToSeek(edits: readonly TextEdit[], { edits: map }: ResolvedSource): boolean {
    if (edits.some(({ newText }) => newText.length > 1) && this.anchoring.hasLost) return true;
    if (map.edits.length > maxEdits) return true;
    return edits.some(({ start, end }) =>
      this.anchoring
        .quotedIn(this.#before(start, end))
        .some((span) => isEmpty(map.spanAfter(span))),
    );
  }

  #before(start: number, end: number): Span {
    return this.edits.spanBefore({ start, end });
  }

  #follow<T extends Quoting>(all: readonly Anchored<T>[]): Anchored<T>[] {
    return this.edits.edits.length === 0 ? [...all] : all.map((one) => this.#followed(one));
  }

  #followed<T extends Quoting>(one: Anchored<T>): Anchored<T> {
    const candidates = one.candidates.map((span) => this.edits.spanAfter(span));
    const segments = one.segments.map((span) => this.edits.spanAfter(span));
    const moved = { ...one, segments, span: hullOf(segments), candidates };
    if (!one.segments.some((span) => this.edits.touches(span))) return moved;
    if (segments.some(isEmpty)) {
      return { ...moved, status: 'lost', exact: false, segments: [], span: undefined };
    }
    const quotes = one.record.selectors.map((selector) => toLf(selector.exact));
    const exact = one.segments.every((span, at) => toLf(this.#wordsNow(span)) === quotes[at]);
    return { ...moved, exact };
  }

  /** The words of a stretch, without putting the whole text together. */
  #wordsNow(before: Span): string {
    const words = this.anchoring.source.slice(before);
    return applyEdits(words, this.edits.editsWithin(before));
  }

  #sourceNow(): SourceText {
    const { source } = this.anchoring;
    const { edits } = this.edits;
    return edits.length === 0 ? source : new SourceText(applyEdits(source.text, edits));
  }
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}
