import type { Corpus } from '../corpus/corpus';
import { quoted } from '../diagnostic';
import { setTexts } from '../format/yamlEdit';
import { setList } from '../format/yamlList';
import { EditRefusedError } from '../textEdit';
import { entryOfEntity, recordStart } from './entry';
import { Draft, type Refactoring } from './refactoring';

/** Keys that stand before the aliases of an entity. */
export const beforeAliases = ['type', 'name', 'value'];

/**
 * Calls an entity by another name; the old one stays among its aliases, if it is to.
 * @throws {EditRefusedError} where there is no such entity, or its file has errors.
 */
export async function renameName(
  corpus: Corpus,
  id: string,
  name: string,
  keepsOld = true,
): Promise<Refactoring> {
  const { entity, file } = await entryOfEntity(corpus, id);
  const wanted = name.trim();
  if (wanted === '') throw new EditRefusedError('An entity needs a name.');
  if (wanted === entity.name) throw new EditRefusedError(`${quoted(wanted)} is its name already.`);
  const kept = entity.aliases.filter((one) => one !== wanted);
  const aliases = keepsOld ? [...new Set([...kept, entity.name])] : kept;
  const draft = new Draft(corpus);
  draft.change(file, async (text) => {
    const called = setTexts(text, await recordStart(file.path, text, id), { name: wanted });
    const start = await recordStart(file.path, called, id);
    return setList(called, start, 'aliases', aliases, beforeAliases);
  });
  return {
    label: `Rename ${quoted(entity.name)} to ${quoted(wanted)}`,
    changes: await draft.changes(),
    notes: [],
  };
}
