import type { Lexicon } from './lexicon';
import { isHead } from './nameRun';
import { shipPrefixes } from './ownType';
import { type Token, isDash, tokenAt } from './tokens';
import { commonWords, givenNames, portfolios, titles, weakTitles } from './words';

/** A part of a capitalised sequence that may be a name. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  readonly isTitled: boolean;
}

/** A capitalised sequence parted at titles, and freed of what belongs to no name. */
export function piecesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  lexicon: Lexicon,
  isAfterTitle: boolean,
  isPlace: (at: number) => boolean,
): Piece[] {
  const pieces: Piece[] = [];
  let isTitled = isAfterTitle;
  let first = from;
  for (let at = from; at <= to; at++) {
    if (!isTitle(tokens, from, at, to, lexicon) && !(isAfterTitle && isRank(tokens, from, at, to)))
      continue;
    if (at > first && !(isTitled && isField(tokens, first, at - 1, isPlace))) {
      pieces.push({ first, last: at - 1, isTitled });
    }
    while (at <= to && isTitleWord(tokens[at], lexicon)) {
      // “Director-General” is one.
      at += isDash(tokens[at + 1]) && isTitleWord(tokens[at + 2], lexicon) ? 2 : 1;
    }
    first = at;
    at--;
    isTitled = true;
  }
  if (first <= to) {
    const rest = { first, last: to, isTitled };
    const parted =
      withoutCountry(tokens, rest, isPlace) ??
      withOffice(tokens, rest, isPlace) ??
      withoutMaker(tokens, rest, lexicon, isPlace);
    pieces.push(...(parted ?? withoutInstitution(tokens, rest) ?? withoutEmployer(tokens, rest)));
  }
  return pieces.flatMap((piece) => trimmed(tokens, piece, lexicon, isPlace) ?? []);
}

/** “Ambassador to the United States Vinay Kwatra”: whose office it is, and who holds it. */
function withoutCountry(
  tokens: readonly Token[],
  { first, last }: Piece,
  isPlace: (at: number) => boolean,
): Piece[] | undefined {
  let from = first;
  while (from <= last && isPlace(from)) from++;
  const words = last - from + 1;
  if (from === first || words < 2 || words > 4 || isHead(tokens[last]?.lower ?? '')) return;
  const the = tokens[first - 1]?.lower === 'the' ? 1 : 0;
  if (!/^(?:of|to)$/.test(tokens[first - 1 - the]?.lower ?? '')) return;
  for (let at = from; at <= last; at++)
    if (!/^(?:capital|letter)$/.test(tokenAt(tokens, at).shape)) return;
  if (!hasOffice(tokens, first - 2 - the)) return;
  return [
    { first, last: from - 1, isTitled: false },
    { first: from, last, isTitled: true },
  ];
}

/** “SpaceX Falcon 9”, where “SpaceX” is also by itself: whose it is, and what. */
function withoutMaker(
  tokens: readonly Token[],
  { first, last }: Piece,
  lexicon: Lexicon,
  isPlace: (at: number) => boolean,
): Piece[] | undefined {
  const from = commonWords.has(tokenAt(tokens, first).lower) ? first + 1 : first;
  const [maker, made] = [tokenAt(tokens, from), tokenAt(tokens, from + 1)];
  if (!lexicon.isAlone(maker) || isPlace(from) || made.shape !== 'capital') return undefined;
  const end = tokenAt(tokens, last);
  const isNumbered = end.shape === 'number' || /^[IVX]+$/.test(end.text);
  if (!isNumbered || last < from + 2 || isHead(made.lower)) return undefined;
  return [
    { first: from, last: from, isTitled: false },
    { first: from + 1, last, isTitled: false },
  ];
}

/** “Bureau of Oceans and Polar Affairs Jennifer R. Hale”: where somebody works, and who it is. */
function withoutInstitution(tokens: readonly Token[], { first, last }: Piece): Piece[] | undefined {
  for (let at = Math.max(first + 2, last - 3); at < last; at++) {
    const { lower } = tokenAt(tokens, at - 1);
    if (!givenNames.has(tokenAt(tokens, at).lower) || !(isHead(lower) || portfolios.has(lower)))
      continue;
    if (isHead(tokenAt(tokens, last).lower)) return undefined;
    return [
      { first, last: at - 1, isTitled: false },
      { first: at, last, isTitled: true },
    ];
  }
  return undefined;
}

/** “UN Syria envoy”: whose envoy, and to whom. */
function withOffice(
  tokens: readonly Token[],
  { first, last }: Piece,
  isPlace: (at: number) => boolean,
): Piece[] | undefined {
  let from = first;
  while (from < last && tokenAt(tokens, from).shape === 'upper' && !isPlace(from)) from++;
  if (from !== first + 1) return;
  for (let at = from; at <= last; at++) if (!isPlace(at)) return;
  const { lower, shape } = tokenAt(tokens, last + 1);
  if (shape !== 'lower' || !titles.has(lower)) return;
  return [
    { first, last: first, isTitled: false },
    { first: from, last, isTitled: false },
  ];
}

/** Whether a title stands at an index or a few words before it, in the same sentence. */
function hasOffice(tokens: readonly Token[], to: number): boolean {
  for (let at = to; at >= 0 && to - at < 8; at--) {
    const token = tokenAt(tokens, at);
    if (titles.has(token.lower)) return true;
    if (token.text === '.' || token.gap === 'break') return false;
  }
  return false;
}

/** “Deputy National Security Advisor”: what stands between two titles is a field, no name. */
function isField(
  tokens: readonly Token[],
  first: number,
  last: number,
  isPlace: (at: number) => boolean,
): boolean {
  for (let at = first; at <= last; at++) {
    if (tokenAt(tokens, at).shape !== 'capital' || isPlace(at)) return false;
  }
  return true;
}

/** “Chief of Defence General Valdemaras Rupšys”: a title that is part of names, too. */
function isRank(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  return at === from && weakTitles.has(tokenAt(tokens, at).lower) && to - at > 1 && to - at < 4;
}

/** “at Roscosmos Sergey Savelyev”: one name runs into the next. */
function withoutEmployer(tokens: readonly Token[], piece: Piece): Piece[] {
  const { first, last, isTitled } = piece;
  const [one, two] = [tokens[first], tokens[first + 1]];
  const isPerson = last === first + 2 && givenNames.has(two?.lower ?? '');
  if (!isPerson || one?.shape === 'letter' || givenNames.has(one?.lower ?? '')) return [piece];
  if (isHead(tokens[last]?.lower ?? '') || shipPrefixes.has(one?.text ?? '')) return [piece];
  return [
    { first, last: first, isTitled: false },
    { first: first + 1, last, isTitled },
  ];
}

function isTitleWord(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && lexicon.isTitle(token);
}

/** Whether a title stands here, and not a word of a name like “General Motors”, “King County”. */
function isTitle(
  tokens: readonly Token[],
  from: number,
  at: number,
  to: number,
  lexicon: Lexicon,
): boolean {
  const token = tokenAt(tokens, at);
  if (!isTitleWord(token, lexicon)) return false;
  const next = at < to ? tokens[at + 1] : undefined;
  if (weakTitles.has(token.lower) && givenNames.has(next?.lower ?? '') && at + 2 <= to) return true;
  if (weakTitles.has(token.lower)) return isOffice(tokens, at + 1, to, lexicon);
  if (next && isTitleWord(next, lexicon)) return true;
  const end = tokenAt(tokens, to);
  const isOfInstitution = next !== undefined && isHead(end.lower) && !givenNames.has(next.lower);
  return !isOfInstitution || at > from + 2;
}

/** “Acting Assistant Secretary”: whether a title follows that is nothing else, behind any others. */
function isOffice(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  let at = from;
  while (at <= to && weakTitles.has(tokenAt(tokens, at).lower)) at++;
  return at <= to && isTitleWord(tokens[at], lexicon);
}

function trimmed(
  tokens: readonly Token[],
  { first, last, isTitled }: Piece,
  lexicon: Lexicon,
  isPlace: (at: number) => boolean,
): Piece | undefined {
  let from = first;
  let to = last;
  while (from <= to && isIdle(tokens, from, to, lexicon, isPlace) && !(isTitled && from === to))
    from++;
  while (to > from && isOutside(tokens, to)) to--;
  return from <= to ? { first: from, last: to, isTitled } : undefined;
}

/** “Armenian National Committee of America” */
function hasHeadBeforeOf(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const { shape, lower } = tokenAt(tokens, at);
    if (shape === 'lower' && lower === 'of') return isHead(tokenAt(tokens, at - 1).lower);
  }
  return false;
}

export function isDirection(lower: string): boolean {
  return /^(?:north|south|east|west|(?:north|south)(?:east|west)|(?:north|south|east|west)ern|central|upper|lower|greater|inner|outer|mainland)$/.test(
    lower,
  );
}

/** A word at the end of a sequence that is no part of the name. */
function isOutside(tokens: readonly Token[], at: number): boolean {
  const { shape, gap } = tokenAt(tokens, at);
  // “Chang Kuo-wei” ends small.
  if (shape === 'lower') return gap !== 'none' || !isDash(tokens[at - 1]);
  return isTrailing(tokens[at]) || isOfficers(tokens, at);
}

/** A word at the beginning of a sequence that is no part of the name. */
function isIdle(
  tokens: readonly Token[],
  at: number,
  to: number,
  lexicon: Lexicon,
  isPlace: (at: number) => boolean,
): boolean {
  const token = tokenAt(tokens, at);
  if (token.shape === 'lower' || token.shape === 'mark' || token.shape === 'number') return true;
  if (isPlace(at)) return false;
  const isNamed = isHead(tokens[to]?.lower ?? '') || hasHeadBeforeOf(tokens, at, to);
  if (isDirection(token.lower) && at < to) {
    // “Northern California”, “the Eastern District of Arkansas”.
    const next = tokenAt(tokens, at + 1).lower;
    if (isPlace(at + 1) || isHead(next)) return token.initial && !isPlace(at + 1);
  }
  if (lexicon.isPeople(token)) {
    // “Christian Lindner”
    const isGiven = givenNames.has(token.lower) && at < to && !isTitleWord(tokens[at + 1], lexicon);
    return (!isNamed && !isGiven) || at === to;
  }
  if (at === to) return false;
  if (['the', 'a', 'an', 'both'].includes(token.lower)) return true;
  if (!token.initial) return false;
  return commonWords.has(token.lower)
    ? !(
        isNamed &&
        to > at &&
        !commonWords.has(tokens[at + 1]?.lower ?? '') &&
        isAdjective(token.lower)
      )
    : lexicon.isCommon(token) && !isNamed;
}

/** Common words with which names of institutions begin, too. */
function isAdjective(lower: string): boolean {
  return [
    'international',
    'general',
    'public',
    'special',
    'new',
    'national',
    'first',
    'joint',
    'lunar',
    'solar',
  ].includes(lower);
}

/** “US Ambassadors”: those who hold an office, and not a body of them as the “Council of Ministers”. */
function isOfficers(tokens: readonly Token[], at: number): boolean {
  return officers.has(tokenAt(tokens, at).lower) && tokenAt(tokens, at - 1).shape !== 'lower';
}

export const officers = new Set(
  'ambassadors ministers senators congressmen governors presidents secretaries mayors commissioners'.split(
    ' ',
  ),
);

/** “the Orion Spacecraft”: the kind of thing stays outside. */
function isTrailing(token: Token | undefined): boolean {
  return (
    token !== undefined && ['mission', 'missions', 'probe', 'spacecraft'].includes(token.lower)
  );
}
