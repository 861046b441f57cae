import { type YAMLSeq, isSeq } from '../libraries/yaml';
import { EditRefusedError, type TextEdit, applyEdits } from '../textEdit';
import { contentEnd, parseYaml, spanOf } from './yaml';
import { type Entry, canonical, commentsOf, entries } from './yamlData';
import { aboveComments, belowComments, lineEndAfter } from './yamlLines';
import { type OpenFile, dashOf, openYaml, valueOf } from './yamlOpen';

/** An item of a list that is to stand before another; without one, as the last. */
export interface ItemMove {
  /** Where the items begin in the text before. */
  readonly start: number;
  readonly before: number | undefined;
}

/**
 * Puts items of the list under a top-level key elsewhere in it, line by line as they are, with the
 * comments that belong to them. What goes to one place comes there in the order of the moves.
 * @throws {EditRefusedError} where the file has errors, or the list is written so that this cannot
 * be done.
 */
export function moveItems(text: string, key: string, moves: readonly ItemMove[]): string {
  const file = openYaml(text);
  const list = valueOf(file.root, key);
  if (!isSeq(list) || list.flow === true || (text !== '' && !text.endsWith('\n'))) {
    throw new EditRefusedError('This list is written in a way that Glossator cannot edit.');
  }
  const indices = new Map(list.items.map((item, index) => [spanOf(item).start, index]));
  const planned = moves.map(({ start, before }) => ({
    from: indices.get(start) ?? -1,
    to: before === undefined ? list.items.length : (indices.get(before) ?? -1),
  }));
  if (planned.some(({ from, to }) => from < 0 || to < 0)) {
    throw new EditRefusedError('The record is no longer where it was.');
  }
  const after = applyEdits(text, editsFor(file, list, planned));
  const expected = file.before.map(([name, value]): Entry =>
    name === key ? [name, reordered(value as unknown[], planned)] : [name, value],
  );
  assertSame(text, after, expected);
  return after;
}

interface Planned {
  readonly from: number;
  /** Before which item; their number: behind all. */
  readonly to: number;
}

function editsFor(file: OpenFile, list: YAMLSeq, moves: readonly Planned[]): TextEdit[] {
  const lines = (index: number) => linesOf(file, list, index);
  const inserted = new Map<number, string>();
  const edits: TextEdit[] = [];
  for (const { from, to } of moves) {
    const own = lines(from);
    edits.push({ ...own, newText: '' });
    const at = to < list.items.length ? lines(to).start : lines(list.items.length - 1).end;
    inserted.set(at, (inserted.get(at) ?? '') + file.text.slice(own.start, own.end));
  }
  return [...edits, ...[...inserted].map(([at, newText]) => ({ start: at, end: at, newText }))];
}

/** The lines of an item with its comments; what stands above the first belongs to the list. */
function linesOf(file: OpenFile, list: YAMLSeq, index: number) {
  const dash = dashOf(file, list, index);
  const end = lineEndAfter(file.text, contentEnd(list.items[index]) ?? dash.end);
  return {
    start: index === 0 ? dash.lineStart : aboveComments(file.text, dash.lineStart, dash.indent),
    end: belowComments(file.text, end, dash.indent + 1),
  };
}

function reordered(items: readonly unknown[], moves: readonly Planned[]): unknown[] {
  const moved = new Set(moves.map(({ from }) => from));
  const arriving = (index: number) =>
    moves.filter(({ to }) => to === index).map(({ from }) => items[from]);
  const kept = items.flatMap((item, index) => [
    ...arriving(index),
    ...(moved.has(index) ? [] : [item]),
  ]);
  return [...kept, ...arriving(items.length)];
}

function assertSame(text: string, after: string, expected: readonly Entry[]): void {
  const read = parseYaml('', after);
  const isProved =
    read.diagnostics.length === 0 &&
    canonical(entries(read.document?.contents)) === canonical(expected) &&
    commentsOf(after).join('\n') === commentsOf(text).join('\n');
  if (isProved) return;
  throw new EditRefusedError(
    'This file is written in a way in which Glossator cannot make the change safely; make it by hand.',
  );
}
