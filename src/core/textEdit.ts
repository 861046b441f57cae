import type { Span } from './model';
import { lineStartOf } from './text';

/** Replaces a stretch of a text, in UTF-16 code units of the text before any edit. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** A file as it was read and as it is to be. Shells refuse it where the file has changed since. */
export interface FileChange {
  readonly path: string;
  /** Undefined: the file is to be created. */
  readonly before: string | undefined;
  /** What a file that is to be created holds before the decision, and again when it is undone. */
  readonly initial?: string;
  readonly after: string;
}

/** A file is left alone; the message says why, in a sentence. */
export class EditRefusedError extends Error {}

/** Edits may come in any order and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error('Overlapping edits.');
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The one edit between the common beginning and the common end of two texts. */
export function editFrom(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(
    shorter,
    (from, to) => before.slice(from, to) === after.slice(from, to),
  );
  const tail = commonLength(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  );
  const end = before.length - tail;
  return { start, end, newText: after.slice(start, after.length - tail) };
}

/** How far two texts are the same, compared in stretches: many times faster than unit by unit. */
function commonLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let step = 1 << 16; step > 0; step >>= 2) {
    while (length + step <= most && isSame(length, length + step)) length += step;
  }
  return length;
}

/** The one edit between the common beginning and the common end of two texts, cut at whole lines. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  start = lineStartOf(before, start);
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  // A line that is only partly common is replaced whole: no edit begins or ends inside `\r\n`.
  while (tail > 0 && before.charCodeAt(before.length - tail - 1) !== 10) tail--;
  const end = before.length - tail;
  return { start, end, newText: after.slice(start, after.length - tail) };
}

/** Lines that must be alike before two texts are taken to go on together. */
const alike = 2;
/** Texts that differ in more lines than this at one place are not compared further. */
const farthest = 2000;

/** The edits between two texts, each of whole lines: small ones, though not always the smallest. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const edits: TextEdit[] = [];
  let [a, b, start] = [0, 0, 0];
  while (a < old.length || b < now.length) {
    if (old[a] === now[b]) {
      start += old[a++]?.length ?? 0;
      b++;
      continue;
    }
    const [gone, come] = difference(old, now, a, b);
    const end = start + lengthOf(old.slice(a, a + gone));
    edits.push({ start, end, newText: now.slice(b, b + come).join('') });
    [a, b, start] = [a + gone, b + come, end];
  }
  return edits;
}

/** How many lines go, and how many come, until both texts go on alike. */
function difference(
  old: readonly string[],
  now: readonly string[],
  a: number,
  b: number,
): readonly [number, number] {
  for (let count = 1; count <= farthest; count++) {
    for (let gone = 0; gone <= count; gone++) {
      const come = count - gone;
      if (a + gone > old.length || b + come > now.length) continue;
      if (goOnAlike(old, now, a + gone, b + come)) return [gone, come];
    }
  }
  return [old.length - a, now.length - b];
}

function goOnAlike(old: readonly string[], now: readonly string[], a: number, b: number): boolean {
  for (let at = 0; at < alike; at++) {
    if (old[a + at] !== now[b + at]) return false;
  }
  return true;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
