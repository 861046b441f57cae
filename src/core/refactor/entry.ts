import type { Corpus } from '../corpus/corpus';
import { type ParsedFile, parseFile } from '../corpus/parsedFile';
import { quoted } from '../diagnostic';
import type { Entity } from '../model';
import { EditRefusedError } from '../textEdit';
import { filesNaming } from './refactoring';

/** An entity and the one file of the registry that states it. */
export interface Entry {
  readonly entity: Entity;
  readonly file: ParsedFile;
}

/**
 * An entity's entry in the registry.
 * @throws {EditRefusedError} where there is none or more than one, or its file has errors.
 */
export async function entryOfEntity(corpus: Corpus, id: string): Promise<Entry> {
  const found = (await filesNaming(corpus, [id])).flatMap((file) =>
    (file.entities ?? []).filter((one) => one.id === id).map((entity) => ({ entity, file })),
  );
  const [entry, twin] = found;
  if (!entry) throw new EditRefusedError(`The registry has no entity ${quoted(id)}.`);
  if (!twin) return entry;
  const paths = found.map(({ file }) => file.path).join(', ');
  throw new EditRefusedError(`${quoted(id)} stands twice (${paths}); mend that first.`);
}

/** Where an entity's record, or the value of one of its keys, begins in a text of its file. */
export async function recordStart(
  path: string,
  text: string,
  id: string,
  key?: string,
): Promise<number> {
  const entity = (await parseFile(path, text)).entities?.find((one) => one.id === id);
  const place = entity?.place;
  const span = key === undefined ? place?.span : place?.values.get(key);
  if (!span) throw new EditRefusedError(`There is no entry ${quoted(id)} any more.`);
  return span.start;
}
