import { problemOf } from './claimValue';
import type { Corpus } from '../corpus/corpus';
import { EditRefusedError, type FileChange } from '../textEdit';
import { type SeenWords, addRecords, firstAfter } from './annotateAll';
import { newRecordId } from './ids';

/** What some words of a source say of an entity. */
export interface NewClaim extends SeenWords {
  /** The id of an entity of the registry. */
  readonly subject: string;
  /** The id of a property of the schema. */
  readonly property: string;
  /** As the property's range wants it: an entity's id, a date in EDTF, or words. */
  readonly value: string;
}

/**
 * The change that adds a claim to the annotation file of its source. Nothing is written here.
 * @throws {EditRefusedError} where the file has errors, the words stand there no more, the same is
 * claimed there already, or the registry and the schema do not allow it.
 */
export async function addClaim(corpus: Corpus, wanted: NewClaim): Promise<FileChange> {
  const registry = await corpus.registry();
  const { source, subject, property, value } = wanted;
  const known = registry.schema.properties.get(property);
  if (!known) throw new EditRefusedError(`The schema has no property “${property}”.`);
  if (!registry.entities.has(subject)) {
    throw new EditRefusedError(`The registry has no entity “${subject}”.`);
  }
  const problem = problemOf(registry, known, value);
  if (problem !== undefined) throw new EditRefusedError(problem);
  const claims = (await corpus.source(source))?.claims ?? [];
  const isSame = ({ record, span }: (typeof claims)[number]) =>
    record.subject === subject &&
    record.property === property &&
    record.value === value &&
    span?.start === wanted.span.start &&
    span.end === wanted.span.end;
  if (claims.some(isSame)) throw new EditRefusedError('These words claim that already.');
  const index = await corpus.index();
  return addRecords(corpus, source, [wanted], {
    key: 'claims',
    recordOf: (_, quote) => {
      const id = newRecordId((one) => index.placesOfId(one).length > 0);
      return { id, subject, property, value, ...quote };
    },
    nextOf: ({ span }, resolved) => firstAfter(resolved.claims, span),
  });
}
