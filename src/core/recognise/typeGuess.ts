import type { ProperNoun } from './properNouns';
import { type Token, tokenAt } from './tokens';
import {
  cues,
  givenNames,
  heads,
  newsMedia,
  personNouns,
  portfolios,
  speechVerbs,
  titles,
} from './words';

/** How much speaks for each type. */
export type Votes = Map<string, number>;

export function vote(votes: Votes, type: string, weight: number): void {
  votes.set(type, (votes.get(type) ?? 0) + weight);
}

/** What most speaks for, and how clearly, from 0 to 1. */
export function winnerOf(votes: Votes): { type: string; share: number } {
  let type = 'organization';
  let most = 0;
  let all = 0;
  for (const [one, weight] of votes) {
    all += weight;
    if (weight > most) [type, most] = [one, weight];
  }
  return { type, share: all === 0 ? 0 : most / all };
}

/** What a name itself says of its type. */
export function votesOfName(
  tokens: readonly Token[],
  { first, last, isTitled }: ProperNoun,
  votes: Votes,
): void {
  const own = tokens.slice(first, last + 1);
  const head = headOf(own);
  if (isTitled && !head) vote(votes, 'person', 4);
  if (head) vote(votes, head, 6);
  const isCentre = centres.has(own.at(-1)?.lower ?? '');
  if (isCentre && !own.some(({ shape }) => shape === 'lower')) vote(votes, 'facility', 7);
  const [only] = own;
  if (own.length === 1 && only) votesOfWord(only, votes);
  if (own.length > 1 && isNumbered(own)) vote(votes, 'mission', 3);
  if (own.length === 1 && /\p{L}\d+$/u.test(only?.text ?? '')) vote(votes, 'spacecraft', 1);
  if (!head && looksLikePerson(own)) {
    vote(votes, 'person', givenNames.has(only?.lower ?? '') ? 4 : 0.8);
  }
  vote(votes, 'organization', 1);
}

function votesOfWord({ shape, lower }: Token, votes: Votes): void {
  if (shape === 'upper') vote(votes, 'organization', 1.5);
  if (newsMedia.has(lower)) vote(votes, 'publication', 6);
  if (shape !== 'capital') return;
  for (const [type, list] of heads) if (list.has(lower)) vote(votes, type, 1.5);
}

/** What is as much an institution as the place where it is. */
const centres = new Set(['center', 'centre', 'laboratory']);

/** The noun that says what is named: before “of”, else the last one. */
function headOf(own: readonly Token[]): string | undefined {
  const lowerAt = own.findIndex(({ shape, lower }) => shape === 'lower' && lower !== 'and');
  const candidates =
    lowerAt > 0
      ? [own[lowerAt - 1], own.at(-1)]
      : [own.at(-1), ...(isNumbered(own) ? [own.at(-2)] : [])];
  for (const one of candidates) {
    if (!one || one.shape === 'lower' || (own.length === 1 && one.shape === 'upper')) continue;
    const lower = one.lower;
    for (const [type, list] of heads) if (list.has(lower) && own.length > 1) return type;
  }
  return undefined;
}

/** “Artemis IV”, “Chang’e-7”: a designation with a number. */
function isNumbered(own: readonly Token[]): boolean {
  const last = own.at(-1);
  return last !== undefined && (last.shape === 'number' || /^[IVX]+$/.test(last.text));
}

function looksLikePerson(own: readonly Token[]): boolean {
  if (own.length < 2 || own.length > 4) return false;
  return own.every(
    ({ shape, text, lower }) =>
      (shape === 'capital' && !/\d/.test(text) && !portfolios.has(lower)) ||
      (shape === 'letter' && text.endsWith('.')) ||
      shape === 'lower',
  );
}

/** What stands around a name. */
export function votesOfContext(
  tokens: readonly Token[],
  { first, last }: ProperNoun,
  votes: Votes,
): void {
  const after = wordAfter(tokens, last);
  const second = tokens[last + 2];
  const isDirect = tokens[last + 1]?.shape === 'lower';
  const kind = isDirect ? (cues.get(singular(after)) ?? cues.get(after)) : undefined;
  if (kind) vote(votes, kind, 3);
  else if (isDirect && second?.shape === 'lower') {
    const later = cues.get(second.lower);
    if (later && later !== 'facility' && !/^(?:of|and|the|a|to|in|on|with|for|is|as)$/.test(after))
      vote(votes, later, 1);
  }
  if (tokens[last]?.shape !== 'upper') {
    if (isDirect && speechVerbs.has(after)) vote(votes, 'person', 1);
    const before = tokens[first - 1]?.lower ?? '';
    if (before !== 'told' && speechVerbs.has(before)) vote(votes, 'person', 1);
  }
  if (tokens[last + 1]?.gap === 'space' && isCapitalTitle(tokens[last + 1])) {
    vote(votes, 'organization', 3);
  }
  votesBefore(tokens, first, last, votes);
  votesOfApposition(tokens, last, votes);
}

function votesBefore(tokens: readonly Token[], first: number, last: number, votes: Votes): void {
  const before = tokens[first - 1];
  if (!before || (before.gap === 'break' && before.shape === 'mark')) return;
  const kind = before.shape === 'lower' ? cues.get(before.lower) : undefined;
  if (kind) vote(votes, kind, 1.5);
  const isEnd = ['.', ',', ';', ')'].includes(tokens[last + 1]?.text ?? '.');
  if (before.lower === 'by') vote(votes, 'organization', 1);
  if (/^(?:in|near|at|from)$/.test(before.lower))
    vote(votes, 'place', before.lower === 'in' && isEnd ? 2 : 1);
  if (before.text === '/' || before.text === 'By') vote(votes, 'person', 2);
  if (before.lower === 'the') {
    vote(votes, 'person', -3);
    vote(votes, 'organization', 0.5);
  }
  if (/^(?:aboard|orbit|launch|launched)$/.test(before.lower)) vote(votes, 'spacecraft', 1.5);
  if (/^(?:signed|sign|signing|ratified)$/.test(tokens[first - 2]?.lower ?? ''))
    vote(votes, 'agreement', 0.5);
  if (titles.has(before.lower) && before.shape === 'lower') vote(votes, 'person', 3);
}

/** “Gateway, humanity’s first space station”: the noun of what stands behind a comma. */
function votesOfApposition(tokens: readonly Token[], last: number, votes: Votes): void {
  const comma = tokens[last + 1];
  if (comma?.text !== ',' && comma?.text !== '(') return;
  let isDetermined = false;
  for (let at = last + 2; at < last + 10 && at < tokens.length; at++) {
    const token = tokenAt(tokens, at);
    if (token.shape === 'mark') return;
    if (at === last + 2) {
      isDetermined = /^(?:a|an|the|its|his|her|their)$/.test(token.lower);
      if (/^(?:who|whose)$/.test(token.lower)) vote(votes, 'person', 2);
      if (titles.has(token.lower) && token.shape === 'lower') vote(votes, 'person', 3);
      if (token.shape === 'number' && /^\d\d$/.test(token.text) && tokens[at + 1]?.text === ',')
        vote(votes, 'person', 3);
    }
    if (token.shape === 'possessive') isDetermined = true;
    if (!isDetermined || token.shape !== 'lower') continue;
    if (/^(?:of|for|in|that|which|to|from|with|on|at)$/.test(token.lower)) return;
    const kind = cues.get(token.lower);
    if (kind && !cues.has(tokens[at + 1]?.lower ?? '')) {
      vote(votes, kind, 3);
      return;
    }
    if (titles.has(token.lower) || personNouns.has(token.lower)) {
      vote(votes, 'person', 3);
      return;
    }
  }
}

/** “NASA Administrator”: who has one is no person. */
function isCapitalTitle(token: Token | undefined): boolean {
  return token !== undefined && token.shape !== 'lower' && titles.has(token.lower);
}

function wordAfter(tokens: readonly Token[], last: number): string {
  return tokens[last + 1]?.lower ?? '';
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}
