/** Which stretch of a YAML file goes with a record. */
import type { YAMLSeq } from '../libraries/yaml';
import { lineStartOf } from '../text';
import { EditRefusedError, type TextEdit } from '../textEdit';
import { contentEnd, spanOf } from './yaml';
import { lineEndAfter } from './yamlLines';
import { type OpenFile, dashOf, keyOf } from './yamlOpen';

/**
 * The lines of items. With all of them goes their key, unless it is the only key of the file, a
 * comment stands between them, or the list `isKept` for what is inserted.
 */
export function itemRemovals(
  file: OpenFile,
  key: string,
  list: YAMLSeq,
  indices: ReadonlySet<number>,
  isKept: boolean,
): { readonly edits: readonly TextEdit[]; readonly isKeyGone: boolean } {
  const edits = [...indices].map((index) => itemRemoval(file, list, index));
  const isWhole = indices.size === list.items.length && !isKept && list.flow !== true;
  const listStart = isWhole ? dashOf(file, list, 0).lineStart : 0;
  const keyStart = isWhole ? keyStartBefore(file, key, listStart) : undefined;
  if (keyStart === undefined) return { edits, isKeyGone: false };
  const withKey = { start: keyStart, end: listStart, newText: '' };
  return { edits: [withKey, ...edits], isKeyGone: true };
}

/** Where the key's line begins, if the key can go with its list, whose first line begins at `start`. */
function keyStartBefore(file: OpenFile, key: string, start: number): number | undefined {
  const pair = file.root?.items.find((one) => keyOf(one) === key);
  const keyStart = lineStartOf(file.text, spanOf(pair?.key).start);
  const isAlone = (file.root?.items.length ?? 0) <= 1;
  const stands = file.text.slice(keyStart, start).trim() === `${key}:`;
  return stands && !isAlone ? keyStart : undefined;
}

/** The lines of one item; in brackets, with the comma. */
export function itemRemoval(file: OpenFile, list: YAMLSeq, index: number): TextEdit {
  if (list.flow === true) return flowRemoval(file.text, list, index);
  const dash = dashOf(file, list, index);
  const end = lineEndAfter(file.text, contentEnd(list.items[index]) ?? dash.end);
  return { start: dash.lineStart, end, newText: '' };
}

function flowRemoval(text: string, list: YAMLSeq, index: number): TextEdit {
  const item = spanOf(list.items[index]);
  const next = list.items[index + 1];
  const previous = list.items[index - 1];
  let { start, end } = item;
  if (next !== undefined) end = spanOf(next).start;
  else if (previous !== undefined) start = spanOf(previous).end;
  if (text.slice(start, end).includes('#')) {
    throw new EditRefusedError('A comment stands within this list; remove the item by hand.');
  }
  return { start, end, newText: '' };
}
