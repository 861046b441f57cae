import type { Cancellation } from '../cancellation';
import type { Corpus } from '../corpus/corpus';
import { type Anchored, wordsOf } from '../corpus/anchored';
import type { Quote, Span, Tension } from '../model';
import type { LinePosition } from '../text';

/** A quote and where it stands. */
export interface QuotedPassage {
  readonly quote: Quote;
  readonly words: string;
  readonly source: string;
  /** Undefined where the source cannot be read. */
  readonly anchored: Anchored<Quote> | undefined;
  /** Undefined where the words have no one place in the source any more. */
  readonly span: Span | undefined;
  readonly position: LinePosition | undefined;
}

export interface ResolvedTension {
  readonly tension: Tension;
  readonly quotes: readonly QuotedPassage[];
}

/**
 * The tensions that concern an entity, or all of them, with each quote in its place; cancelled, not
 * with all quotes.
 */
export async function tensionsOf(
  corpus: Corpus,
  entity?: string,
  cancellation?: Cancellation,
): Promise<ResolvedTension[]> {
  const all = await corpus.tensions();
  const wanted = all.filter(({ entities }) => entity === undefined || entities.includes(entity));
  const passages = await resolveQuotes(
    corpus,
    wanted.flatMap(({ quotes }) => quotes),
    cancellation,
  );
  return wanted.map((tension) => ({
    tension,
    quotes: tension.quotes.flatMap((quote) => passages.get(quote) ?? []),
  }));
}

/** Source by source, so that each source's quotes are anchored together. */
async function resolveQuotes(
  corpus: Corpus,
  quotes: readonly Quote[],
  cancellation: Cancellation | undefined,
): Promise<ReadonlyMap<Quote, QuotedPassage>> {
  const passages = new Map<Quote, QuotedPassage>();
  for (const source of new Set(quotes.map((quote) => quote.source))) {
    if (cancellation?.isCancellationRequested === true) break;
    const own = quotes.filter((quote) => quote.source === source);
    const resolved = await corpus.source(source);
    const anchors = resolved?.anchor(own) ?? [];
    own.forEach((quote, at) => {
      const anchored = anchors[at];
      const span = anchored?.span;
      const words = wordsOf(quote);
      const position = span && resolved?.source.positionAt(span.start);
      passages.set(quote, { quote, words, source, anchored, span, position });
    });
  }
  return passages;
}
