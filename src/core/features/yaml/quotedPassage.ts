import type { Cancellation } from '../../cancellation';
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

/**
 * Undefined where the source cannot be read, and where nobody waits for it any more. The file may be
 * another version than the corpus has.
 */
export async function quotedPlaceOf(
  corpus: Corpus,
  file: ParsedFile,
  { record, source }: QuoteTarget,
  cancellation?: Cancellation,
): Promise<QuotedPlace | undefined> {
  if (source === undefined) return undefined;
  const usual = await corpus.source(source);
  if (!usual || cancellation?.isCancellationRequested === true) return undefined;
  const resolved = resolvedWith(usual, file.annotations);
  return { source, resolved, anchored: resolved.anchoredOf(record) };
}

/** Sources as annotated by files that the corpus does not take for theirs. */
const others = new WeakMap<SourceAnnotations, ResolvedSource>();

function resolvedWith(
  usual: ResolvedSource,
  annotations: SourceAnnotations | undefined,
): ResolvedSource {
  if (!annotations || usual.annotations === annotations) return usual;
  const known = others.get(annotations);
  if (known?.source.text === usual.source.text) return known;
  const resolved = ResolvedSource.of(usual.path, usual.source.text, annotations);
  others.set(annotations, resolved);
  return resolved;
}
