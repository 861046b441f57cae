import type { Corpus } from '../corpus/corpus';
import { type Diagnostic, quoted } from '../diagnostic';
import type { CorpusIndex } from '../corpus/corpusIndex';
import type { Place, SourceAnnotations } from '../model';

/** That each mentioned entity is in the registry. */
export async function checkMentions(
  corpus: Corpus,
  { mentions, rejected }: SourceAnnotations,
): Promise<Diagnostic[]> {
  const { entities } = await corpus.registry();
  return [...mentions, ...rejected].flatMap(({ entity, place }) =>
    entity === undefined || entities.has(entity) ? [] : [unknownEntity(entity, place)],
  );
}

function unknownEntity(entity: string, place: Place): Diagnostic {
  return {
    code: 'unknown-entity',
    severity: 'error',
    message: `The registry has no entity ${quoted(entity)}.`,
    file: place.file,
    span: place.values.get('entity') ?? place.span,
  };
}

/** That each record's id is its own. */
export function checkIds(index: CorpusIndex): Diagnostic[] {
  return [...index.duplicateIds].flatMap((id) => {
    const places = index.placesOfId(id);
    return places.map((place, at) => duplicateId(id, place, places[at === 0 ? 1 : 0] ?? place));
  });
}

function duplicateId(id: string, place: Place, other: Place): Diagnostic {
  return {
    code: 'duplicate-id',
    severity: 'error',
    message: `The id ${quoted(id)} is used twice in the corpus.`,
    file: place.file,
    span: place.values.get('id') ?? place.span,
    related: [
      { message: 'Used here too', file: other.file, span: other.values.get('id') ?? other.span },
    ],
  };
}
