import type { Corpus } from '../corpus/corpus';
import { type Diagnostic, quoted } from '../diagnostic';
import type { Claim, Mention, SourceAnnotations } from '../model';

/** That each record's id is its own and each mentioned entity is in the registry. */
export async function checkMentions(
  corpus: Corpus,
  annotations: SourceAnnotations,
): Promise<Diagnostic[]> {
  const [registry, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const found: Diagnostic[] = [];
  for (const record of [...annotations.mentions, ...annotations.claims]) {
    const other = index.placesOfId(record.id).find((place) => !isSamePlace(place, record.place));
    if (other) found.push(duplicateId(record, other));
  }
  for (const { entity, place } of [...annotations.mentions, ...annotations.rejected]) {
    if (registry.entities.has(entity)) continue;
    found.push({
      code: 'unknown-entity',
      severity: 'error',
      message: `The registry has no entity ${quoted(entity)}.`,
      file: place.file,
      span: place.values.get('entity') ?? place.span,
    });
  }
  return found;
}

function isSamePlace(a: Mention['place'], b: Mention['place']): boolean {
  return a.file === b.file && a.span.start === b.span.start;
}

function duplicateId({ id, place }: Mention | Claim, other: Mention['place']): Diagnostic {
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
