import type { Span } from '../model';
import { classOf, isApostrophe, isHyphen, isWordUnit } from './characters';

/** `capital`: the first letter, or one within, is a capital; `upper`: all of them, two or more. */
export type Shape = 'lower' | 'capital' | 'upper' | 'letter' | 'number' | 'possessive' | 'mark';

/** A word, a number or a mark of a text. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly shape: Shape;
  /** What stands before it. A line end within a paragraph is a space. */
  readonly gap: 'none' | 'space' | 'break';
  /** A sentence, a line or a quotation begins here: a capital says nothing. */
  initial: boolean;
  /** It stands in a heading with capitals throughout: they say nothing either. */
  titled: boolean;
}

/** Abbreviations whose period ends no sentence. */
const abbreviations = new Set(
  (
    'mr mrs ms dr gen sen rep gov lt col st jr sr prof inc ltd co corp capt adm sgt maj rev hon ' +
    'vs jan feb mar apr jun jul aug sep sept oct nov dec no'
  ).split(' '),
);

/** The tokens of a text, or of a part of one that is wrapped or not, in order, in one pass. */
export function tokensOf(text: string, isWrapped = isHardWrapped(text)): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let gap: Token['gap'] = 'break';
  let lineStart = 0;
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === 5) {
      const isSoft: boolean =
        isWrapped && at - lineStart >= 40 && gap !== 'break' && goesOn(text, at);
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
      at++;
      gap = isSoft ? 'space' : 'break';
      lineStart = at;
      continue;
    }
    if (kind === 4) {
      if (gap === 'none') gap = 'space';
      at++;
      continue;
    }
    const end = kind === 0 ? markEnd(text, at, tokens, gap) : wordEnd(text, at, tokens, gap);
    tokens.push(makeToken(text, at, end, gap));
    at = end;
    gap = 'none';
  }
  markStarts(tokens);
  markTitles(tokens);
  return tokens;
}

/** Whether single line ends wrap the text: many lines go on in lower case, indented or not. */
export function isHardWrapped(text: string): boolean {
  let ends = 0;
  let goingOn = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = classOf(text.charCodeAt(behindIndent(text, at + 1)));
    if (next === 5 || next === 4) continue;
    ends++;
    if (next === 1) goingOn++;
  }
  return goingOn >= 3 && goingOn >= 0.3 * ends;
}

const deepestIndent = 16;

function behindIndent(text: string, from: number): number {
  let at = from;
  while (at - from < deepestIndent && classOf(text.charCodeAt(at)) === 4) at++;
  return at;
}

/** Whether the line after a line end goes on with what was said: no item of a list, no heading. */
function goesOn(text: string, at: number): boolean {
  return !/[-*•#–—]/.test(text.charAt(behindIndent(text, at + 1)));
}

function makeToken(text: string, start: number, end: number, gap: Token['gap']): Token {
  const own = text.slice(start, end);
  const shape = shapeOf(own);
  const lower = shape === 'number' || shape === 'mark' ? own : own.toLowerCase();
  return { start, end, text: own, lower, shape, gap, initial: false, titled: false };
}

function shapeOf(word: string): Shape {
  const first = classOf(word.charCodeAt(0));
  if (first === 3) return 'number';
  if (word.startsWith('http') || word.startsWith('www.')) return 'lower';
  if (first === 0) return word.length > 1 ? 'possessive' : 'mark';
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  for (let at = 0; at < word.length && at < 64; at++) {
    const kind = classOf(word.charCodeAt(at));
    if (kind === 2) uppers++;
    else if (kind === 1) lowers++;
    else if (kind === 3) digits++;
  }
  if (uppers === 0) return 'lower';
  if (lowers > 0) return 'capital';
  // “M1” is a designation, no initial.
  return uppers === 1 && digits === 0 ? 'letter' : 'upper';
}

/** An apostrophe with the s of a possessive is one mark; so is the one after a plural’s s. */
function markEnd(text: string, at: number, before: readonly Token[], gap: Token['gap']): number {
  if (gap === 'none' && before.length > 0 && isApostrophe(text.charCodeAt(at))) {
    const next = text.charCodeAt(at + 1);
    if ((next === 0x73 || next === 0x53) && !isWordUnit(text.charCodeAt(at + 2))) return at + 2;
  }
  return at + 1;
}

/** Web addresses are no words: white space ends them. */
const address = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}/uy;

function wordEnd(text: string, start: number, before: readonly Token[], gap: Token['gap']): number {
  const unit = text.charCodeAt(start);
  if (unit === 0x68 || unit === 0x77) {
    address.lastIndex = start;
    if (address.test(text)) return address.lastIndex;
  }
  const dotted = dottedEnd(text, start);
  if (dotted > 0) return dotted;
  let at = start + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) continue;
    const next = text.charCodeAt(at + 1);
    if (!isApostrophe(unit) || !isWordUnit(next)) break;
    if ((next === 0x73 || next === 0x53) && !isWordUnit(text.charCodeAt(at + 2))) break;
  }
  if (text.charCodeAt(at) !== 0x2e) return at;
  const word = at - start <= 4 ? text.slice(start, at).toLowerCase() : '';
  const isAbbreviated = abbreviations.has(word)
    ? classOf(text.charCodeAt(start)) === 2
    : isInitial(text, start, at, before, gap);
  return isAbbreviated ? at + 1 : at;
}

/** “U.S.”, “D.C.”: the end, or 0. */
function dottedEnd(text: string, start: number): number {
  let at = start;
  while (
    at - start < 16 &&
    classOf(text.charCodeAt(at)) === 2 &&
    text.charCodeAt(at + 1) === 0x2e
  ) {
    at += 2;
  }
  return at - start >= 4 ? at : 0;
}

/** “Mary W. Jackson”, “J. Robert Oppenheimer”. */
function isInitial(
  text: string,
  start: number,
  end: number,
  before: readonly Token[],
  gap: Token['gap'],
): boolean {
  if (end - start !== 1 || classOf(text.charCodeAt(start)) !== 2) return false;
  if (classOf(text.charCodeAt(end + 1)) !== 4 || classOf(text.charCodeAt(end + 2)) !== 2) {
    return false;
  }
  const last = before.at(-1);
  if ('IVX'.includes(text.charAt(start)) && last?.shape === 'capital') return false;
  return (
    gap === 'break' ||
    last?.shape === 'capital' ||
    last?.shape === 'letter' ||
    last?.text.endsWith('.') === true
  );
}

/** Where sentences begin. */
function markStarts(tokens: readonly Token[]): void {
  let begins = true;
  for (const token of tokens) {
    if (token.gap === 'break') begins = true;
    if (token.shape === 'mark') {
      if ('.!?:•*#"“”‘«([—–>…'.includes(token.text) && token.text !== '(')
        begins = begins || '.!?:•"“…'.includes(token.text);
      continue;
    }
    token.initial = begins;
    begins = false;
  }
}

/** Headings: lines without a period at the end, most of whose words are capitalised. */
function markTitles(tokens: readonly Token[]): void {
  for (let from = 0; from < tokens.length;) {
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.gap !== 'break') to++;
    if (isTitle(tokens, from, to))
      for (let at = from; at < to; at++) tokenAt(tokens, at).titled = true;
    from = to;
  }
}

const longestTitle = 40;

function isTitle(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > longestTitle || tokens[to - 1]?.text.endsWith('.') === true) return false;
  let capitals = 0;
  let words = 0;
  for (let at = from; at < to; at++) {
    const { shape, lower } = tokenAt(tokens, at);
    if (shape === 'mark' || shape === 'possessive' || shape === 'number' || lower.length < 4)
      continue;
    words++;
    if (shape !== 'lower') capitals++;
  }
  return words >= 3 && capitals >= 0.7 * words;
}

export function isDash(token: Token | undefined): boolean {
  return token?.shape === 'mark' && isHyphen(token.text.charCodeAt(0));
}

/** What is beside a text. */
const nothing: Token = {
  start: 0,
  end: 0,
  text: '',
  lower: '',
  shape: 'mark',
  gap: 'break',
  initial: false,
  titled: false,
};

/** The token at an index; one of nothing where there is none. */
export function tokenAt(tokens: readonly Token[], at: number): Token {
  return tokens[at] ?? nothing;
}
