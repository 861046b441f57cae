/** Edits of keys of a record whose values are no single texts; all are proved as in yamlEdit. */
import {
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isPair,
  isScalar,
  isSeq,
} from '../libraries/yaml';
import { lineStartOf } from '../text';
import { EditRefusedError, type TextEdit } from '../textEdit';
import { contentEnd, plain, spanOf, textOf } from './yaml';
import { type Entry, commentsOf, plainOf } from './yamlData';
import { proved, setTexts } from './yamlEdit';
import { itemInsertion } from './yamlInsertion';
import { lineEndAfter } from './yamlLines';
import { type OpenFile, keyOf, openYaml } from './yamlOpen';
import { type YamlValue, printText, printYaml } from './yamlPrint';
import { itemRemoval } from './yamlRemoval';
import { type Found, scalarReplacement } from './yamlReplacement';
import { printFlow } from './yamlText';

/**
 * Makes the texts under a key of the record that begins at an offset others: what stays, stays as
 * it is written and in its order; what comes, comes in place of what goes, or behind all. A key
 * that is new goes behind the last of some others that is there; one without texts goes.
 * @throws {EditRefusedError} where the file has errors, or is written in a way in which this cannot
 *   be done without losing a comment.
 */
export function setList(
  text: string,
  start: number,
  key: string,
  values: readonly string[],
  behind: readonly string[],
): string {
  const { node, texts } = listAt(openYaml(text), start, key);
  if (node === undefined) {
    return values.length > 0 ? insertKey(text, start, key, values, behind) : text;
  }
  const gone = texts.findIndex((one) => !values.includes(one));
  const come = values.find((one) => !texts.includes(one));
  if (gone < 0 && come === undefined) return text;
  const after =
    values.length === 0 ? withoutKey(text, start, key) : step(text, start, key, gone, come);
  return values.length === 0 ? after : setList(after, start, key, values, behind);
}

interface ListHere {
  readonly map: Found<YAMLMap>;
  /** Undefined where there is no such key. */
  readonly node: unknown;
  readonly texts: readonly string[];
}

function listAt(file: OpenFile, start: number, key: string): ListHere {
  const map = mapAt(file, start);
  const node = map.node.items.find((one) => keyOf(one) === key)?.value;
  const nodes = isSeq(node) ? node.items : isScalar(node) && textOf(node) !== '' ? [node] : [];
  return { map, node, texts: nodes.map((one) => (isScalar(one) ? textOf(one) : '')) };
}

/** One text fewer, one more, or one in the place of another. */
function step(
  text: string,
  start: number,
  key: string,
  gone: number,
  come: string | undefined,
): string {
  const file = openYaml(text);
  const { map, node, texts } = listAt(file, start, key);
  const kept = texts.filter((_, at) => at !== gone);
  const now = come === undefined ? kept : kept.toSpliced(gone < 0 ? kept.length : gone, 0, come);
  return proved(text, {
    edits: [stepOf(file, map, node, gone, come)],
    expected: entriesWith(file, node, isSeq(node) || now.length > 1 ? now : now[0]),
    removed: [],
  });
}

function stepOf(
  file: OpenFile,
  { isInFlow }: Found<YAMLMap>,
  node: unknown,
  gone: number,
  come: string | undefined,
): TextEdit {
  if (isSeq(node)) {
    if (come === undefined) return itemRemoval(file, node, gone);
    if (gone < 0) return appended(file, node, come);
    return textReplaced(file, node.items[gone], isInFlow || node.flow === true, come);
  }
  if (gone >= 0) return textReplaced(file, node, isInFlow, come ?? '');
  const { start, end } = spanOf(node);
  const own = isScalar(node) ? textOf(node) : '';
  const all = own === '' ? [come ?? ''] : [own, come ?? ''];
  return { start, end, newText: `[${all.map((one) => printText(one, true)).join(', ')}]` };
}

function textReplaced(file: OpenFile, node: unknown, isInFlow: boolean, value: string): TextEdit {
  if (!isScalar(node)) throw new EditRefusedError('The list holds more than texts.');
  return scalarReplacement(file, { node, isInFlow }, value);
}

function appended(file: OpenFile, list: YAMLSeq, value: string): TextEdit {
  if (list.items.length > 0 && list.flow !== true) {
    return itemInsertion(file, list, list.items.length, [value]);
  }
  const last = list.items.at(-1);
  const at = last === undefined ? spanOf(list).start + 1 : spanOf(last).end;
  const printed = printText(value, true);
  return { start: at, end: at, newText: last === undefined ? printed : `, ${printed}` };
}

function withoutKey(text: string, start: number, key: string): string {
  const after = setTexts(text, start, { [key]: undefined });
  if (commentsOf(after).length === commentsOf(text).length) return after;
  throw new EditRefusedError(`A comment stands within “${key}”, which would go; move it first.`);
}

/**
 * Puts a key with any value into the record that begins at an offset, behind the last of some
 * others that is there.
 * @throws {EditRefusedError} as `setList`, and where none of the others is there.
 */
export function insertKey(
  text: string,
  start: number,
  key: string,
  value: YamlValue,
  behind: readonly string[],
): string {
  const file = openYaml(text);
  const { node, isInFlow } = mapAt(file, start);
  const at = node.items.findLastIndex((one) => behind.includes(keyOf(one)));
  const previous = node.items[at];
  if (!previous) throw new EditRefusedError(`“${key}” has no place here.`);
  const data = node.items.map((pair): Entry => [plain(pair.key), plain(pair.value)]);
  return proved(text, {
    edits: [keyInsertion(file, previous, key, value, isInFlow)],
    expected: entriesWith(file, node, data.toSpliced(at + 1, 0, [key, plainOf(value)])),
    removed: [],
  });
}

/** The map that begins at an offset. */
function mapAt(file: OpenFile, start: number): Found<YAMLMap> {
  const find = (node: unknown, isInFlow: boolean): Found<YAMLMap> | undefined => {
    if (!isMap(node) && !isSeq(node)) return undefined;
    const inner = isInFlow || node.flow === true;
    if (isMap(node) && spanOf(node).start === start) return { node, isInFlow: inner };
    for (const item of node.items) {
      const found = find(isPair(item) ? item.value : item, inner);
      if (found) return found;
    }
    return undefined;
  };
  // The file's own map begins where its first key does, and so may not be meant.
  const found = file.root?.items.map(({ value }) => find(value, file.root?.flow === true));
  const map = found?.find((one) => one !== undefined);
  if (!map) throw new EditRefusedError('The record is no longer where it was.');
  return map;
}

/** The file as plain data, with other data in place of one node. */
function entriesWith(file: OpenFile, changed: unknown, data: unknown): Entry[] {
  const plainWith = (node: unknown): unknown => {
    if (node === changed) return data;
    if (isSeq(node)) return node.items.map(plainWith);
    if (isMap(node)) return node.items.map(({ key, value }) => [plain(key), plainWith(value)]);
    return plain(node);
  };
  return file.root ? (plainWith(file.root) as Entry[]) : [];
}

function keyInsertion(
  file: OpenFile,
  { key: previous, value: last }: Pair,
  key: string,
  value: YamlValue,
  isInFlow: boolean,
): TextEdit {
  const end = contentEnd(last) ?? spanOf(previous).end + 1;
  if (isInFlow) return { start: end, end, newText: `, ${key}: ${printFlow(value)}` };
  const { start } = spanOf(previous);
  const margin = ' '.repeat(start - lineStartOf(file.text, start));
  const printed = printYaml({ [key]: value })
    .trimEnd()
    .split('\n');
  const at = lineEndAfter(file.text, end);
  const needsEnd = file.text.charCodeAt(at - 1) !== 10;
  const newText = printed.map((line) => margin + line + file.eol).join('');
  return { start: at, end: at, newText: needsEnd ? file.eol + newText : newText };
}
