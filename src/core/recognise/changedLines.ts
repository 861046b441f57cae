import type { Suggestion } from './suggestions';

/** A part of a text with the names that were found in it. */
export interface NamedText {
  readonly text: string;
  readonly names: readonly Suggestion[];
}

/**
 * The names of a part that was edited: in the lines that the edit touched those found now, with less
 * to go by than the whole text gives; in the others those of before.
 */
export function changedLines(before: NamedText, after: NamedText): Suggestion[] {
  const least = Math.min(before.text.length, after.text.length);
  let same = 0;
  while (same < least && before.text.charCodeAt(same) === after.text.charCodeAt(same)) same++;
  let sameEnd = 0;
  const last = (text: string) => text.charCodeAt(text.length - 1 - sameEnd);
  while (sameEnd < least - same && last(before.text) === last(after.text)) sameEnd++;
  const shift = after.text.length - before.text.length;
  const from = same === 0 ? 0 : after.text.lastIndexOf('\n', same - 1) + 1;
  const next = after.text.indexOf('\n', after.text.length - sameEnd);
  const to = next < 0 ? after.text.length : next;
  return [
    ...before.names.filter(({ end }) => end <= from),
    ...after.names.filter(({ start, end }) => start < to && end > from),
    ...before.names
      .filter(({ start }) => start + shift >= to && start >= from)
      .map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })),
  ];
}
