/**
 * Edits of whole entries of a file's top-level map: an entry takes along the comments that stand
 * directly above it and, deeper than it, below it. All are proved as in yamlEdit.
 */
import { type Pair } from '../libraries/yaml';
import type { Span } from '../model';
import { lineStartOf } from '../text';
import { EditRefusedError, type TextEdit } from '../textEdit';
import { contentEnd, spanOf } from './yaml';
import { commentsOf } from './yamlData';
import { proved } from './yamlEdit';
import { aboveComments, belowComments, lineEndAfter } from './yamlLines';
import { type OpenFile, indentOfRoot, keyOf, openYaml } from './yamlOpen';

/** An entry's own lines, cut out to be put elsewhere. */
export interface CutEntry {
  readonly key: string;
  /** YAML of this one entry, each line with its end. */
  readonly lines: string;
  /** The blank lines that set it off from its neighbours. */
  readonly gap: string;
}

/**
 * Moves an entry to where its key sorts, in a file that is sorted but for it; in any other, and in
 * one that is written in braces, it stays where it is.
 * @throws {EditRefusedError} where the file has errors or no such entry.
 */
export function sortEntry(text: string, key: string): string {
  const file = openYaml(text);
  const pair = pairOf(file, key);
  if (isInOrder(file.root?.items ?? []) || file.root?.flow === true) return text;
  if (!isInOrder(file.root?.items.filter((one) => one !== pair) ?? [])) return text;
  const { rest, entry } = cutEntry(text, key);
  return pasteEntry(rest, entry);
}

function isInOrder(pairs: readonly Pair[]): boolean {
  const keys = pairs.map(keyOf);
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key);
}

/**
 * Takes an entry out of a file, with its comments.
 * @throws {EditRefusedError} where the file has errors, no such entry, or is written in braces.
 */
export function cutEntry(text: string, key: string): { rest: string; entry: CutEntry } {
  const file = openYaml(text);
  const stretch = stretchOf(file, pairOf(file, key));
  const { start, end } = stretch.whole;
  const rest = proved(text, {
    edits: [{ start, end, newText: '' }],
    expected: file.before.filter(([name]) => name !== key),
    removed: [stretch.whole],
  });
  const lines = text.slice(stretch.own.start, stretch.own.end);
  const ended = lines.endsWith('\n') ? lines : lines + file.eol;
  const cut = openYaml(ended);
  const data = file.before.find(([name]) => name === key);
  if (cut.before.length !== 1 || JSON.stringify(cut.before[0]) !== JSON.stringify(data)) {
    throw new EditRefusedError(`The entry “${key}” cannot be taken out of its file safely.`);
  }
  return { rest, entry: { key, lines: ended, gap: stretch.gap } };
}

/**
 * Puts an entry that was cut out into a file, before the first key that sorts after its own.
 * @throws {EditRefusedError} where the file has errors or an entry of that key.
 */
export function pasteEntry(text: string, { key, lines, gap }: CutEntry): string {
  const file = openYaml(text);
  refuseTaken(file, key);
  if (file.root?.flow === true) {
    throw new EditRefusedError(
      'The file is written in braces, where no entry can be put with its comments.',
    );
  }
  const own = fittedTo(file, lines);
  return proved(text, {
    edits: [insertionOf(file, key, own, gap)],
    expected: [...file.before, ...openYaml(own).before],
    removed: [],
    added: commentsOf(own),
  });
}

/** With the line ends and the indentation of the file into which it is put. */
function fittedTo(file: OpenFile, lines: string): string {
  const from = indentOfRoot(openYaml(lines));
  const margin = ' '.repeat(indentOfRoot(file));
  return lines
    .split(/\r?\n/)
    .map((line) =>
      line.trim() === '' ? line : margin + line.slice(Math.min(from, line.search(/\S/))),
    )
    .join(file.eol);
}

/** Above the first entry with its comments, or else directly below the one before. */
function insertionOf(file: OpenFile, key: string, lines: string, gap: string): TextEdit {
  const items = file.root?.items ?? [];
  const next = items.findIndex((pair) => keyOf(pair) > key);
  const [first] = items;
  if (first && next === 0) {
    const start = aboveComments(
      file.text,
      lineStartOf(file.text, spanOf(first.key).start),
      Infinity,
    );
    return { start, end: start, newText: lines + gap };
  }
  const previous = items.at(next < 0 ? -1 : next - 1);
  const at = previous ? ownEnd(file, previous) : file.text.length;
  const needsEnd = at > 0 && file.text.charCodeAt(at - 1) !== 10;
  const newText = (needsEnd ? file.eol : '') + (previous ? gap : '') + lines;
  return { start: at, end: at, newText };
}

/** The blank lines between the first two entries of a file: how it sets entries off. */
export function gapIn(text: string): string {
  const file = openYaml(text);
  const second = file.root?.items[1];
  return second && file.root.flow !== true ? stretchOf(file, second).gap : '';
}

interface Stretch {
  /** The entry and its comments. */
  readonly own: Span;
  /** And the blank lines that go with it. */
  readonly whole: Span;
  readonly gap: string;
}

function stretchOf(file: OpenFile, pair: Pair): Stretch {
  const isFirst = pair === file.root?.items[0];
  const keyStart = spanOf(pair.key).start;
  const lineStart = lineStartOf(file.text, keyStart);
  if (file.root?.flow === true || file.text.slice(lineStart, keyStart).trim() !== '') {
    throw new EditRefusedError(`The entry “${keyOf(pair)}” does not stand on lines of its own.`);
  }
  const start = aboveComments(file.text, lineStart, isFirst ? Infinity : indentOfRoot(file));
  const own = { start, end: ownEnd(file, pair) };
  const whole = isFirst
    ? { start, end: blanksBelow(file.text, own.end) }
    : { start: blanksAbove(file.text, start), end: own.end };
  const gap = isFirst
    ? file.text.slice(own.end, whole.end)
    : file.text.slice(whole.start, own.start);
  return { own, whole, gap };
}

function ownEnd(file: OpenFile, pair: Pair): number {
  const end = contentEnd(pair.value) ?? spanOf(pair.key).end + 1;
  return belowComments(file.text, lineEndAfter(file.text, end), indentOfRoot(file) + 1);
}

function blanksAbove(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    const previous = lineStartOf(text, start - 1);
    if (text.slice(previous, start).trim() !== '') break;
    start = previous;
  }
  return start;
}

function blanksBelow(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const next = lineEndAfter(text, end + 1);
    if (text.slice(end, next).trim() !== '') break;
    end = next;
  }
  return end;
}

/**
 * Puts comments, each a line of its own, above an entry.
 * @throws {EditRefusedError} where the file has errors, no such entry, or a shape in which this
 * cannot be done.
 */
export function commentEntry(text: string, key: string, comments: readonly string[]): string {
  if (comments.length === 0) return text;
  const file = openYaml(text);
  const { own } = stretchOf(file, pairOf(file, key));
  const margin = ' '.repeat(indentOfRoot(file));
  const newText = comments.map((one) => margin + one + file.eol).join('');
  return proved(text, {
    edits: [{ start: own.start, end: own.start, newText }],
    expected: file.before,
    removed: [],
    added: comments,
  });
}

function pairOf(file: OpenFile, key: string): Pair {
  const pair = file.root?.items.find((one) => keyOf(one) === key);
  if (!pair) throw new EditRefusedError(`There is no entry “${key}” any more.`);
  return pair;
}

function refuseTaken({ root }: OpenFile, key: string): void {
  if (!root?.items.some((pair) => keyOf(pair) === key)) return;
  throw new EditRefusedError(`There is an entry “${key}” already.`);
}
