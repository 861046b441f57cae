const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const EXTENDING = /^[\p{M}\p{Emoji_Modifier}\u200d]$/u;
const REGIONAL = /^\p{Regional_Indicator}$/u;
const ZERO_WIDTH_JOINER = '\u200d';

/** Whether a character is part of a word: letter, digit, or a mark on one. `undefined` is not. */
export function isWord(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character);
}

export function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** Whether a line begins at the offset; a byte order mark is no part of the first line. */
export function isLineStart(text: string, offset: number): boolean {
  return (
    offset === 0 || isLineBreak(text[offset - 1]) || (offset === 1 && text.startsWith('\ufeff'))
  );
}

export function isLineEnd(text: string, offset: number): boolean {
  return offset === text.length || isLineBreak(text[offset]);
}

/** The code point that begins at the offset, as a string; empty at the text's end. */
export function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The code point that ends at the offset, as a string; empty at the text's start. */
export function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  return splitsPair(text, offset - 1) ? text.slice(offset - 2, offset) : (text[offset - 1] ?? '');
}

/** Whether the offset stands between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** Whether a cut here would split what a reader sees as one character. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  if (splitsPair(text, offset)) return true;
  const before = characterBefore(text, offset);
  const after = characterAt(text, offset);
  if (isLineStart(text, offset) || isLineBreak(after)) return false;
  if (before === ZERO_WIDTH_JOINER || EXTENDING.test(after)) return true;
  return REGIONAL.test(before) && REGIONAL.test(after);
}

/** Whether a word ends or begins at the offset, or none is near. */
export function isWordBorder(text: string, offset: number): boolean {
  return !(isWord(characterBefore(text, offset)) && isWord(characterAt(text, offset)));
}
