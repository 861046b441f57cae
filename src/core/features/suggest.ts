import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import { anchorAll, isPlaced } from '../corpus/anchored';
import type { ResolvedSource } from '../corpus/resolvedSource';
import type { MentionKind, Rejection, Span } from '../model';
import { KnownNames } from '../recognise/knownNames';
import { type Suggestion, suggestionsIn } from '../recognise/suggestions';
import { CodePointCounter } from '../text';

/** A suggestion as plain data for other programs: what `glossator suggest` prints. */
export interface ListedSuggestion {
  /** Path of the text from the corpus root. */
  readonly source: string;
  /** Unicode code points of the file as it is, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Null where the registry has none that it knows. */
  readonly entity: string | null;
  readonly type: string;
  readonly kind: MentionKind;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Only of a date whose value the text tells: EDTF. */
  readonly value?: string;
}

const parallelSources = 8;

/** What may be annotated in the sources of a corpus, in order of their paths, then of the text. */
export async function suggestCorpus(corpus: Corpus): Promise<ListedSuggestion[]> {
  const names = new KnownNames(await corpus.registry());
  const paths = [...(await corpus.sources())].sort();
  const listings = await mapLimited(paths, parallelSources, async (path) => {
    const source = await corpus.source(path);
    return source ? list(source, suggestionsFor(source, names)) : [];
  });
  return listings.flat();
}

/** What may be annotated in a source, apart from what is, or was rejected. */
export function suggestionsFor(source: ResolvedSource, names: KnownNames): Suggestion[] {
  return suggestionsIn(source.source.text, names, [
    ...source.placed.map(({ span }) => span),
    ...rejectedSpans(source),
  ]);
}

function rejectedSpans({ source, annotations }: ResolvedSource): Span[] {
  const rejected: readonly Rejection[] = annotations?.rejected ?? [];
  return anchorAll(source.text, rejected, { unchanged: false })
    .filter(isPlaced)
    .map(({ span }) => span);
}

function list({ path, source }: ResolvedSource, all: readonly Suggestion[]): ListedSuggestion[] {
  const counter = new CodePointCounter(source.text);
  return all.map(({ start, end, entity, type, kind, confidence, value }) => ({
    source: path,
    start: counter.at(start),
    end: counter.at(end),
    exact: source.text.slice(start, end),
    entity: entity ?? null,
    type,
    kind,
    confidence,
    ...(value !== undefined && { value }),
  }));
}
