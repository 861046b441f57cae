/** How texts of a YAML file are replaced, added and taken out, key by key. */
import { type Pair, type Scalar, type YAMLMap, isScalar } from '../libraries/yaml';
import { lineStartOf } from '../text';
import { EditRefusedError, type TextEdit } from '../textEdit';
import { contentEnd, spanOf, textOf } from './yaml';
import type { Entry } from './yamlData';
import { lineEndAfter } from './yamlLines';
import { type OpenFile, keyOf } from './yamlOpen';
import { printText } from './yamlPrint';

/** A node and whether it stands within a flow collection. */
export interface Found<T> {
  readonly node: T;
  readonly isInFlow: boolean;
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

/** A key that is new goes behind the one before it in `texts`, which must be there. */
export function planTexts(
  file: OpenFile,
  { node, isInFlow }: Found<YAMLMap>,
  texts: Texts,
): { readonly edits: readonly TextEdit[]; readonly removals: readonly TextEdit[] } {
  const edits: TextEdit[] = [];
  const removals: TextEdit[] = [];
  let last: Pair | undefined;
  for (const [key, value] of Object.entries(texts)) {
    const pair = node.items.find((one) => keyOf(one) === key);
    if (pair && value !== undefined) {
      edits.push(...replacement(file, pair, value, isInFlow));
      last = pair;
    } else if (pair) {
      removals.push(removal(file, node, pair, isInFlow));
    } else if (value !== undefined) {
      edits.push(addition(file, last, key, value, isInFlow));
    }
  }
  return { edits, removals };
}

/** A map as plain data, as `texts` change it. */
export function withTexts(entries: readonly Entry[], texts: Texts): Entry[] {
  const result = [...entries];
  let last: string | undefined;
  const indexOf = (key: string | undefined) => result.findIndex(([name]) => name === key);
  for (const [key, value] of Object.entries(texts)) {
    const at = indexOf(key);
    if (value === undefined) {
      if (at >= 0) result.splice(at, 1);
      continue;
    }
    if (at >= 0) result[at] = [key, value];
    else result.splice(indexOf(last) + 1, 0, [key, value]);
    last = key;
  }
  return result;
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
