import type { Span } from '../model';

/** A word as the editor selects it: `language-configuration.json` has the same pattern. */
export const wordPattern =
  /\p{N}+(?:[.,]\p{N}+)+|\p{Lu}(?:\.\p{Lu}(?![\p{L}\p{N}]))+|[\p{L}\p{M}\p{N}_]+(?:(?:[-‐‑]|['’](?![sS](?![\p{L}\p{M}\p{N}])))[\p{L}\p{M}\p{N}_]+)*/gu;
const partPattern = /[\p{L}\p{M}\p{N}_]+/gu;

/** No word and no gap that a span grows over is longer. */
const reach = 200;

export type SpanSide = 'start' | 'end';

/** A span moved at one side to the next word border outwards; undefined at a paragraph's end. */
export function extended(text: string, { start, end }: Span, side: SpanSide): Span | undefined {
  const from = side === 'start' ? Math.max(0, start - reach) : Math.max(0, end - reach);
  const words = wordsIn(text, { start: from, end: side === 'start' ? end : end + reach });
  const next =
    side === 'start'
      ? words.findLast((one) => one.start < start)
      : words.find((one) => one.end > end);
  if (!next) return undefined;
  const gap = side === 'start' ? text.slice(next.end, start) : text.slice(end, next.start);
  if (/\n[^\S\n]*\r?\n/.test(gap)) return undefined;
  return side === 'start' ? { start: next.start, end } : { start, end: next.end };
}

/**
 * A span without the word at one side; of a single word, without its last or first part.
 * Undefined where nothing would be left.
 */
export function shrunk(text: string, span: Span, side: SpanSide): Span | undefined {
  for (const pattern of [wordPattern, partPattern]) {
    const words = wordsIn(text, span, pattern);
    if (words.length < 2) continue;
    if (side === 'start') return { start: words[1]?.start ?? span.start, end: span.end };
    return { start: span.start, end: words.at(-2)?.end ?? span.end };
  }
  return undefined;
}

/** The words of a stretch of a text; one that is cut by its ends counts as it stands in it. */
export function wordsIn(text: string, { start, end }: Span, pattern = wordPattern): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}
