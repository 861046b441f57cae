/** Where and how a record is written into a YAML file. */
import { type Pair, type YAMLSeq, isSeq } from '../libraries/yaml';
import { lineStartOf } from '../text';
import type { TextEdit } from '../textEdit';
import { contentEnd, spanOf } from './yaml';
import { aboveComments, belowComments, cutToken, lineEndAfter } from './yamlLines';
import { type OpenFile, dashOf, indentOfRoot, keyOf, valueOf } from './yamlOpen';
import { type YamlRecord, type YamlValue, printYaml } from './yamlPrint';
import { printFlow } from './yamlText';

/** The top-level keys of an annotation file, in canonical order. */
const sectionOrder = ['source', 'sha256', 'mentions', 'claims', 'rejected'];

/** Writes more items into a list that has some. */
export function itemInsertion(
  file: OpenFile,
  list: YAMLSeq,
  index: number,
  records: readonly YamlValue[],
): TextEdit {
  if (list.flow === true) return flowInsertion(list.items, index, printFlowItems(records));
  const indent = dashOf(file, list, 0).indent;
  const newText = lines(file, printYaml(records), indent);
  const next = list.items[index];
  if (next !== undefined) {
    return insertion(
      file,
      aboveComments(file.text, dashOf(file, list, index).lineStart, index > 0 ? indent : Infinity),
      newText,
    );
  }
  const last = dashOf(file, list, list.items.length - 1);
  const end = lineEndAfter(file.text, contentEnd(list.items.at(-1)) ?? last.end);
  return insertion(file, belowComments(file.text, end, indent + 1), newText);
}

function flowInsertion(items: readonly unknown[], index: number, printed: string): TextEdit {
  const next = items[index];
  if (next !== undefined) {
    const at = spanOf(next).start;
    return { start: at, end: at, newText: `${printed}, ` };
  }
  const at = spanOf(items.at(-1)).end;
  return { start: at, end: at, newText: `, ${printed}` };
}

function printFlowItems(records: readonly YamlValue[]): string {
  return records.map(printFlow).join(', ');
}

/** The list is absent or empty: writes the key with its first items. */
export function sectionInsertion(
  file: OpenFile,
  key: string,
  records: readonly YamlRecord[],
): TextEdit[] {
  const list = valueOf(file.root, key);
  if (file.root?.flow === true) return [flowSection(file, key, list, records)];
  if (list !== undefined) {
    const pair = file.root?.items.find((one) => keyOf(one) === key);
    const at = lineEndAfter(file.text, contentEnd(list) ?? spanOf(pair?.key).end);
    const body = lines(file, printYaml(records), 2 + indentOfRoot(file));
    // `mentions: []` in a block file becomes a block list.
    return [...withoutBrackets(file.text, list), insertion(file, at, body)];
  }
  const later = sectionOrder.slice(sectionOrder.indexOf(key) + 1);
  const next = file.root?.items.find((pair) => later.includes(keyOf(pair)));
  return [entryInsertion(file, next, { [key]: records })];
}

/** Takes the brackets of an empty list away, and leaves the comments in and behind them. */
function withoutBrackets(text: string, list: unknown): TextEdit[] {
  if (!isSeq(list) || list.flow !== true) return [];
  const { start, end } = spanOf(list);
  const parts = text.slice(start, end).includes('\n')
    ? [cutToken(text, start, start + 1), cutToken(text, end - 1, end)]
    : [cutToken(text, start, end)];
  return parts.map((part) => ({ ...part, newText: '' }));
}

function flowSection(
  file: OpenFile,
  key: string,
  list: unknown,
  records: readonly YamlRecord[],
): TextEdit {
  if (isSeq(list)) {
    const at = spanOf(list).start + 1;
    return { start: at, end: at, newText: printFlowItems(records) };
  }
  const at = spanOf(file.root).end - 1;
  const comma = file.before.length > 0 ? ', ' : '';
  return { start: at, end: at, newText: `${comma}${JSON.stringify(key)}: ${printFlow(records)}` };
}

/** Writes an entry of the top-level map before `next`, or behind all others. */
export function entryInsertion(
  file: OpenFile,
  next: Pair | undefined,
  entry: YamlRecord,
): TextEdit {
  const indent = indentOfRoot(file);
  const newText = lines(file, printYaml(entry), indent);
  if (next) {
    const isFirst = next === file.root?.items[0];
    const start = lineStartOf(file.text, spanOf(next.key).start);
    return insertion(file, aboveComments(file.text, start, isFirst ? Infinity : indent), newText);
  }
  const last = file.root?.items.at(-1);
  if (!last) return insertion(file, file.text.length, newText);
  const end = contentEnd(last.value) ?? spanOf(last.key).end + 1;
  return insertion(
    file,
    belowComments(file.text, lineEndAfter(file.text, end), indent + 1),
    newText,
  );
}

function insertion(file: OpenFile, at: number, newText: string): TextEdit {
  const needsEnd = at > 0 && file.text.charCodeAt(at - 1) !== 10;
  return { start: at, end: at, newText: needsEnd ? file.eol + newText : newText };
}

function lines(file: OpenFile, printed: string, indent: number): string {
  const margin = ' '.repeat(indent);
  return printed
    .split('\n')
    .map((line) => (line === '' ? '' : margin + line))
    .join(file.eol);
}
