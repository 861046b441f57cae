import { hashOf } from '../hash';
import type { Claim, Mention, SourceAnnotations, Span } from '../model';
import { SourceText } from '../text';
import {
  type Anchored,
  type Placed,
  type Quoting,
  anchorAll,
  isAsStored,
  isPlaced,
} from './anchored';
import { SpanIndex } from './spanIndex';

/** The records of an annotation file, found in a source as it was read. */
export class Anchoring {
  readonly source: SourceText;
  readonly annotations: SourceAnnotations | undefined;
  /** In stored order. */
  readonly mentions: readonly Anchored<Mention>[];
  readonly claims: readonly Anchored<Claim>[];
  readonly #unchanged: boolean;
  readonly #elsewhere = new WeakMap<Quoting, Anchored<Quoting>>();
  #placed: SpanIndex<Placed<Mention>> | undefined;
  #words: SpanIndex<{ readonly span: Span; readonly of: Anchored<Mention | Claim> }> | undefined;
  #doubtful: readonly Anchored<Mention | Claim>[] | undefined;

  constructor(text: string, annotations: SourceAnnotations | undefined) {
    this.source = new SourceText(text);
    this.annotations = annotations;
    this.#unchanged = isAsVerified(text, annotations);
    const options = { unchanged: this.#unchanged };
    this.mentions = anchorAll(text, annotations?.mentions ?? [], options);
    this.claims = anchorAll(text, annotations?.claims ?? [], options);
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

  /** Records that do not stand where and as they are stored. */
  get doubtful(): readonly Anchored<Mention | Claim>[] {
    return (this.#doubtful ??= [...this.mentions, ...this.claims].filter(
      (one) => !isAsStored(one),
    ));
  }

  /** Words that are quoted elsewhere than beside the source, in the order given; found once. */
  anchor<T extends Quoting>(records: readonly T[]): Anchored<T>[] {
    const missing = records.filter((record) => !this.#elsewhere.has(record));
    if (missing.length > 0) {
      const options = { unchanged: this.#unchanged };
      for (const one of anchorAll(this.source.text, missing, options)) {
        this.#elsewhere.set(one.record, one);
      }
    }
    return records.flatMap((record) => {
      const found = this.#elsewhere.get(record);
      return found ? [{ ...found, record }] : [];
    });
  }
}

/** A file written by hand may state no hash: its quotes are then taken at their word. */
function isAsVerified(text: string, annotations: SourceAnnotations | undefined): boolean {
  return annotations?.sha256 === undefined || annotations.sha256 === hashOf(text);
}
