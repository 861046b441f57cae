import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import type { MentionKind } from '../model';
import { Suggester } from '../recognise/suggester';
import type { SourceSuggestions } from '../recognise/sourceSuggestions';
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

/** As long as a corpus is in use, so is what was found in its texts. */
const suggesters = new WeakMap<Corpus, Suggester>();

export function suggesterOf(corpus: Corpus): Suggester {
  const known = suggesters.get(corpus);
  if (known) return known;
  const made = new Suggester(corpus);
  suggesters.set(corpus, made);
  return made;
}

/** What may be annotated in the sources of a corpus, in order of their paths, then of the text. */
export async function suggestCorpus(corpus: Corpus): Promise<ListedSuggestion[]> {
  const suggester = suggesterOf(corpus);
  const paths = await corpus.sources();
  const all = await mapLimited(paths, parallelSources, (path) => suggester.of(path));
  return all.flatMap((found) => (found ? list(found) : []));
}

function list({ resolved: { path, source }, all }: SourceSuggestions): ListedSuggestion[] {
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
