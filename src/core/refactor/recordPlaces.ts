import type { Corpus } from '../corpus/corpus';
import type { Quoting } from '../corpus/anchored';
import type { SourceAnnotations } from '../model';

/** Tells which records of an annotation file quote the same words at the same place. */
export type SamePlace = (a: Quoting, b: Quoting) => boolean;

/** By where they stand in the source, if it can be read; else, and besides, by what is stored. */
export async function samePlaceIn(
  corpus: Corpus,
  annotations: SourceAnnotations,
): Promise<SamePlace> {
  const { source, mentions, claims, rejected } = annotations;
  const resolved = source === undefined ? undefined : await corpus.source(source);
  const places = new Map<Quoting, string>();
  if (resolved?.annotations === annotations) {
    // What is rejected throughout a source has no one place.
    const placed = resolved.anchor(rejected.filter(({ scope }) => scope === undefined));
    const all = [...resolved.mentions, ...resolved.claims, ...placed];
    for (const { record, segments } of all) {
      if (segments.length > 0) places.set(record, JSON.stringify(segments));
    }
  }
  const quotes = new Map<Quoting, string>(
    [...mentions, ...claims, ...rejected].map((one) => [one, JSON.stringify(one.selectors)]),
  );
  return (a, b) => {
    const [placeA, placeB] = [places.get(a), places.get(b)];
    if (placeA !== undefined && placeB !== undefined) return placeA === placeB;
    return quotes.get(a) === quotes.get(b);
  };
}
