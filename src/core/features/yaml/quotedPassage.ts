import type { Corpus } from '../../corpus/corpus';
import type { ParsedFile } from '../../corpus/parsedFile';
import type { Anchored } from '../../corpus/anchored';
import { ResolvedSource } from '../../corpus/resolvedSource';
import type { SourceAnnotations } from '../../model';
import type { QuoteTarget, QuotingRecord } from './targets';

/** A record of a YAML file and where its words stand in their source today. */
export interface QuotedPlace {
  readonly source: string;
  readonly resolved: ResolvedSource;
  readonly anchored: Anchored<QuotingRecord>;
}

/** Undefined where the source cannot be read. The file may be another version than the corpus has. */
export async function quotedPlaceOf(
  corpus: Corpus,
  file: ParsedFile,
  { record, source }: QuoteTarget,
): Promise<QuotedPlace | undefined> {
  if (source === undefined) return undefined;
  const resolved = await resolvedWith(corpus, source, file.annotations);
  return resolved && { source, resolved, anchored: resolved.anchoredOf(record) };
}

/** Sources as annotated by files that the corpus does not take for theirs. */
const others = new WeakMap<SourceAnnotations, ResolvedSource>();

async function resolvedWith(
  corpus: Corpus,
  source: string,
  annotations: SourceAnnotations | undefined,
): Promise<ResolvedSource | undefined> {
  const usual = await corpus.source(source);
  if (!usual || !annotations || usual.annotations === annotations) return usual;
  const known = others.get(annotations);
  if (known?.source.text === usual.source.text) return known;
  const resolved = ResolvedSource.of(source, usual.source.text, annotations);
  others.set(annotations, resolved);
  return resolved;
}
