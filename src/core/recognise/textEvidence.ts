import { listsOf } from './likeness';
import type { Known, KnownNamesOf } from './nameRecord';
import { isDirection } from './namePieces';
import type { ProperNoun } from './properNouns';
import { spellingKey } from './spelling';
import type { ShortForm } from './shortForms';
import { type Token, isDash, tokenAt } from './tokens';
import { vote, winnerOf } from './votes';
import { givenNames } from './words';

/** A text whose names are gathered. */
export interface Gathered {
  readonly tokens: readonly Token[];
  readonly nouns: readonly ProperNoun[];
  readonly shorts: readonly ShortForm[];
  readonly known: KnownNamesOf;
  /** The name of which each is a place. */
  readonly records: ReadonlyMap<ProperNoun, Known>;
  /** Whether a token belongs to the name of a place. */
  readonly isPlace: (at: number) => boolean;
}

/** What the whole text says of the types of its names, beyond each place by itself. */
export function markByText(gathered: Gathered): void {
  const { shorts, known, records } = gathered;
  for (const { short, full } of shorts) {
    const [one, whole] = [records.get(short), records.get(full)];
    if (one && whole) vote(one.votes, winnerOf(whole.votes).type, 6);
  }
  markSeries(known);
  markSurnames(known);
  for (const [noun, one] of records) markBesidePlace(gathered, noun, one);
  markLists(gathered);
}

/** Names of places that are people’s in this text: “Bob Wellington”, and then “Wellington”. */
export function surnamesOf(known: KnownNamesOf): Set<string> {
  const surnames = new Set<string>();
  for (const { name, votes, isTitled } of known.values()) {
    const words = name.split(/\s+/);
    const isPerson = isGivenName(words[0]) && winnerOf(votes).type === 'person';
    if (words.length === 1 ? isTitled : isPerson) surnames.add(words.at(-1) ?? '');
  }
  return surnames;
}

function isGivenName(word = ''): boolean {
  return givenNames.has(word.toLowerCase());
}

/** “Central Europe”, “Indo-Pacific”; “Methuen, Massachusetts”; “Japan’s Kei Nishikori”. */
function markBesidePlace(
  { tokens, isPlace }: Gathered,
  { first, last, isTitled }: ProperNoun,
  { votes }: Known,
): void {
  if (isPartOfPlace(tokens, first, last, isPlace)) vote(votes, 'place', 6);
  const behind = tokenAt(tokens, last + 1);
  const isBeside = behind.text === ',' || behind.text === '(';
  if (isBeside && isPlace(last + 2) && !isTitled && endsBehind(tokens, last + 2, isPlace))
    vote(votes, 'place', 1.5);
  const isOwned = tokenAt(tokens, first - 1).shape === 'possessive' && isPlace(first - 2);
  if (isOwned && last > first && (votes.get('person') ?? 0) > 0) vote(votes, 'person', 0.5);
}

/** Whether a mark ends what begins with a place: “Methuen, Massachusetts, is”, and not “Orvel, Japan is”. */
function endsBehind(
  tokens: readonly Token[],
  from: number,
  isPlace: (at: number) => boolean,
): boolean {
  let at = from;
  while (isPlace(at)) at++;
  const { shape, gap } = tokenAt(tokens, at);
  const isAbbreviated = tokenAt(tokens, at - 1).text.endsWith('.');
  return isAbbreviated || shape === 'mark' || shape === 'possessive' || gap === 'break';
}

function isPartOfPlace(
  tokens: readonly Token[],
  first: number,
  last: number,
  isPlace: (at: number) => boolean,
): boolean {
  const isPart = isDirection(tokenAt(tokens, first).lower);
  const isJoined = isDash(tokens[first + 1]) && !isPlace(first);
  if (first === last || (!isPart && !isJoined)) return false;
  let at = first + (isJoined ? 2 : 1);
  while (at <= last && isPlace(at)) at++;
  return at > last;
}

/** What stands in one list is of one kind: who says of itself what it is says it of the others. */
function markLists({ tokens, nouns, records }: Gathered): void {
  const votes: [Known, string, number][] = [];
  for (const list of listsOf(tokens, nouns)) {
    const members = list.flatMap((noun) => records.get(noun) ?? []);
    const weight = members.length > 2 ? 1.5 : 1.2;
    const types = members.map((one) => evidentType(one));
    for (const [at, one] of members.entries()) {
      const others = new Set(types.filter((type, other) => other !== at && type !== undefined));
      const [type] = others;
      if (others.size === 1 && type !== undefined) votes.push([one, type, weight]);
    }
  }
  for (const [one, type, weight] of votes) vote(one.votes, type, weight);
}

/** The type that more speaks for than a guess. */
function evidentType({ votes }: Known): string | undefined {
  const { type, share } = winnerOf(votes);
  return (votes.get(type) ?? 0) >= 2 && share > 0.6 ? type : undefined;
}

/** Where there is an “Artemis IV”, “Artemis” is the programme; with “Boeing Co”, “Boeing” is a company. */
function markSeries(known: KnownNamesOf): void {
  for (const { name, votes } of known.values()) {
    const base = /^(.+?)[\s-](?:[IVX]+|\d{1,3})$/u.exec(name)?.[1];
    const series = base === undefined ? undefined : known.get(spellingKey(base));
    if (series && winnerOf(votes).type === 'mission') vote(series.votes, 'programme', 8);
    const brand = /^(\S+)\s/u.exec(name)?.[1];
    const company = brand === undefined ? undefined : known.get(spellingKey(brand));
    if (company && (votes.get('organization') ?? 0) > 5) vote(company.votes, 'organization', 2);
  }
}

/** A name whose last word stands alone elsewhere is a person’s, if nothing says otherwise. */
function markSurnames(known: KnownNamesOf): void {
  for (const { name, votes } of known.values()) {
    const surname =
      /^\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{Ll}’'-]+)? (\p{Lu}[\p{Ll}’'-]+)$/u.exec(
        name,
      )?.[1];
    if (surname !== undefined && known.has(spellingKey(surname))) vote(votes, 'person', 2);
  }
}

/** “Staffan de Mistura”, and then “de Mistura”: a surname with its particles, and whose it is. */
export function surnamesWithParticles(known: KnownNamesOf): { name: string; person: Known }[] {
  return [...known.values()].flatMap((person) => {
    const name = /\s((?:\p{Ll}+\s)+\p{Lu}\S+)$/u.exec(person.name)?.[1];
    const isPerson = name !== undefined && winnerOf(person.votes).type === 'person';
    return isPerson ? [{ name, person }] : [];
  });
}
