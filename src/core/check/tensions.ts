import type { Corpus } from '../corpus/corpus';
import { type Diagnostic, quoted } from '../diagnostic';
import { type ResolvedTension, tensionsOf } from '../features/tensions';
import type { Quote } from '../model';
import { checkAnchor } from './anchors';

/** That each tension is about entities that exist and quotes words that stand in their sources. */
export async function checkTensions(corpus: Corpus): Promise<Diagnostic[]> {
  const { entities } = await corpus.registry();
  const tensions = await tensionsOf(corpus);
  const quotes = await Promise.all(tensions.map((one) => checkQuotes(corpus, one)));
  return [...tensions.flatMap((one) => checkEntities(one, entities)), ...quotes.flat()];
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

async function checkQuotes(corpus: Corpus, { quotes }: ResolvedTension): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { quote, anchored, source } of quotes) {
    const resolved = await corpus.source(source);
    if (resolved && anchored) {
      found.push(...checkAnchor(resolved, anchored));
    } else {
      found.push(missingSource(quote));
    }
  }
  return found;
}

function missingSource({ source, place }: Quote): Diagnostic {
  return {
    code: 'source-missing',
    severity: 'error',
    message: `There is no source ${quoted(source)}.`,
    file: place.file,
    span: place.values.get('source') ?? place.span,
  };
}
