import type { Lexicon } from './lexicon';
import { type Piece, officers } from './namePieces';
import { isHead } from './nameRun';
import { type Token, isDash, tokenAt } from './tokens';
import { portfolios, speechVerbs, titles } from './words';

/** Institutions that are called by one noun. */
const institutions = new Set(
  'congress senate parliament kremlin pentagon bundestag duma knesset capitol commons gateway navy army'.split(
    ' ',
  ),
);

/** Whether a piece of a capitalised sequence is a name at all. */
export function isName(
  tokens: readonly Token[],
  { first, last, isTitled }: Piece,
  lexicon: Lexicon,
  isPlace: (at: number) => boolean,
): boolean {
  const token = tokenAt(tokens, first);
  if (isAddress(tokens, first, last)) return false;
  if (first < last) return isSequence(tokens, first, last, lexicon);
  if (isPlace(first)) return true;
  if (token.shape === 'upper') return isAcronym(tokens, first, lexicon);
  return token.shape === 'capital' && isSingle(tokens, first, isTitled, lexicon);
}

/** “@handle”, “name@host”. */
function isAddress(tokens: readonly Token[], first: number, last: number): boolean {
  const isAt = (mark: Token | undefined, word: Token | undefined) =>
    mark?.text === '@' && word?.gap === 'none';
  const [before, behind] = [tokens[first - 1], tokens[last + 1]];
  return isAt(before, tokens[first]) || (isAt(behind, tokens[last + 2]) && behind?.gap === 'none');
}

/** Of several words one at least is no common word, or the last one says what is named. */
function isSequence(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
): boolean {
  const own = tokens
    .slice(first, last + 1)
    .filter(({ shape }) => shape === 'capital' || shape === 'upper');
  const telling = own.filter((one) => !lexicon.isCommon(one) && !titles.has(one.lower));
  if (isKindOnly(tokens, first, last)) return false;
  if (isDesignation(tokens, first, last)) return true;
  if (telling.length === 0 && own.length > 1) {
    if (tokenAt(tokens, first).initial) return false;
    return isHead(tokens[last]?.lower ?? '') || own.every((one) => isOrdinary(one, lexicon));
  }
  if (telling.every((one) => lexicon.isPeople(one) || isRoman(one.text))) {
    return telling.length > 0 && telling.length < own.length && isHead(tokens[last]?.lower ?? '');
  }
  return true;
}

/** “SOLAR-C”: a word in capitals with a letter behind a hyphen. */
function isDesignation(tokens: readonly Token[], first: number, last: number): boolean {
  const [word, dash, letter] = [tokens[first], tokens[first + 1], tokens[first + 2]];
  if (last !== first + 2 || word?.shape !== 'upper' || dash?.gap !== 'none') return false;
  return isDash(dash) && letter?.shape === 'letter' && letter.gap === 'none';
}

/** “Orbit Beyond”: words that are written small, but for a reason. */
function isOrdinary(token: Token, lexicon: Lexicon): boolean {
  return !lexicon.isTitle(token) && !portfolios.has(token.lower) && !token.initial;
}

/** “a Memorandum of Understanding”: a description with capitals. */
function isKindOnly(tokens: readonly Token[], first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1).map(({ lower }) => lower);
  return /^memorand(?:um|a) of understanding$/.test(words.join(' '));
}

const roman = /^[IVX]+$/;

function isRoman(text: string): boolean {
  return roman.test(text);
}

/** Acronyms that name nothing. */
const noNames = new Set(
  'OK AM PM A.M. P.M. GMT UTC EST EDT TV CEO PDF URL USD AI GDP HTML RSS FAQ DNA'.split(' '),
);

function isAcronym(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokenAt(tokens, at);
  if (lexicon.isCommon(token) || lexicon.isTitle(token) || isRoman(token.text)) return false;
  if (lexicon.isCommonAcronym(token)) return false;
  return token.text.length <= 10 && (!noNames.has(token.text) || lexicon.isNameAcronym(token));
}

/** Only a person stands behind them, whatever the word: “Mr German”. */
const honorifics = new Set('mr mr. mrs mrs. ms ms. miss sir dame'.split(' '));

function isSingle(
  tokens: readonly Token[],
  at: number,
  isTitled: boolean,
  lexicon: Lexicon,
): boolean {
  const token = tokenAt(tokens, at);
  if (lexicon.isCommon(token) || lexicon.isCommonAcronym(token) || lexicon.isTitle(token))
    return false;
  if (portfolios.has(token.lower) && token.lower.endsWith('s')) return false;
  if (officers.has(token.lower)) return false;
  if (lexicon.isPeople(token)) return honorifics.has(tokens[at - 1]?.lower ?? '');
  if (isHead(token.lower)) return institutions.has(token.lower);
  const next = tokens[at + 1];
  if (
    next?.shape === 'mark' &&
    next.text === '-' &&
    next.gap === 'none' &&
    tokens[at + 2]?.gap === 'none'
  ) {
    if (token.initial) return false;
    // “Mojave-based”
    if (tokens[at + 2]?.lower === 'based') return true;
    return lexicon.isCapitalElsewhere(token.lower) && isCapitalised(tokens[at + 2]);
  }
  if (isTitled || !token.initial) return true;
  return (
    lexicon.isCapitalElsewhere(token.lower) ||
    speechVerbs.has(next?.lower ?? '') ||
    next?.shape === 'possessive'
  );
}

function isCapitalised(token: Token | undefined): boolean {
  return token?.shape === 'capital' || token?.shape === 'upper';
}
