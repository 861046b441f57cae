import type { Corpus } from '../corpus/corpus';
import { type Diagnostic, quoted } from '../diagnostic';
import { type ResolvedTension, tensionsOf } from '../features/tensions';

/** That each tension is about entities that exist and quotes words that stand in their sources. */
export async function checkTensions(corpus: Corpus): Promise<Diagnostic[]> {
  const { entities } = await corpus.registry();
  const tensions = await tensionsOf(corpus);
  return tensions.flatMap((one) => [...checkEntities(one, entities), ...checkQuotes(one)]);
}

function checkEntities(
  { tension: { entities, place } }: ResolvedTension,
  known: ReadonlyMap<string, unknown>,
): Diagnostic[] {
  return entities
    .filter((id) => !known.has(id))
    .map((id) => ({
      code: 'unknown-entity',
      severity: 'error',
      message: `The registry has no entity ${quoted(id)}.`,
      file: place.file,
      span: place.values.get('entities') ?? place.span,
    }));
}

function checkQuotes({ quotes }: ResolvedTension): Diagnostic[] {
  return quotes
    .filter(({ span }) => span === undefined)
    .map(({ words, source, quote: { place } }) => ({
      code: 'anchor-lost',
      severity: 'warning',
      message: `${quoted(words)} has no one place in ${quoted(source)} any more.`,
      file: place.file,
      span: place.values.get('exact') ?? place.span,
    }));
}
