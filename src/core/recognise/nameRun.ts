import { portfolioEnd } from './portfolio';
import { type Token, isDash, tokenAt } from './tokens';
import { heads, particles, portfolios, reachingHeads } from './words';

/** No name has more words. */
const longestRun = 32;

type Test = (at: number) => boolean;

/** The last token of the capitalised sequence that begins at a token. */
export function runEnd(
  tokens: readonly Token[],
  from: number,
  isTaken: Test,
  isPlace: Test,
): number {
  let last = from;
  while (last - from < longestRun) {
    const next = nextOf(tokens, from, last, isTaken, isPlace);
    if (next < 0 || isTaken(next)) break;
    last = next;
  }
  return last;
}

/** The token that continues a sequence; -1 where none does. */
function nextOf(
  tokens: readonly Token[],
  from: number,
  last: number,
  isTaken: Test,
  isPlace: Test,
): number {
  const token = tokens[last + 1];
  if (!token || token.gap === 'break') return -1;
  if (isCapital(token)) return token.gap === 'space' && !endsSentence(tokens, last) ? last + 1 : -1;
  if (token.shape === 'number')
    return isDesignator(tokens, last + 1) && !isPlace(last) ? last + 1 : -1;
  if (isDash(token)) return behindDash(tokens, last, isPlace);
  if (token.text === '&') return isCapital(tokens[last + 2]) ? last + 2 : -1;
  if (token.shape !== 'lower' || token.gap !== 'space') return -1;
  return behindConnector(tokens, from, last, isTaken, isPlace);
}

function isCapital(token: Token | undefined): boolean {
  return token?.shape === 'capital' || token?.shape === 'upper' || token?.shape === 'letter';
}

/** “in the U.S. The company”: a dotted acronym may end its sentence. */
function endsSentence(tokens: readonly Token[], last: number): boolean {
  const token = tokenAt(tokens, last);
  return (
    /\..*\.$/.test(token.text) &&
    [
      'the',
      'a',
      'an',
      'it',
      'this',
      'that',
      'in',
      'on',
      'he',
      'she',
      'we',
      'they',
      'but',
      'and',
    ].includes(tokens[last + 1]?.lower ?? '')
  );
}

const measured = new Set(
  'people years year days weeks months hours minutes percent per million billion trillion km miles kilometers kilometres meters metres tons tonnes kg countries members nations times times, others more astronauts dollars euros'.split(
    ' ',
  ),
);

/** “Chang’e 7”, “Apollo 11”: a small number that measures nothing. */
function isDesignator(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  if (token.gap !== 'space' || !/^\d{1,3}[A-Z]?$/.test(token.text)) return false;
  const next = tokens[at + 1];
  if (next?.gap === 'none' && ['%', '.', ',', ':', '/'].includes(next.text)) {
    return !/^\d/.test(tokens[at + 2]?.text ?? '') || tokens[at + 2]?.gap !== 'none'
      ? next.text !== '%'
      : false;
  }
  return !measured.has(next?.lower ?? '');
}

/** Words behind a hyphen that describe a name and do not belong to it. */
const describing = new Set(
  'based born led made built backed owned style era like related bound wide funded run controlled sponsored trained educated mediated brokered friendly allied held aligned occupied'.split(
    ' ',
  ),
);

function behindDash(tokens: readonly Token[], last: number, isPlace: Test): number {
  const [dash, next, after] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
  if (dash?.gap !== 'none' || next?.gap !== 'none') return -1;
  if (next.shape === 'number') return last + 2;
  if (isCapital(next)) {
    // “Japan-U.S. ties” are two places; “the U.S.-India Defense Dialogue” is one name.
    const isPair = isPlace(last) || isPlace(last + 2);
    return isPair && !(isCapital(after) && after?.gap === 'space') ? -1 : last + 2;
  }
  if (next.shape !== 'lower' || describing.has(next.lower) || isPlace(last)) return -1;
  return isCapital(after) && after?.gap === 'space' ? last + 2 : -1;
}

const ofNames = new Set(['of', 'for']);
const ofBodies = new Set(['of', 'for', 'on']);
const ofAgreements = new Set('of for on between to concerning with in against'.split(' '));
/** What is set up on a matter. */
const topical = new Set('committee commission council conference forum initiative'.split(' '));

/** Lower-case words that a name may go on behind, and the capital there. */
function behindConnector(
  tokens: readonly Token[],
  from: number,
  last: number,
  isTaken: Test,
  isPlace: Test,
): number {
  const word = tokens[last + 1]?.lower ?? '';
  const before = tokenAt(tokens, last);
  if (particles.has(word) && !isPlace(last)) {
    const next = skip(tokens, last + 1, (one) => particles.has(one.lower));
    if (isName(tokens[next])) return next;
  }
  if (word === 'and') return behindAnd(tokens, from, last, isTaken, isPlace);
  const isReaching = reachingHeads.has(before.lower);
  if (!isReaching && !(isOpen(tokens, from, last) && word === 'of')) return -1;
  const isPortfolio = /^(?:ministry|department|secretariat)$/.test(before.lower);
  const portfolio = isPortfolio ? portfolioEnd(tokens, last + 1) : last + 1;
  if (portfolio > last + 1) return portfolio - 1;
  const isAgreement = heads.get('agreement')?.has(before.lower) === true;
  const allowed = isAgreement ? ofAgreements : topical.has(before.lower) ? ofBodies : ofNames;
  if (!allowed.has(word)) return -1;
  const next = skip(tokens, last + 2, (one) => one.lower === 'the' && one.shape === 'lower');
  return isName(tokens[next]) && !isTaken(next) ? next : -1;
}

function isName(token: Token | undefined): boolean {
  return isCapital(token) && token?.gap === 'space';
}

function skip(
  tokens: readonly Token[],
  from: number,
  isSkipped: (token: Token) => boolean,
): number {
  let at = from;
  for (let token = tokens[at]; token && at - from < 4 && isSkipped(token); token = tokens[at]) at++;
  return at;
}

/** Whether the sequence has an “of” or “for” whose object it is still naming. */
function isOpen(tokens: readonly Token[], from: number, last: number): boolean {
  for (let at = from; at <= last; at++) {
    const { lower, shape } = tokenAt(tokens, at);
    if (
      shape === 'lower' &&
      (lower === 'of' || lower === 'for' || lower === 'on' || lower === 'between')
    )
      return true;
  }
  return false;
}

/**
 * “Power and Propulsion Element”, “Department of Health and Human Services”: an “and” within a name.
 * Between two names it is not.
 */
function behindAnd(
  tokens: readonly Token[],
  from: number,
  last: number,
  isTaken: Test,
  isPlace: Test,
): number {
  const next = last + 2;
  if (!isName(tokens[next]) || isTaken(next) || isPlace(last) || isPlace(next)) return -1;
  const before = tokenAt(tokens, last);
  if (isOpen(tokens, from, last)) {
    return portfolios.has(before.lower) || portfolios.has(tokens[next]?.lower ?? '') ? next : -1;
  }
  if (before.shape === 'upper' || isHead(before.lower) || last - from > 2) return -1;
  let end = next;
  while (isName(tokens[end + 1]) && end - next < 4) end++;
  if (isAcronymOf(tokens, from, end)) return next;
  const isIntroduced = tokens[from - 1]?.lower === 'the' || last > from;
  return isIntroduced && end > next && isHead(tokens[end]?.lower ?? '') ? next : -1;
}

const allHeads = new Set([...heads.values()].flatMap((one) => [...one]));

export function isHead(lower: string): boolean {
  return allHeads.has(lower);
}

/** Whether the acronym of these words stands beside them, one of the two in parentheses. */
function isAcronymOf(tokens: readonly Token[], from: number, last: number): boolean {
  const initials = tokens
    .slice(from, last + 1)
    .map((one) => one.text.charAt(0))
    .join('');
  const bare = initials.replace(/[a-z]/g, '');
  const around = [tokens[from - 2], tokens[last + 2]].map((one) => one?.text ?? '');
  return around.some((one) => one.length > 1 && (one === bare || one === initials.toUpperCase()));
}
