import type { Lexicon } from './lexicon';
import { isHead } from './nameRun';
import { type Token, tokenAt } from './tokens';
import { commonWords, givenNames, titles, weakTitles } from './words';

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
    if (!isTitle(tokens, from, at, to)) continue;
    if (at > first) pieces.push({ first, last: at - 1, isTitled });
    while (at <= to && isTitleWord(tokens[at])) at++;
    first = at;
    at--;
    isTitled = true;
  }
  if (first <= to) pieces.push(...withoutEmployer(tokens, { first, last: to, isTitled }));
  return pieces.flatMap((piece) => trimmed(tokens, piece, lexicon, isPlace) ?? []);
}

/** “at Roscosmos Sergey Savelyev”: one name runs into the next. */
function withoutEmployer(tokens: readonly Token[], piece: Piece): Piece[] {
  const { first, last, isTitled } = piece;
  const [one, two] = [tokens[first], tokens[first + 1]];
  const isPerson = last === first + 2 && givenNames.has(two?.lower ?? '');
  if (!isPerson || one?.shape === 'letter' || givenNames.has(one?.lower ?? '')) return [piece];
  if (isHead(tokens[last]?.lower ?? '')) return [piece];
  return [
    { first, last: first, isTitled: false },
    { first: first + 1, last, isTitled },
  ];
}

function isTitleWord(token: Token | undefined): boolean {
  return token !== undefined && token.shape !== 'lower' && titles.has(bare(token));
}

function bare({ lower }: Token): string {
  return lower.replace(/\.$/, '');
}

/** Whether a title stands here, and not a word of a name like “General Motors”, “King County”. */
function isTitle(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  const token = tokenAt(tokens, at);
  if (!isTitleWord(token)) return false;
  const next = at < to ? tokens[at + 1] : undefined;
  if (weakTitles.has(token.lower))
    return next !== undefined && isTitleWord(next) && !weakTitles.has(next.lower);
  if (next && isTitleWord(next)) return true;
  const end = tokenAt(tokens, to);
  const isOfInstitution = next !== undefined && isHead(end.lower) && !givenNames.has(next.lower);
  return !isOfInstitution || at > from + 2;
}

function trimmed(
  tokens: readonly Token[],
  { first, last, isTitled }: Piece,
  lexicon: Lexicon,
  isPlace: (at: number) => boolean,
): Piece | undefined {
  let from = first;
  let to = last;
  while (from <= to && isIdle(tokens, from, to, lexicon, isPlace)) from++;
  while (to > from && (isTrailing(tokens[to]) || tokens[to]?.shape === 'lower')) to--;
  return from <= to ? { first: from, last: to, isTitled } : undefined;
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
  const isNamed = isHead(tokens[to]?.lower ?? '');
  if (lexicon.isPeople(token)) return !isNamed || at === to;
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

/** “the Orion Spacecraft”: the kind of thing stays outside. */
function isTrailing(token: Token | undefined): boolean {
  return (
    token !== undefined && ['mission', 'missions', 'probe', 'spacecraft'].includes(token.lower)
  );
}
