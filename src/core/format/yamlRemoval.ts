/** Which stretch of a YAML file goes with a record. */
import type { YAMLSeq } from '../libraries/yaml';
import { lineStartOf } from '../text';
import { EditRefusedError, type TextEdit } from '../textEdit';
import { contentEnd, spanOf } from './yaml';
import { lineEndAfter } from './yamlLines';
import { type OpenFile, dashOf, keyOf } from './yamlOpen';

/** The lines of an item; with the last one goes its key, unless it is the only key of the file. */
export function itemRemoval(file: OpenFile, key: string, list: YAMLSeq, index: number): TextEdit {
  if (list.flow === true) return flowRemoval(file.text, list, index);
  const dash = dashOf(file, list, index);
  const start = dash.lineStart;
  const end = lineEndAfter(file.text, contentEnd(list.items[index]) ?? dash.end);
  if (list.items.length > 1) return { start, end, newText: '' };
  // The last item takes its key along, unless a comment stands between them.
  const pair = file.root?.items.find((one) => keyOf(one) === key);
  const keyStart = lineStartOf(file.text, spanOf(pair?.key).start);
  const only = file.text.slice(keyStart, start).trim() === `${key}:`;
  const alone = (file.root?.items.length ?? 0) > 1;
  return { start: only && alone ? keyStart : start, end, newText: '' };
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
