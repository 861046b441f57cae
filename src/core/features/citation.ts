import { wordsOf } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import type { Claim, Mention, Quote, Span } from '../model';
import type { SourceText } from '../text';

/** Words of a source, as a claim, a mention or a tension quotes them. */
export interface Citation {
  /** Path from the corpus root; empty where the file that quotes does not say. */
  readonly source: string;
  readonly record: Claim | Mention | Quote;
}

/** Where a citation stands now. */
export interface CitedPlace {
  readonly text: SourceText;
  readonly span: Span;
  /** The pieces of discontinuous words, in text order. */
  readonly segments: readonly Span[];
}

/** The words as they are stored. */
export function quoteOf({ record }: Citation): string {
  return wordsOf(record);
}

/** Reads the one source; undefined where the words have no one place in it. */
export async function placeOf(
  corpus: Corpus,
  { source, record }: Citation,
): Promise<CitedPlace | undefined> {
  const resolved = await corpus.source(source);
  if (!resolved) return undefined;
  const { span, segments } = resolved.anchoredOf(record);
  return span && { text: resolved.source, span, segments };
}
