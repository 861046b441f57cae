/** How texts of a YAML file are replaced, added and taken out, key by key. */
import { type Pair, type Scalar, type YAMLMap, isMap, isScalar, isSeq } from '../libraries/yaml';
import { lineStartOf } from '../text';
import { EditRefusedError, type TextEdit } from '../textEdit';
import { contentEnd, plain, spanOf, textOf } from './yaml';
import type { Entry } from './yamlData';
import { lineEndAfter } from './yamlLines';
import { type OpenFile, keyOf } from './yamlOpen';
import { printText } from './yamlPrint';

/** A node and whether it stands within a flow collection. */
export interface Found<T> {
  readonly node: T;
  readonly isInFlow: boolean;
}

/** The map that begins at an offset; the file's own where none is given. */
export function mapAt(file: OpenFile, start: number | undefined): Found<YAMLMap> {
  const found = start === undefined ? rootOf(file) : nodeAt(file.root, start, isMap, false);
  if (!found) throw new EditRefusedError('The record is no longer where it was.');
  return { node: found.node, isInFlow: found.isInFlow || found.node.flow === true };
}

/** The text that begins at an offset. */
export function scalarAt(file: OpenFile, start: number): Found<Scalar> {
  const found = nodeAt(file.root, start, isScalar, false);
  if (!found) throw new EditRefusedError('The value is no longer where it was.');
  return found;
}

function rootOf({ root }: OpenFile): Found<YAMLMap> | undefined {
  return root && { node: root, isInFlow: false };
}

function nodeAt<T>(
  node: unknown,
  start: number,
  is: (one: unknown) => one is T,
  isInFlow: boolean,
): Found<T> | undefined {
  if (is(node) && spanOf(node).start === start) return { node, isInFlow };
  if (!isMap(node) && !isSeq(node)) return undefined;
  const inner = isInFlow || node.flow === true;
  for (const item of node.items) {
    const part = isMap(node) ? (item as Pair).value : item;
    const { start: from, end } = spanOf(part);
    if (from > start || end < start) continue;
    const found = nodeAt(part, start, is, inner);
    if (found) return found;
  }
  return undefined;
}

export function scalarReplacement(
  file: OpenFile,
  { node, isInFlow }: Found<Scalar>,
  value: string,
): TextEdit {
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const printed = printText(value, isInFlow);
  return { ...spanOf(node), newText: isBlock ? printed + file.eol : printed };
}

/** What a map is to say: texts under keys; `undefined` takes a key out. */
export type Texts = Readonly<Record<string, string | undefined>>;

export interface MapPlan {
  readonly edits: readonly TextEdit[];
  /** The map as plain data afterwards. */
  readonly expected: readonly Entry[];
  /** Of these edits, those that take keys out, with the comments on their lines. */
  readonly removals: readonly TextEdit[];
}

/** A key that is new goes behind the one before it in `texts`, which must be there. */
export function planTexts(
  file: OpenFile,
  { node, isInFlow }: Found<YAMLMap>,
  texts: Texts,
): MapPlan {
  const edits: TextEdit[] = [];
  const removals: TextEdit[] = [];
  const expected = node.items.map((pair): Entry => [plain(pair.key), plain(pair.value)]);
  let last: Pair | undefined;
  let at = -1;
  for (const [key, value] of Object.entries(texts)) {
    const pair = node.items.find((one) => keyOf(one) === key);
    if (pair && value !== undefined) {
      edits.push(...replacement(file, pair, value, isInFlow));
      at = expected.findIndex(([name]) => name === key);
      expected[at] = [key, value];
      last = pair;
    } else if (pair) {
      removals.push(removal(file, node, pair, isInFlow));
      expected.splice(
        expected.findIndex(([name]) => name === key),
        1,
      );
    } else if (value !== undefined) {
      edits.push(addition(file, last, key, value, isInFlow));
      expected.splice(++at, 0, [key, value]);
    }
  }
  return { edits: [...edits, ...removals], expected, removals };
}

function replacement(file: OpenFile, pair: Pair, value: string, isInFlow: boolean): TextEdit[] {
  if (!isScalar(pair.value)) throw new EditRefusedError(`“${keyOf(pair)}” is no text.`);
  if (textOf(pair.value) === value) return [];
  return [scalarReplacement(file, { node: pair.value, isInFlow }, value)];
}

function addition(
  file: OpenFile,
  last: Pair | undefined,
  key: string,
  value: string,
  isInFlow: boolean,
): TextEdit {
  const end = contentEnd(last?.value);
  if (!last || end === undefined) throw new EditRefusedError(`“${key}” has no place here.`);
  const printed = `${key}: ${printText(value, isInFlow)}`;
  if (isInFlow) return { start: end, end, newText: `, ${printed}` };
  const { start } = spanOf(last.key);
  const margin = ' '.repeat(start - lineStartOf(file.text, start));
  const at = lineEndAfter(file.text, end);
  const needsEnd = file.text.charCodeAt(at - 1) !== 10;
  const newText = `${needsEnd ? file.eol : ''}${margin}${printed}${file.eol}`;
  return { start: at, end: at, newText };
}

/** The key's own lines; within braces, from the end of the pair before. */
function removal(file: OpenFile, map: YAMLMap, pair: Pair, isInFlow: boolean): TextEdit {
  const end = contentEnd(pair.value) ?? spanOf(pair.key).end + 1;
  const { start } = spanOf(pair.key);
  if (isInFlow) {
    const before = map.items[map.items.indexOf(pair) - 1];
    const from = before && (contentEnd(before.value) ?? spanOf(before.key).end + 1);
    if (from === undefined) throw new EditRefusedError(`“${keyOf(pair)}” cannot be taken out.`);
    return { start: from, end, newText: '' };
  }
  const lineStart = lineStartOf(file.text, start);
  if (file.text.slice(lineStart, start).trim() !== '') {
    throw new EditRefusedError(`“${keyOf(pair)}” cannot be taken out.`);
  }
  return { start: lineStart, end: lineEndAfter(file.text, end), newText: '' };
}

/** The file as plain data, with other data in place of one node. */
export function entriesWith(file: OpenFile, changed: unknown, data: unknown): Entry[] {
  const plainWith = (node: unknown): unknown => {
    if (node === changed) return data;
    if (isSeq(node)) return node.items.map(plainWith);
    if (isMap(node)) return node.items.map(({ key, value }) => [plain(key), plainWith(value)]);
    return plain(node);
  };
  return file.root ? (plainWith(file.root) as Entry[]) : [];
}
