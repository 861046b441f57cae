import type { Span } from '../model';
import { acronymPairs, looseAcronyms, programmesWithAcronym } from './acronyms';
import { Lexicon } from './lexicon';
import { NameTrie } from './nameTrie';
import { gazetteer } from './places';
import { type ProperNoun, properNouns } from './properNouns';
import { quotedTitles } from './quotedTitles';
import { acceptsSpelling, spellingKey } from './spelling';
import { type Token, tokenAt } from './tokens';
import { type Votes, votesOfContext, votesOfName, vote, winnerOf } from './typeGuess';

/** A name that was found without a registry, in one of its places. */
export interface NewName extends Span {
  readonly type: string;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** All places of one name, and what they say of its type. */
interface Known {
  readonly name: string;
  readonly votes: Votes;
  /** How many of its places show by themselves that it is a name. */
  support: number;
}

/**
 * Names by the capitals of the text, agreements by their quoted titles, places by their names; and
 * wherever the text has them again, in headings and at the beginning of sentences too.
 */
export function newNames(
  text: string,
  tokens: readonly Token[],
  taken: readonly Span[],
): NewName[] {
  const lexicon = new Lexicon(tokens);
  const titles = quotedTitles(text);
  const places = placesOf(text);
  const isTaken = covering(tokens, [...taken, ...titles]);
  const isPlace = covering(tokens, places);
  const nouns = properNouns(tokens, lexicon, isTaken, isPlace);
  const names = new NameTrie<Known>();
  const known = new Map<string, Known>();
  for (const noun of nouns) gather(text, tokens, noun, names, known);
  for (const { start, end } of places) {
    const one = known.get(spellingKey(text.slice(start, end)));
    if (one) vote(one.votes, 'place', 5);
  }
  markSeries(known);
  markSurnames(known);
  const groups = grouped(text, tokens, nouns, known);
  const spans: NewName[] = titles.map((span) => ({ ...span, type: 'agreement', confidence: 0.9 }));
  for (const span of places) spans.push({ ...span, type: 'place', confidence: 0.9 });
  for (const noun of nouns) spans.push(proposal(noun, groups(text.slice(noun.start, noun.end))));
  for (const { start, end } of programmesWithAcronym(tokens, nouns)) {
    spans.push({ start, end, type: 'programme', confidence: 0.8 });
  }
  const ends = new Map(nouns.map(({ start, end }) => [start, end]));
  for (const { start, end, values } of names.matches(text, acceptKnown(tokens))) {
    const [one] = values;
    if (one && ends.get(start) !== end) spans.push(proposal({ start, end }, groups(one.name)));
  }
  return spans;
}

function acceptKnown(tokens: readonly Token[]) {
  const initials = new Set(
    tokens.filter(({ initial, titled }) => initial || titled).map(({ start }) => start),
  );
  return (values: readonly Known[], words: string, start: number): readonly Known[] =>
    values.filter(({ name, support }) => {
      if (!acceptsSpelling(name, words)) return false;
      return !initials.has(start) || support > 0 || name.includes(' ');
    });
}

/** What is written like a place is one, unless it is part of a longer name. */
function placesOf(text: string): Span[] {
  const accepts = (names: readonly string[], words: string) =>
    names.filter(
      (name) =>
        acceptsSpelling(name, words) && (/^\p{Lu}/u.test(words) || name.startsWith('lunar ')),
    );
  const named = [...gazetteer().trie.matches(text, accepts)].filter(({ isPlural }) => !isPlural);
  return [...named, ...smallMoons(text)];
}

/** The moon is written small by many. */
function* smallMoons(text: string): Generator<Span> {
  for (const { index } of text.matchAll(/(?<=\b[Tt]he\s)moon(?![\p{L}\p{N}-])/gu)) {
    yield { start: index, end: index + 'moon'.length };
  }
}

function gather(
  text: string,
  tokens: readonly Token[],
  noun: ProperNoun,
  names: NameTrie<Known>,
  known: Map<string, Known>,
): void {
  const name = text.slice(noun.start, noun.end);
  const key = spellingKey(name);
  let one = known.get(key);
  if (!one) {
    one = { name, votes: new Map(), support: 0 };
    known.set(key, one);
    names.add(name, one);
    votesOfName(tokens, noun, one.votes);
  } else if (noun.isTitled) vote(one.votes, 'person', 2);
  if (!tokenAt(tokens, noun.first).initial) one.support++;
  votesOfContext(tokens, noun, one.votes);
}

/** Where there is an “Artemis IV”, “Artemis” is the programme. */
function markSeries(known: ReadonlyMap<string, Known>): void {
  for (const { name, votes } of known.values()) {
    const base = /^(.+?)[\s-](?:[IVX]+|\d{1,3})$/u.exec(name)?.[1];
    const series = base === undefined ? undefined : known.get(spellingKey(base));
    if (series && winnerOf(votes).type === 'mission') vote(series.votes, 'programme', 8);
  }
}

/** A name whose last word stands alone elsewhere is a person’s, if nothing says otherwise. */
function markSurnames(known: ReadonlyMap<string, Known>): void {
  for (const { name, votes } of known.values()) {
    const surname =
      /^\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{Ll}’'-]+)? (\p{Lu}[\p{Ll}’'-]+)$/u.exec(
        name,
      )?.[1];
    if (surname !== undefined && known.has(spellingKey(surname))) vote(votes, 'person', 2);
  }
}

/** Names that are one thing in the text share what is known of their types. */
function grouped(
  text: string,
  tokens: readonly Token[],
  nouns: readonly ProperNoun[],
  known: ReadonlyMap<string, Known>,
): (name: string) => Known {
  const leaders = new Map<string, Known>();
  const join = (name: string, leader: Known) => {
    const own = known.get(spellingKey(name));
    const target = leaders.get(spellingKey(leader.name)) ?? leader;
    if (!own || own === target) return;
    for (const [type, weight] of own.votes)
      vote(target.votes, type, type === 'organization' && /^\p{Lu}+$/u.test(name) ? 0 : weight);
    target.support += own.support;
    leaders.set(spellingKey(name), target);
  };
  for (const { full, acronym } of acronymPairs(tokens, nouns)) {
    const whole = known.get(spellingKey(text.slice(full.start, full.end)));
    if (whole) join(text.slice(acronym.start, acronym.end), whole);
  }
  for (const { full, acronym } of looseAcronyms(tokens, nouns)) {
    const whole = known.get(spellingKey(text.slice(full.start, full.end)));
    const own = known.get(spellingKey(text.slice(acronym.start, acronym.end)));
    if (whole && own) vote(own.votes, winnerOf(whole.votes).type, 3);
  }
  for (const one of known.values()) {
    if (winnerOf(one.votes).type !== 'person') continue;
    const parts = one.name.split(/\s+/);
    if (parts.length < 2 || parts.length > 4) continue;
    for (const part of new Set([parts.at(-1) ?? '', parts[0] ?? ''])) {
      if (known.has(spellingKey(part))) join(part, one);
    }
  }
  return (name) =>
    leaders.get(spellingKey(name)) ??
    known.get(spellingKey(name)) ?? { name, votes: new Map(), support: 0 };
}

function proposal({ start, end }: Span, { votes, support }: Known): NewName {
  const { type, share } = winnerOf(votes);
  const confidence = Math.min(0.95, 0.4 + 0.3 * Math.max(0, share) + 0.05 * Math.min(support, 5));
  return { start, end, type, confidence: Math.round(100 * confidence) / 100 };
}

/** Whether a token stands in one of the spans. */
function covering(tokens: readonly Token[], spans: readonly Span[]): (at: number) => boolean {
  const covered = new Uint8Array(tokens.length);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  tokens.forEach((token, at) => {
    for (let span = sorted[next]; span && span.start <= token.start; span = sorted[++next]) {
      end = Math.max(end, span.end);
    }
    if (token.start < end) covered[at] = 1;
  });
  return (at) => covered[at] === 1;
}
