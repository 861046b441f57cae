import type { Corpus } from '../corpus/corpus';
import { registryPathFor } from '../corpus/paths';
import { quoted } from '../diagnostic';
import { isEdtf } from '../format/dates';
import { isEntityId } from '../format/entityId';
import { setTexts } from '../format/yamlEdit';
import { cutEntry, gapIn, pasteEntry } from '../format/yamlEntryEdit';
import type { Entity } from '../model';
import { EditRefusedError } from '../textEdit';
import { type Entry, entryOfEntity, recordStart } from './entry';
import { objections } from './objections';
import { Draft, type Refactoring, refuseBroken } from './refactoring';

/**
 * Makes an entity one of another type. An entry that stands in the file of its old type moves, with
 * its comments, to that of the new one.
 *
 * @param value what a date means in EDTF, or a quantity amounts to, if the entry does not say.
 * @throws {EditRefusedError} where there is no such entity or type, a date would have no value, or
 *   a file has errors.
 */
export async function changeType(
  corpus: Corpus,
  id: string,
  type: string,
  value?: string,
): Promise<Refactoring> {
  const entry = await entryOfEntity(corpus, id);
  const { entity } = entry;
  const [registry, index] = [await corpus.registry(), await corpus.index()];
  if (!registry.schema.types.has(type)) {
    throw new EditRefusedError(`The schema has no entity type ${quoted(type)}.`);
  }
  if (entity.type === type) throw new EditRefusedError(`${quoted(id)} is of that type already.`);
  if (type === 'date' && !isEdtf(value ?? entity.value ?? '')) {
    throw new EditRefusedError('A date needs a value in EDTF, such as 2021-03-09 or 2021.');
  }
  const draft = new Draft(corpus);
  const stays = await draftEntry(corpus, draft, entry, type, value);
  const claims = index.claimsOf(id).map(({ record }) => record);
  const naming = index.claimsNaming(id).map(({ record }) => record);
  return {
    label: `Change ${quoted(entity.name)} to ${registry.type(type).label}`,
    changes: await draft.changes(),
    notes: [
      ...objections(registry, { claims, naming }, entity.type, type),
      ...(stays === undefined ? [] : [stays]),
    ],
  };
}

/** Whether the entry stays where it is though it would be expected to move, as a sentence. */
async function draftEntry(
  corpus: Corpus,
  draft: Draft,
  { entity, file }: Entry,
  type: string,
  value: string | undefined,
): Promise<string | undefined> {
  const { id } = entity;
  const { path } = file;
  const retyped = setTexts(
    file.text.text,
    await recordStart(path, file.text.text, id),
    textsOf(entity, type, value),
  );
  const target = registryPathFor(type);
  const isAtHome = path === registryPathFor(entity.type) && isEntityId(type);
  try {
    if (isAtHome) {
      const { rest, entry } = cutEntry(retyped, id);
      const there = await corpus.file(target);
      if (there) refuseBroken(there, true);
      pasteEntry(there?.text.text ?? '', entry);
      draft.change(file, () => rest);
      draft.put(target, (text) => pasteEntry(text, { ...entry, gap: gapIn(text) }));
      return undefined;
    }
  } catch (error) {
    if (!(error instanceof EditRefusedError)) throw error;
    draft.change(file, () => retyped);
    return `The entry stays in ${path}: ${error.message}`;
  }
  draft.change(file, () => retyped);
  return undefined;
}

function textsOf(entity: Entity, type: string, value: string | undefined) {
  return value === undefined || value === entity.value
    ? { type }
    : { type, name: entity.name, value };
}
