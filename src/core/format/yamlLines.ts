/** Where lines and comments of a YAML text begin and end, in UTF-16 offsets. */

import { lineStartOf } from '../text';

/** Behind the line end of the line on which a value that ends at `offset` ends. */
export function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && text.charCodeAt(offset - 1) === 10) return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** A comment directly above an item belongs to it: what is inserted before goes above both. */
export function aboveComments(text: string, lineStart: number, indent: number): number {
  let at = lineStart;
  while (at > 0) {
    const previous = lineStartOf(text, at - 1);
    const line = text.slice(previous, at);
    if (line.search(/\S/) !== indent || !line.trimStart().startsWith('#')) return at;
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
