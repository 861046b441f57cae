/**
 * Minimal edits of hand-written YAML: one decision changes its own lines and no other. Comments,
 * blank lines, key order, quoting and unknown keys survive. Every edit is proved by reading its
 * result again: what does not come out exactly as meant is refused, and the file stays as it is.
 */
import {
  type CST,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isScalar,
  isSeq,
} from '../libraries/yaml';
import { lineStartOf } from '../text';
import { EditRefusedError, type TextEdit, applyEdits } from '../textEdit';
import { contentEnd, parseYaml, plain, spanOf, textOf } from './yaml';
import { aboveComments, belowComments, lineEndAfter } from './yamlLines';
import { type YamlRecord, type YamlValue, printFlow, printYaml } from './yamlPrint';

/** The top-level keys of an annotation file, in canonical order. */
const sectionOrder = ['source', 'sha256', 'mentions', 'claims', 'rejected'];

/**
 * Puts a record into the list under a top-level key, as its `index`th item; makes the list where
 * there is none.
 * @throws {EditRefusedError} where the file has errors or a shape in which this cannot be done.
 */
export function insertItem(text: string, key: string, index: number, record: YamlRecord): string {
  return edit(text, (file) => {
    const list = valueOf(file.root, key);
    const expected = withItem(file.before, key, index, record);
    if (isSeq(list) && list.items.length > 0) {
      return { edits: [itemInsertion(file, list, index, record)], expected };
    }
    return { edits: [sectionInsertion(file, key, record)], expected };
  });
}

/**
 * Takes the `index`th record out of the list under a top-level key.
 * @throws {EditRefusedError} as `insertItem`.
 */
export function removeItem(text: string, key: string, index: number): string {
  return edit(text, (file) => {
    const list = valueOf(file.root, key);
    if (!isSeq(list) || !list.items[index]) throw new EditRefusedError(`No such item of “${key}”.`);
    const edits = [itemRemoval(file, key, list, index)];
    const items = entryOf(file.before, key);
    const left = Array.isArray(items) ? items.filter((_, at) => at !== index) : [];
    const gone = left.length === 0 && !hasKey(applyEdits(text, edits), key);
    return { edits, expected: withEntry(file.before, key, gone ? undefined : left) };
  });
}

/**
 * The index of the record that begins at `offset` in the list under a top-level key; the number of
 * its items where none does.
 */
export function itemIndexAt(text: string, key: string, offset: number | undefined): number {
  const contents = parseYaml('', text).document?.contents;
  const list = isMap(contents) ? valueOf(contents, key) : undefined;
  if (!isSeq(list)) return 0;
  const index = list.items.findIndex((item) => spanOf(item).start === offset);
  return index < 0 ? list.items.length : index;
}

/**
 * Puts an entry into the file's top-level map, before the first key that sorts after it.
 * @throws {EditRefusedError} as `insertItem`, and where the key is there already.
 */
export function insertEntry(text: string, key: string, record: YamlRecord): string {
  return edit(text, (file) => {
    if (file.root && valueOf(file.root, key) !== undefined) {
      throw new EditRefusedError(`There is an entry “${key}” already.`);
    }
    const later = file.root?.items.find((pair) => keyOf(pair) > key);
    const expected: Entry[] = [...file.before, [key, plainOf(record)]];
    return { edits: [entryInsertion(file, later, { [key]: record })], expected };
  });
}

interface OpenFile {
  readonly text: string;
  /** The line end that the file uses. */
  readonly eol: string;
  /** Undefined where the file holds nothing but comments. */
  readonly root: YAMLMap | undefined;
  /** The file's content as plain data: pairs of keys and values. */
  readonly before: readonly Entry[];
}

type Entry = readonly [unknown, unknown];

interface Plan {
  readonly edits: readonly TextEdit[];
  /** What the result must say, as pairs; the order of keys does not count. */
  readonly expected: readonly Entry[];
}

function edit(text: string, plan: (file: OpenFile) => Plan): string {
  const { edits, expected } = plan(open(text));
  const after = applyEdits(text, edits);
  const read = parseYaml('', after);
  if (
    read.diagnostics.length > 0 ||
    canonical(entries(read.document?.contents)) !== canonical(expected)
  ) {
    throw new EditRefusedError(
      'This file is written in a way in which Glossator cannot make the change safely; make it by hand.',
    );
  }
  return after;
}

function open(text: string): OpenFile {
  const yaml = parseYaml('', text);
  const [trouble] = yaml.diagnostics;
  if (trouble)
    throw new EditRefusedError(`The file has errors and is left as it is: ${trouble.message}`);
  const root = yaml.document?.contents;
  if (root && !isMap(root) && plain(root) !== '') {
    throw new EditRefusedError('The file is no map of keys and values and is left as it is.');
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { text, eol, root: isMap(root) ? root : undefined, before: entries(root) };
}

function entries(node: unknown): Entry[] {
  return isMap(node) ? (plain(node) as Entry[]) : [];
}

/** The order of keys does not count, and an empty list may be written as nothing at all. */
function canonical(all: readonly Entry[]): string {
  return all
    .map(([key, value]) => JSON.stringify([key, isEmptyList(value) ? '' : value]))
    .sort()
    .join('\n');
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function plainOf(value: YamlValue): unknown {
  if (typeof value === 'string') return value;
  if (isList(value)) return value.map(plainOf);
  return Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [[key, plainOf(one)]],
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function entryOf(all: readonly Entry[], key: string): unknown {
  return all.find(([name]) => name === key)?.[1];
}

function withEntry(all: readonly Entry[], key: string, value: unknown): Entry[] {
  const others = all.filter(([name]) => name !== key);
  return value === undefined ? others : [...others, [key, value]];
}

function withItem(all: readonly Entry[], key: string, index: number, record: YamlRecord): Entry[] {
  const items = entryOf(all, key);
  const list = Array.isArray(items) ? [...(items as unknown[])] : [];
  list.splice(index, 0, plainOf(record));
  return withEntry(all, key, list);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? textOf(pair.key) : '';
}

function valueOf(map: YAMLMap | undefined, key: string): unknown {
  return map?.items.find((pair) => keyOf(pair) === key)?.value;
}

function hasKey(text: string, key: string): boolean {
  const contents = parseYaml('', text).document?.contents;
  return isMap(contents) && contents.items.some((pair) => keyOf(pair) === key);
}

function itemInsertion(file: OpenFile, list: YAMLSeq, index: number, record: YamlRecord): TextEdit {
  if (list.flow === true) return flowInsertion(list.items, index, printFlow(record));
  const indent = dashOf(file, list, 0).indent;
  const newText = lines(file, printYaml([record]), indent);
  const next = list.items[index];
  if (next !== undefined) {
    return insertion(
      file,
      aboveComments(file.text, dashOf(file, list, index).lineStart, indent),
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

/** The list is absent or empty: writes the key with its first item. */
function sectionInsertion(file: OpenFile, key: string, record: YamlRecord): TextEdit {
  const list = valueOf(file.root, key);
  if (file.root?.flow === true || (isSeq(list) && isInline(file.text, list))) {
    return flowSection(file, key, list, record);
  }
  if (list !== undefined) {
    const pair = file.root?.items.find((one) => keyOf(one) === key);
    const at = lineEndAfter(file.text, contentEnd(list) ?? spanOf(pair?.key).end);
    return insertion(file, at, lines(file, printYaml([record]), 2 + indentOfRoot(file)));
  }
  const later = sectionOrder.slice(sectionOrder.indexOf(key) + 1);
  const next = file.root?.items.find((pair) => later.includes(keyOf(pair)));
  return entryInsertion(file, next, { [key]: [record] });
}

/** An empty list that is written `[]`, with nothing else in its brackets. */
function isInline(text: string, list: YAMLSeq): boolean {
  return list.flow === true && text.slice(...bounds(list)).startsWith('[');
}

function bounds(node: unknown): [number, number] {
  const { start, end } = spanOf(node);
  return [start, end];
}

function flowSection(file: OpenFile, key: string, list: unknown, record: YamlRecord): TextEdit {
  if (isSeq(list) && file.root?.flow !== true) {
    // `mentions: []` in a block file becomes a block list.
    const { start, end } = spanOf(list);
    const begin = file.text.slice(0, start).replace(/[ \t]+$/, '').length;
    const body = lines(file, printYaml([record]), 2 + indentOfRoot(file));
    return { start: begin, end, newText: file.eol + body.slice(0, -file.eol.length) };
  }
  if (isSeq(list)) {
    const at = spanOf(list).start + 1;
    return { start: at, end: at, newText: printFlow(record) };
  }
  const at = spanOf(file.root).end - 1;
  const comma = file.before.length > 0 ? ', ' : '';
  return { start: at, end: at, newText: `${comma}${JSON.stringify(key)}: ${printFlow([record])}` };
}

function entryInsertion(file: OpenFile, next: Pair | undefined, entry: YamlRecord): TextEdit {
  const indent = indentOfRoot(file);
  const newText = lines(file, printYaml(entry), indent);
  if (next) {
    const start = lineStartOf(file.text, spanOf(next.key).start);
    return insertion(file, aboveComments(file.text, start, indent), newText);
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

function itemRemoval(file: OpenFile, key: string, list: YAMLSeq, index: number): TextEdit {
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

/** Where the dash of a block list's item stands. */
function dashOf(file: OpenFile, list: YAMLSeq, index: number) {
  const token = list.srcToken as CST.BlockSequence | undefined;
  const items = token?.items.filter((item) =>
    item.start.some((one) => one.type === 'seq-item-ind'),
  );
  const dash = items?.[index]?.start.find((one) => one.type === 'seq-item-ind');
  if (!dash)
    throw new EditRefusedError('This list is written in a way that Glossator cannot edit.');
  const lineStart = lineStartOf(file.text, dash.offset);
  return { lineStart, indent: dash.offset - lineStart, end: dash.offset + 1 };
}

function indentOfRoot(file: OpenFile): number {
  const first = file.root?.items[0];
  if (!first) return 0;
  const { start } = spanOf(first.key);
  return start - lineStartOf(file.text, start);
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
