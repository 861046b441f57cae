/** Where lines and comments of a YAML text begin and end, in UTF-16 offsets. */

import type { Span } from '../model';
import { lineStartOf } from '../text';

/** Behind the line end of the line on which a value that ends at `offset` ends. */
export function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && text.charCodeAt(offset - 1) === 10) return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Comments that speak to tools about the whole file, and stay first in it. */
const modeline = /^\s*#\s*(?:yaml-language-server:|vim?:|-\*-)/;

/**
 * A comment directly above an item belongs to it: what is inserted before goes above both. A
 * comment deeper than `maxIndent` belongs to the item before, and a modeline to the file.
 */
export function aboveComments(text: string, lineStart: number, maxIndent: number): number {
  let at = lineStart;
  while (at > 0) {
    const previous = lineStartOf(text, at - 1);
    const line = text.slice(previous, at);
    if (!line.trimStart().startsWith('#') || line.search(/\S/) > maxIndent) return at;
    if (modeline.test(line)) return at;
    at = previous;
  }
  return at;
}

/** A deeper comment below an item belongs to it: what is appended goes below it. */
export function belowComments(text: string, lineStart: number, minIndent: number): number {
  let at = lineStart;
  while (at < text.length) {
    const line = text.slice(at, lineEndAfter(text, at + 1));
    if (!line.trimStart().startsWith('#') || line.search(/\S/) < minIndent) return at;
    at += line.length;
  }
  return at;
}

/**
 * What goes when a token is taken out: its line where nothing else stands there; otherwise the
 * blanks before it too, or those behind it where it is the first of its line.
 */
export function cutToken(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && isBlank(text.charCodeAt(to))) to++;
  const isFirst = from === lineStartOf(text, start);
  const lineEnd = lineEndAfter(text, end);
  if (isFirst && text.slice(to, lineEnd).trim() === '') return { start: from, end: lineEnd };
  return isFirst ? { start, end: to } : { start: from, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
