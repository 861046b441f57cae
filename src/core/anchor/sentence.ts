/** A stop before a small letter is an abbreviation's. */
const BORDER = /[.!?]["')]*\s(?!\p{Ll})|[。！？]["')」』]*/gu;
const BORDER_OR_END = /[.!?]["')]*(?:\s(?!\p{Ll})|$)|[。！？]/u;

/** Length of the part of a left context after its last sentence border; `undefined`: none in it. */
export function sentenceBefore(context: string): number | undefined {
  let length: number | undefined;
  for (const border of context.matchAll(BORDER)) {
    length = context.length - border.index - border[0].length;
  }
  return length;
}

/** Length of the part of a right context up to its first sentence border, the stop included. */
export function sentenceAfter(context: string): number | undefined {
  const at = context.search(BORDER_OR_END);
  return at < 0 ? undefined : at + 1;
}
