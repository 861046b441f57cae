import { abbreviatesAll } from './acronyms';
import { type Token, tokenAt } from './tokens';
import { titles } from './words';

/** What a text itself says of its acronyms: which of them name nothing. */
export interface CommonAcronyms {
  /** Short for common nouns: “memorandum of understanding (MOU)”, “two MOUs”, “an MOU on”. */
  readonly nouns: ReadonlySet<string>;
  /** Short for a name: “European Solar Telescope (EST)”. */
  readonly names: ReadonlySet<string>;
  /** Short for an office: “National Security Advisor (NSA)”. */
  readonly titles: ReadonlySet<string>;
}

const longestExpansion = 12;

export function commonAcronyms(tokens: readonly Token[]): CommonAcronyms {
  const nouns = new Set<string>();
  const names = new Set<string>();
  const offices = new Set<string>();
  tokens.forEach((token, at) => {
    if (!isAcronym(token)) return;
    if (isPlural(token.text)) nouns.add(token.text.slice(0, -1));
    else if (isIndefinite(tokens, at)) nouns.add(token.text);
    if (tokens[at - 1]?.text !== '(' || tokens[at + 1]?.text !== ')') return;
    if (abbreviatesBefore(tokens, at, ({ shape }) => shape === 'lower')) nouns.add(token.text);
    else if (abbreviatesBefore(tokens, at, () => true)) names.add(token.text);
    const isOffice = titles.has(tokens[at - 2]?.lower ?? '');
    if (isOffice && abbreviatesBefore(tokens, at, () => true)) offices.add(token.text);
  });
  for (const name of names) nouns.delete(name);
  return { nouns, names, titles: offices };
}

/** “MOU”, “MoU”, “MOUs”. */
function isAcronym({ shape, text }: Token): boolean {
  if (text.length > 7 || (shape !== 'upper' && shape !== 'capital')) return false;
  return /^\p{Lu}\p{L}{0,4}\p{Lu}s?$/u.test(text);
}

/** Names have no plural. */
export function isPlural(acronym: string): boolean {
  return /^\p{Lu}\p{L}{0,4}\p{Lu}s$/u.test(acronym);
}

const one = new Set('a an another every each this'.split(' '));
const behindNoun = new Set(
  `on in at of for to by with from and or but that which who is was were has had will would can could
may must should . , ; )`.split(/\s+/),
);

/** “an MOU on cooperation”: with an indefinite article, and no noun that it belongs to. */
function isIndefinite(tokens: readonly Token[], at: number): boolean {
  const before = tokenAt(tokens, at - 1);
  if (before.shape === 'mark' || !one.has(before.lower) || tokenAt(tokens, at).gap !== 'space')
    return false;
  return behindNoun.has(tokenAt(tokens, at + 1).lower);
}

/** Whether an acronym in parentheses takes the initials of the words before them. */
function abbreviatesBefore(
  tokens: readonly Token[],
  at: number,
  accepts: (token: Token) => boolean,
): boolean {
  const words: string[] = [];
  for (let back = at - 2; back >= 0 && words.length < longestExpansion; back--) {
    const token = tokenAt(tokens, back);
    if (token.shape === 'mark' && token.text !== '-') break;
    if (token.shape === 'mark') continue;
    if (!accepts(token)) break;
    words.unshift(token.lower);
  }
  return abbreviatesAll(tokenAt(tokens, at).text, words);
}
