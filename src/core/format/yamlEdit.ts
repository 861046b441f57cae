/**
 * Minimal edits of hand-written YAML: one decision changes its own lines and no other. Comments,
 * blank lines, key order, quoting and unknown keys survive. Every edit is proved by reading its
 * result again: what does not come out exactly as meant, or
 * loses a comment, is refused, and the file stays as it is.
 */
import { isMap, isSeq } from '../libraries/yaml';
import type { Span } from '../model';
import { EditRefusedError, type TextEdit, applyEdits } from '../textEdit';
import { parseYaml, spanOf } from './yaml';
import {
  type Entry,
  canonical,
  commentsOf,
  entries,
  entryOf,
  plainOf,
  withEntry,
  withItem,
} from './yamlData';
import { entryInsertion, itemInsertion, sectionInsertion } from './yamlInsertion';
import { type OpenFile, keyOf, openYaml, valueOf } from './yamlOpen';
import type { YamlRecord } from './yamlPrint';
import { itemRemoval } from './yamlRemoval';
import {
  type Texts,
  entriesWith,
  mapAt,
  planTexts,
  scalarAt,
  scalarReplacement,
} from './yamlReplacement';

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
    return { edits: sectionInsertion(file, key, record), expected };
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
    const removed = itemRemoval(file, key, list, index);
    const items = entryOf(file.before, key);
    const left = Array.isArray(items) ? items.filter((_, at) => at !== index) : [];
    const gone = left.length === 0 && !hasKey(applyEdits(text, [removed]), key);
    const expected = withEntry(file.before, key, gone ? undefined : left);
    return { edits: [removed], expected, removed };
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

/**
 * Writes another text in place of the one that begins at an offset.
 * @throws {EditRefusedError} as `insertItem`.
 */
export function replaceText(text: string, start: number, value: string): string {
  return edit(text, (file) => {
    const found = scalarAt(file, start);
    const edits = [scalarReplacement(file, found, value)];
    return { edits, expected: entriesWith(file, found.node, value) };
  });
}

/**
 * Writes texts under keys of the map that begins at an offset, or of the whole file; `undefined`
 * takes a key out. A key that is new goes behind the one before it in `texts`.
 * @throws {EditRefusedError} as `insertItem`.
 */
export function setTexts(text: string, start: number | undefined, texts: Texts): string {
  return edit(text, (file) => {
    const found = mapAt(file, start);
    const { edits, expected, removals } = planTexts(file, found, texts);
    const removed = hullOf(removals);
    return {
      edits,
      expected: entriesWith(file, found.node, expected),
      ...(removed && { removed }),
    };
  });
}

function hullOf(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  const start = Math.min(...spans.map((one) => one.start));
  return { start, end: Math.max(...spans.map((one) => one.end)) };
}

interface Plan {
  readonly edits: readonly TextEdit[];
  /** What the result must say, as pairs; the order of keys does not count. */
  readonly expected: readonly Entry[];
  /** What is taken out, with the comments in it; every other comment must still be there. */
  readonly removed?: Span;
}

function edit(text: string, plan: (file: OpenFile) => Plan): string {
  const { edits, expected, removed } = plan(openYaml(text));
  const after = applyEdits(text, edits);
  const read = parseYaml('', after);
  if (
    read.diagnostics.length > 0 ||
    canonical(entries(read.document?.contents)) !== canonical(expected) ||
    commentsOf(after).join('\n') !== commentsOf(text, removed).join('\n')
  ) {
    throw new EditRefusedError(
      'This file is written in a way in which Glossator cannot make the change safely; make it by hand.',
    );
  }
  return after;
}

function hasKey(text: string, key: string): boolean {
  const contents = parseYaml('', text).document?.contents;
  return isMap(contents) && contents.items.some((pair) => keyOf(pair) === key);
}
