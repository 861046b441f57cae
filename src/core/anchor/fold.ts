/** A text without its typography, and the way back. */
export interface Folded {
  readonly text: string;
  /** Of each folded unit the offset of the unit it came from; one more for the end. */
  readonly at: Int32Array;
}

const REPLACED: ReadonlyMap<number, string> = new Map(
  Object.entries({
    "'": '‘’‚‛′ʼ`',
    '"': '“”„‟″«»',
    '-': '\u2010\u2011\u2012\u2013\u2014\u2212',
    '...': '…',
    ' ': '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
    '': '\u00ad\u200b\u200c\u200d\u2060\ufeff',
  }).flatMap(([to, from]) =>
    Array.from(from, (character) => [character.charCodeAt(0), to] as const),
  ),
);

/** Printable ASCII without the backquote and without runs of spaces folds to itself. */
const PLAIN = /^(?: ?[!-_a-~])* ?$/;
const PLAIN_MAX = 1024;

/**
 * Reads quotes, dashes, ellipses and white space as their plain forms (a run of white space is one
 * space) and drops what has no width. Case stays.
 */
export function fold(text: string): Folded {
  if (text.length <= PLAIN_MAX && PLAIN.test(text)) {
    return { text, at: Int32Array.from({ length: text.length + 1 }, (_, index) => index) };
  }
  const size = text.length + 2 * countOf(text, '…');
  const codes = new Uint16Array(size);
  const at = new Int32Array(size + 1);
  let length = 0;
  for (let from = 0; from < text.length; from++) {
    const code = text.charCodeAt(from);
    const replacement = isPlain(code) ? undefined : REPLACED.get(code);
    if (replacement === undefined) {
      codes[length] = code;
      at[length++] = from;
    } else if (replacement !== ' ' || length === 0 || codes[length - 1] !== 32) {
      for (let index = 0; index < replacement.length; index++) {
        codes[length] = replacement.charCodeAt(index);
        at[length++] = from;
      }
    }
  }
  at[length] = text.length;
  return { text: decode(codes.subarray(0, length)), at: at.subarray(0, length + 1) };
}

/** Index of the first folded unit at or after an offset of the unfolded text. */
export function foldedOffset(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.at[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isPlain(code: number): boolean {
  return code > 32 && code < 127 && code !== 96;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** In slices, because a call takes only so many arguments. */
function decode(codes: Uint16Array): string {
  const slices: string[] = [];
  for (let from = 0; from < codes.length; from += 8192) {
    slices.push(String.fromCharCode(...codes.subarray(from, from + 8192)));
  }
  return slices.join('');
}
