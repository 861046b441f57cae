import type { Span } from '../model';
import type { NameTrie } from './nameTrie';
import type { ProperNoun } from './properNouns';
import { spellingKey } from './spelling';
import { type Token, tokenAt } from './tokens';
import { votesOfName } from './ownType';
import { votesOfContext } from './typeGuess';
import { type Votes, vote } from './votes';

/** All places of one name, and what they say of its type. */
export interface Known {
  readonly name: string;
  readonly votes: Votes;
  /** Whether it stands behind a title anywhere. */
  isTitled: boolean;
  /** How many of its places show by themselves that it is a name. */
  support: number;
}

/** The names of a text, by their keys. */
export type KnownNamesOf = ReadonlyMap<string, Known>;

/** Adds a place of a name, with its evidence; the name. */
export function gather(
  text: string,
  tokens: readonly Token[],
  noun: ProperNoun,
  names: NameTrie<Known>,
  known: Map<string, Known>,
): Known {
  const name = text.slice(noun.start, noun.end);
  const key = spellingKey(name);
  let one = known.get(key);
  if (!one) {
    one = { name, votes: new Map(), isTitled: false, support: 0 };
    known.set(key, one);
    names.add(name, one);
    votesOfName(tokens, noun, one.votes);
  } else if (noun.isTitled) vote(one.votes, 'person', 2);
  if (noun.isTitled) one.isTitled = true;
  if (!tokenAt(tokens, noun.first).initial) one.support++;
  votesOfContext(tokens, noun, one.votes);
  return one;
}

export function wordsOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
