import { abbreviatesAll } from './acronyms';
import { portfolioEnd } from './portfolio';
import { type Token, isDash, tokenAt } from './tokens';
import { commonWords, heads, particles, portfolios, reachingHeads, titles } from './words';

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
    return (isDesignator(tokens, last + 1) && !isPlace(last)) || isEdition(tokens, from, last)
      ? last + 1
      : -1;
  if (isDash(token)) return behindDash(tokens, from, last, isPlace);
  if (token.shape === 'possessive') return behindPossessive(tokens, last);
  if (token.text === ',') return behindComma(tokens, last);
  if (token.text === '.') return behindPoint(tokens, last);
  if (token.text === '&') return isCapital(tokens[last + 2]) ? last + 2 : -1;
  if (token.shape !== 'lower' || token.gap !== 'space') return -1;
  return behindConnector(tokens, from, last, isTaken, isPlace);
}

function isCapital(token: Token | undefined): boolean {
  if (token?.lower === 'no.') return false;
  return token?.shape === 'capital' || token?.shape === 'upper' || token?.shape === 'letter';
}

/** What a comma parts from the name that it belongs to. */
const suffixes = new Set('inc inc. llc llp ltd ltd. lp plc gmbh jr jr. sr sr.'.split(' '));

/** “Orbit Beyond, Inc.”, “Joseph R. Biden, Jr.” */
function behindComma(tokens: readonly Token[], last: number): number {
  const suffix = tokens[last + 2];
  return isCapital(suffix) && suffixes.has(suffix?.lower ?? '') ? last + 2 : -1;
}

/** “Soyuz-2.1b”: a number goes on behind a point. */
function behindPoint(tokens: readonly Token[], last: number): number {
  const [number, point, fraction] = [tokens[last], tokens[last + 1], tokens[last + 2]];
  const isNumber = number?.shape === 'number' && fraction?.shape === 'number';
  return isNumber && point?.gap === 'none' && fraction.gap === 'none' ? last + 2 : -1;
}

/** Whose institutions are called after them. */
const owners = new Set(
  `people women men children workers veterans farmers teachers writers journalists consumers
lawyers citizens pensioners owners employers`.split(/\s+/),
);

/** “the Sheriff’s Office”, “the Children’s Fund”: a possessive within a name. */
function behindPossessive(tokens: readonly Token[], last: number): number {
  const { lower } = tokenAt(tokens, last);
  if (!owners.has(lower) && !titles.has(lower)) return -1;
  const [next, after] = [tokens[last + 2], tokens[last + 3]];
  if (!isName(next)) return -1;
  const isInstitution = isHead(next?.lower ?? '') || (isName(after) && isHead(after?.lower ?? ''));
  return isInstitution ? last + 2 : -1;
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
  // “Port United 2-1” is a score.
  if (isDash(next) && next?.gap === 'none' && tokens[at + 2]?.shape === 'number') return false;
  if (next?.gap === 'none' && ['%', '.', ',', ':', '/'].includes(next.text)) {
    return !/^\d/.test(tokens[at + 2]?.text ?? '') || tokens[at + 2]?.gap !== 'none'
      ? next.text !== '%'
      : false;
  }
  return !measured.has(next?.lower ?? '');
}

/** “World Expo 2030”: an event’s year. */
function isEdition(tokens: readonly Token[], from: number, last: number): boolean {
  const year = tokenAt(tokens, last + 1);
  if (year.gap !== 'space' || !/^(?:19|20)\d\d$/.test(year.text)) return false;
  const events = heads.get('event');
  return tokens.slice(from, last + 1).some(({ lower }) => events?.has(lower) === true);
}

/** Words behind a hyphen that describe a name and do not belong to it. */
const describing = new Set(
  'based born led made built backed owned style era like related bound wide funded run controlled sponsored trained educated mediated brokered friendly allied held aligned occupied area winning level class type linked'.split(
    ' ',
  ),
);

function behindDash(tokens: readonly Token[], from: number, last: number, isPlace: Test): number {
  const [dash, next, after] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
  if (dash?.gap !== 'none' || next?.gap !== 'none') return -1;
  if (next.shape === 'number') return last + 2;
  if (isCapital(next)) {
    // “Japan-U.S. ties” are two places; “the U.S.-India Defense Dialogue” is one name.
    if (isCombining(tokenAt(tokens, last).lower)) return last + 2;
    const isPair = isPlace(last) || isPlace(last + 2);
    return isPair && !(isCapital(after) && after?.gap === 'space') ? -1 : last + 2;
  }
  if (next.shape !== 'lower' || describing.has(next.lower) || isPlace(last)) return -1;
  if (isCapital(after) && after?.gap === 'space') return last + 2;
  return isGivenName(tokens, from, last) ? last + 2 : -1;
}

/** “Chang Kuo-wei”, “Ban Ki-moon”: a given name of two syllables behind a surname. */
function isGivenName(tokens: readonly Token[], from: number, last: number): boolean {
  const [surname, first, second] = [tokens[last - 1], tokens[last], tokens[last + 2]];
  if (last <= from || surname?.shape !== 'capital' || first?.shape !== 'capital') return false;
  const isShort = first.text.length < 6 && (second?.text.length ?? 9) < 6;
  return isShort && surname.text.length < 6 && !commonWords.has(second?.lower ?? '');
}

/** “Indo-Pacific”, “Euro-Atlantic”: the form that words take before a hyphen. */
function isCombining(lower: string): boolean {
  return /^[a-z]{2,5}o$/.test(lower);
}

const ofNames = new Set(['of', 'for']);
const ofBodies = new Set(['of', 'for', 'on']);
const ofAgreements = new Set('of for on between to concerning with in against'.split(' '));
/** What is set up on a matter. */
const topical = new Set(
  'committee commission council conference forum initiative group caucus force panel partnership dialogue coalition network'.split(
    ' ',
  ),
);
const awards = new Set(['prize', 'award', 'awards']);
const ofAwards = new Set(['of', 'for', 'in']);

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
  const ofBody = topical.has(before.lower) ? ofBodies : ofNames;
  const allowed = isAgreement ? ofAgreements : awards.has(before.lower) ? ofAwards : ofBody;
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
    if (isAbbreviated(tokens, from, next)) return next;
    return portfolios.has(before.lower) || portfolios.has(tokens[next]?.lower ?? '') ? next : -1;
  }
  const words = tokens.slice(from, last + 1).filter(({ shape }) => shape !== 'mark').length;
  if (before.shape === 'upper' || isHead(before.lower) || words > 3) return -1;
  const end = phraseEnd(tokens, next);
  if (isAcronymOf(tokens, from, end)) return next;
  // “General Atomics and Spaceflight Industries” are two, “Oceanic and Atmospheric Administration” is one.
  const isMatter = portfolios.has(before.lower) && portfolios.has(tokens[next]?.lower ?? '');
  const isAdjective = /(?:ic|al|ive|ary|ous|ing|ion)$/.test(before.lower);
  const isIntroduced =
    tokens[from - 1]?.lower === 'the' || (last > from && (isAdjective || isMatter));
  return isIntroduced && end > next && isHead(tokens[end]?.lower ?? '') ? next : -1;
}

/** The last of the capitals from a token on: “Co-operation Agreement”. */
function phraseEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  while (end - from < 6) {
    const isJoined = isDash(tokens[end + 1]) && tokens[end + 1]?.gap === 'none';
    if (isJoined && tokens[end + 2]?.gap === 'none') end += 2;
    else if (isName(tokens[end + 1])) end++;
    else break;
  }
  return end;
}

/** Whether the capitals from here on end in an acronym that takes initials of all of them. */
function isAbbreviated(tokens: readonly Token[], from: number, next: number): boolean {
  const end = phraseEnd(tokens, next);
  if (tokens[end + 1]?.text !== '(' || tokens[end + 3]?.text !== ')') return false;
  const words = tokens.slice(from, end + 1).filter(({ shape }) => shape !== 'mark');
  return abbreviatesAll(
    tokens[end + 2]?.text ?? '',
    words.map(({ lower }) => lower),
  );
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
