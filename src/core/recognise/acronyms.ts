import type { Span } from '../model';
import type { ProperNoun } from './properNouns';
import type { Token } from './tokens';

/** A full name and its acronym, one of the two in parentheses behind the other. */
export interface AcronymPair {
  readonly full: ProperNoun;
  readonly acronym: ProperNoun;
}

/** An acronym behind a name of several words, of whatever letters: in another language, often. */
export function looseAcronyms(
  tokens: readonly Token[],
  nouns: readonly ProperNoun[],
): AcronymPair[] {
  return nouns.flatMap((acronym, at) => {
    const full = nouns[at - 1];
    if (full === undefined || full.last === full.first) return [];
    if (acronym.first !== acronym.last || acronym.first !== full.last + 2) return [];
    if (tokens[full.last + 1]?.text !== '(') return [];
    return tokens[acronym.first]?.shape === 'upper' ? [{ full, acronym }] : [];
  });
}

/** “European Space Agency (ESA)”, “JAXA (Japan Aerospace Exploration Agency)”. */
export function acronymPairs(
  tokens: readonly Token[],
  nouns: readonly ProperNoun[],
): AcronymPair[] {
  const pairs: AcronymPair[] = [];
  for (let at = 0; at + 1 < nouns.length; at++) {
    const [before, inside] = [nouns[at], nouns[at + 1]];
    if (before === undefined || inside?.first !== before.last + 2) continue;
    if (tokens[before.last + 1]?.text !== '(' || tokens[inside.last + 1]?.text !== ')') continue;
    if (isAcronymOf(tokens, inside, before)) pairs.push({ full: before, acronym: inside });
    else if (isAcronymOf(tokens, before, inside)) pairs.push({ full: inside, acronym: before });
  }
  return pairs;
}

const headWords = new Set(['program', 'programme', 'project', 'initiative', 'campaign']);

/** Whether each capital of a word begins one of the words of a name, in order; one may be missing. */
function isAcronymOf(tokens: readonly Token[], acronym: ProperNoun, full: ProperNoun): boolean {
  if (acronym.last - acronym.first > 2) return false;
  const words = tokens.slice(full.first, full.last + 1).map(({ lower }) => lower);
  return abbreviates(textOf(tokens, acronym), words);
}

function abbreviates(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  if (letters.length < 2 || words.length < 2) return false;
  let matched = 0;
  for (const word of words) if (word.startsWith(letters.charAt(matched) || ' ')) matched++;
  return matched >= Math.max(2, letters.length - 1);
}

/** Whether an acronym has the initials of the last of these words, in order; the last word included. */
export function abbreviatesAll(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.toLowerCase();
  let left = letters.length - 1;
  for (let at = words.length - 1; at >= 0 && left >= 0; at--) {
    if (words[at]?.startsWith(letters.charAt(left))) left--;
    else if (at === words.length - 1) return false;
  }
  return left < 0;
}

function textOf(tokens: readonly Token[], { first, last }: ProperNoun): string {
  return tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join('');
}

/** “Polar Security Cutter (PSC) Program”: the acronym stands within the name. */
export function programmesWithAcronym(
  tokens: readonly Token[],
  nouns: readonly ProperNoun[],
): Span[] {
  return acronymPairs(tokens, nouns).flatMap(({ full, acronym }) => {
    if (acronym.start < full.start) return [];
    const behind = tokens[acronym.last + 2];
    const isHead =
      behind?.gap === 'space' && behind.shape === 'capital' && headWords.has(behind.lower);
    return isHead ? [{ start: full.start, end: behind.end }] : [];
  });
}

/** The acronym that a text introduces in parentheses behind a name, if it is one of that name. */
export function introducedAcronym(text: string, { start, end }: Span): string | undefined {
  const acronym = /^\s{0,2}\((?:the\s)?([\p{Lu}][\p{L}\p{N}-]{1,11})\)/u.exec(
    text.slice(end, end + 20),
  )?.[1];
  if (acronym === undefined) return undefined;
  const words = text
    .slice(start, end)
    .toLowerCase()
    .split(/[\s-]+/);
  return abbreviates(acronym, words) ? acronym : undefined;
}
