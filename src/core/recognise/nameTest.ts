import type { Lexicon } from './lexicon';
import type { Piece } from './namePieces';
import { isHead } from './nameRun';
import { type Token, tokenAt } from './tokens';
import { speechVerbs, titles } from './words';

/** Institutions that are called by one noun. */
const institutions = new Set(
  'congress senate parliament kremlin pentagon bundestag duma knesset capitol commons gateway'.split(
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
  if (first < last) return isSequence(tokens, first, last, lexicon);
  if (isPlace(first)) return true;
  if (token.shape === 'upper') return isAcronym(tokens, first, lexicon);
  return token.shape === 'capital' && isSingle(tokens, first, isTitled, lexicon);
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
  if (telling.length === 0 && own.length > 1) {
    return !tokenAt(tokens, first).initial && isHead(tokens[last]?.lower ?? '');
  }
  if (telling.every((one) => lexicon.isPeople(one) || isRoman(one.text))) {
    return telling.length > 0 && telling.length < own.length && isHead(tokens[last]?.lower ?? '');
  }
  return true;
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
  if (lexicon.isCommon(token) || titles.has(token.lower) || isRoman(token.text)) return false;
  return token.text.length <= 10 && !noNames.has(token.text);
}

function isSingle(
  tokens: readonly Token[],
  at: number,
  isTitled: boolean,
  lexicon: Lexicon,
): boolean {
  const token = tokenAt(tokens, at);
  if (lexicon.isCommon(token) || lexicon.isPeople(token)) return false;
  if (titles.has(token.lower.replace(/\.$/, ''))) return false;
  if (isHead(token.lower)) return institutions.has(token.lower);
  const next = tokens[at + 1];
  if (
    next?.shape === 'mark' &&
    next.text === '-' &&
    next.gap === 'none' &&
    tokens[at + 2]?.gap === 'none'
  ) {
    return (
      lexicon.isCapitalElsewhere(token.lower) && !token.initial && isCapitalised(tokens[at + 2])
    );
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
