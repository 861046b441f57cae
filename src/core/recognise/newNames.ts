import type { Span } from '../model';
import { programmesWithAcronym } from './acronyms';
import { Lexicon } from './lexicon';
import { grouped } from './nameGroups';
import { type Known, gather, wordsOf } from './nameRecord';
import { NameTrie } from './nameTrie';
import { gazetteer } from './places';
import { properNouns } from './properNouns';
import { quotedTitles } from './quotedTitles';
import { shortForms } from './shortForms';
import { acceptsSpelling, spellingKey } from './spelling';
import { statesAbbreviated } from './statesAbbreviated';
import { markByText, surnamesOf, surnamesWithParticles } from './textEvidence';
import type { Token } from './tokens';
import { vote, winnerOf } from './votes';

/** A name that was found without a registry, in one of its places. */
export interface NewName extends Span {
  readonly type: string;
  /** From 0 to 1. */
  readonly confidence: number;
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
  const states = statesAbbreviated(tokens);
  const places = [...placesOf(text), ...states];
  const isTaken = covering(tokens, [...taken, ...titles, ...states]);
  const isPlace = covering(tokens, places);
  const found = properNouns(tokens, lexicon, isTaken, isPlace);
  const shorts = shortForms(tokens, found);
  const nouns = [...found, ...shorts.map(({ short }) => short)].sort((a, b) => a.start - b.start);
  const names = new NameTrie<Known>();
  const known = new Map<string, Known>();
  const records = new Map(
    nouns.map((noun) => [noun, gather(text, tokens, noun, names, known)] as const),
  );
  const surnames = surnamesOf(known);
  for (const { start, end } of places) {
    const one = known.get(spellingKey(text.slice(start, end)));
    if (one && !surnames.has(one.name)) vote(one.votes, 'place', 5);
  }
  const gathered = { tokens, nouns, shorts, known, records, isPlace };
  markByText(gathered);
  for (const { name, person } of surnamesWithParticles(known)) names.add(name, person);
  const groups = grouped(gathered);
  const spans: NewName[] = titles.map((span) => ({ ...span, type: 'agreement', confidence: 0.9 }));
  for (const span of places) {
    if (!surnames.has(wordsOf(text, span))) spans.push({ ...span, type: 'place', confidence: 0.9 });
  }
  for (const [noun, one] of records) spans.push(proposal(noun, groups(one)));
  for (const { start, end } of programmesWithAcronym(tokens, nouns)) {
    spans.push({ start, end, type: 'programme', confidence: 0.8 });
  }
  const ends = new Map(nouns.map(({ start, end }) => [start, end]));
  for (const { start, end, values, isPlural } of names.matches(text, acceptKnown(tokens))) {
    const [one] = values;
    // “lifetime achievement awards” are not the one that has the name.
    if (isPlural && !/(?:^|\P{L})\p{Lu}\S*$/u.test(text.slice(start, end))) continue;
    if (one && ends.get(start) !== end) spans.push(proposal({ start, end }, groups(one)));
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
