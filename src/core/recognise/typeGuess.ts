import { votesOfPlace } from './placeVotes';
import type { ProperNoun } from './properNouns';
import { type Token, isDash, tokenAt } from './tokens';
import { type Votes, vote } from './votes';
import { commonWords, cues, personNouns, speechVerbs, titles } from './words';

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
  // A mission may be called by its probe, but not by its rocket.
  if (kind === 'agreement') vote(votes, kind, 1);
  else if (kind) vote(votes, kind, /^(?:rocket|launcher|booster)s?$/.test(after) ? 4 : 3);
  else if (isDirect) {
    const later = kindBehind(tokens, last);
    if (later && later !== 'facility') vote(votes, later, 1);
  }
  if (tokens[last]?.shape !== 'upper') {
    if (isDirect && speechVerbs.has(after)) vote(votes, ...speaker(second?.lower ?? ''));
    const before = tokens[first - 1]?.lower ?? '';
    if (before !== 'told' && speechVerbs.has(before)) vote(votes, 'person', 1);
  }
  if (tokens[last + 1]?.gap === 'space' && isCapitalTitle(tokens[last + 1])) {
    vote(votes, 'organization', 3);
  }
  votesBefore(tokens, first, last, votes);
  votesOfApposition(tokens, last, votes);
}

const noNoun =
  /^(?:of|and|or|but|the|an?|to|in|on|at|by|with|for|from|is|are|was|were|as|that|which|who|has|have|had|will|would|said|its|their|his|her|\w+ed)$/;

/** “DORN radon detection instrument”: the last of the nouns that stand behind a name. */
function kindBehind(tokens: readonly Token[], last: number): string | undefined {
  for (let at = last + 1; at < last + 5; at++) {
    const { shape, lower } = tokenAt(tokens, at);
    if (shape !== 'lower' || noNoun.test(lower)) return undefined;
    const kind = at > last + 1 ? cues.get(lower) : undefined;
    if (kind) return kind;
  }
  return undefined;
}

/** “Draper said its team”, “Kishida said he”: who speaks of himself says what he is. */
function speaker(pronoun: string): [type: string, weight: number] {
  if (/^(?:it|its|they)$/.test(pronoun)) return ['organization', 3];
  return ['person', /^(?:he|she|his|her|i)$/.test(pronoun) ? 3 : 1];
}

function votesBefore(tokens: readonly Token[], first: number, last: number, votes: Votes): void {
  const before = tokens[first - 1];
  if (!before || (before.gap === 'break' && before.shape === 'mark')) return;
  const kind = before.shape === 'lower' ? cues.get(before.lower) : undefined;
  if (kind) vote(votes, kind, 3);
  else if (before.shape === 'lower' && isPersonNoun(before.lower)) vote(votes, 'person', 2);
  if (before.lower === 'by' && (votes.get('person') ?? 0) <= 0) vote(votes, 'organization', 1);
  votesOfPlace(tokens, first, last, votes);
  const noun = tokens[first - 2];
  const isInserted = before.text === ',' && /^[,.;)]$/.test(tokenAt(tokens, last + 1).text);
  if (isInserted && noun?.shape === 'lower' && isDetermined(tokens, first - 2)) {
    // “his wife, Kate,”
    const kind = cues.get(noun.lower);
    if (kind) vote(votes, kind, 3);
    else if (titles.has(noun.lower) || personNouns.has(noun.lower)) vote(votes, 'person', 3);
  }
  if (before.text === '(' && isDash(tokens[last + 2]) && tokens[last + 2]?.gap === 'space') {
    // “SAN FRANCISCO (AP) —”
    if (tokens[first]?.shape === 'upper') vote(votes, 'publication', 3);
  }
  const isCredit = before.text === '/' && tokens[first]?.shape !== 'upper';
  const isPictured =
    before.lower === 'by' && /^(?:photos?|images?|pictures?|written)$/.test(noun?.lower ?? '');
  if (isCredit || isPictured || before.text === 'By') vote(votes, 'person', 2);
  if (before.lower === 'the') {
    vote(votes, 'person', -3);
    vote(votes, 'organization', 0.5);
  }
  if (/^(?:aboard|orbit|launch|launched)$/.test(before.lower)) vote(votes, 'spacecraft', 1.5);
  if (/^(?:signed|sign|signing|ratified)$/.test(tokens[first - 2]?.lower ?? ''))
    vote(votes, 'agreement', 0.5);
  if (titles.has(before.lower) && before.shape === 'lower') vote(votes, 'person', 3);
}

/** “goalscorer”, “trustee”, “biologist”: what people are called for what they do. */
function isPersonNoun(lower: string): boolean {
  if (personNouns.has(lower)) return true;
  return (
    /(?:[^aeiou]er|[ts]or|ist|man|woman|ress|ee|[ct]ian)$/.test(lower) &&
    lower.length > 5 &&
    !commonWords.has(lower) &&
    !cues.has(lower)
  );
}

/** Whether a noun has an article or a possessive, a few words before it. */
function isDetermined(tokens: readonly Token[], noun: number): boolean {
  for (let at = noun - 1; at >= 0 && noun - at < 5; at--) {
    const { lower, shape } = tokenAt(tokens, at);
    if (/^(?:the|a|an|his|her|their|its|my|our)$/.test(lower) || shape === 'possessive')
      return true;
    if (shape === 'mark') return false;
  }
  return false;
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
