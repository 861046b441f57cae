import type { Span } from '../model';
import type { Lexicon } from './lexicon';
import { runEnd } from './nameRun';
import { type Piece, piecesOf } from './namePieces';
import { isName } from './nameTest';
import { portfolioEnd } from './portfolio';
import { type Token, tokenAt } from './tokens';

/** A name that no registry knows, as the capitals of a text show it. */
export interface ProperNoun extends Span {
  readonly first: number;
  readonly last: number;
  /** It stands behind a title: a person. */
  readonly isTitled: boolean;
}

/**
 * The names of a text by their capitals, where capitals mean something: not in headings, and at the
 * beginning of a sentence only where other evidence supports them.
 *
 * @param isTaken whether a token belongs to something else, as a date
 * @param isPlace whether a token belongs to the name of a place
 */
export function properNouns(
  tokens: readonly Token[],
  lexicon: Lexicon,
  isTaken: (at: number) => boolean,
  isPlace: (at: number) => boolean,
): ProperNoun[] {
  const found: ProperNoun[] = [];
  let isAfterTitle = false;
  for (let at = 0; at < tokens.length;) {
    const token = tokenAt(tokens, at);
    if (!startsName(token) || isTaken(at)) {
      if (token.shape !== 'mark' || token.text !== ',') isAfterTitle = false;
      at++;
      continue;
    }
    const last = runEnd(tokens, at, isTaken, isPlace);
    const pieces = piecesOf(tokens, at, last, lexicon, isAfterTitle, isPlace);
    for (const piece of pieces) {
      if (isName(tokens, piece, lexicon, isPlace)) found.push(nounOf(tokens, piece));
    }
    const endsInTitle = lexicon.isTitle(tokenAt(tokens, last));
    const behind = endsInTitle ? portfolioEnd(tokens, last + 1) : last + 1;
    isAfterTitle = endsInTitle && behind > last + 1;
    at = behind;
  }
  return found;
}

function nounOf(tokens: readonly Token[], { first, last, isTitled }: Piece): ProperNoun {
  const start = tokenAt(tokens, first).start;
  return { first, last, isTitled, start, end: tokenAt(tokens, last).end };
}

function startsName({ shape, titled, lower }: Token): boolean {
  if (lower === 'no.') return false;
  return !titled && (shape === 'capital' || shape === 'upper' || shape === 'letter');
}
