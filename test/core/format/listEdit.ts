import { isMap, isSeq } from 'yaml';
import { EditRefusedError } from '../../../src/core';
import { parseYaml, spanOf } from '../../../src/core/format/yaml';
import { editYaml } from '../../../src/core/format/yamlEdit';
import type { YamlRecord } from '../../../src/core/format/yamlPrint';

/** Where the items of the list under a top-level key begin. */
export function itemStarts(text: string, key: string): number[] {
  const contents = parseYaml('', text).document?.contents;
  const list: unknown = isMap(contents) ? contents.get(key) : undefined;
  return isSeq(list) ? list.items.map((item) => spanOf(item).start) : [];
}

/** One record more, as the `index`th of its list. */
export function insertItem(text: string, key: string, index: number, record: YamlRecord): string {
  const before = itemStarts(text, key)[index];
  return editYaml(text, [{ do: 'insert item', key, before, record }]);
}

/** One record less. */
export function removeItem(text: string, key: string, index: number): string {
  const start = itemStarts(text, key)[index];
  if (start === undefined) throw new EditRefusedError(`No such item of “${key}”.`);
  return editYaml(text, [{ do: 'remove item', key, start }]);
}

/** One entry more in the file's map. */
export function insertEntry(text: string, key: string, record: YamlRecord): string {
  return editYaml(text, [{ do: 'insert entry', key, record }]);
}
