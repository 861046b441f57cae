import type { Registry } from '../corpus/registry';
import type { Entity } from '../model';
import { foldName, foldWords } from './foldName';

export interface Candidate {
  readonly entity: Entity;
  /** From 0 (nothing in common) to 1 (the same name, whatever its spelling). */
  readonly score: number;
  /** The one of its names that is the likest; its id does not count. */
  readonly name: string;
  /** Whether each word of the text begins a word of that name. */
  readonly begins: boolean;
}

/** No name is longer; a selection may be the whole source, and every name is compared with it. */
const scoredLength = 200;

const byName = new Intl.Collator('en');

/** The entities that are wanted, all by default: the likeliest meaning of the text first, then by name. */
export function rankEntities(
  registry: Registry,
  text: string,
  isWanted: (candidate: Candidate) => boolean = () => true,
): Candidate[] {
  const wanted = describeWanted(text.trim().slice(0, scoredLength));
  return [...registry.entities.values()]
    .map((entity) => scoreEntity(entity, wanted))
    .filter(isWanted)
    .sort((a, b) => b.score - a.score || byName.compare(a.entity.name, b.entity.name));
}

/** How alike two names are, from 0 (nothing in common) to 1 (the same, whatever the spelling). */
export function likenessOf(a: string, b: string): number {
  return scoreName(
    describeName(a.slice(0, scoredLength)),
    describeWanted(b.slice(0, scoredLength)),
  );
}

/** A name as it is compared. */
interface Name {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
}

/** What is looked for: the same, made for being held against many names. */
interface Wanted extends Name {
  /** How often each pair of letters stands in it. */
  readonly pairs: ReadonlyMap<string, number>;
}

/** An entity's names are compared at each letter that is typed. */
const namesOf = new WeakMap<Entity, readonly Name[]>();

function describeName(text: string): Name {
  return { text, folded: foldName(text), words: [...new Set(foldWords(text))] };
}

function describeWanted(text: string): Wanted {
  const name = describeName(text);
  const pairs = new Map<string, number>();
  for (const pair of pairsOf(name.folded)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return { ...name, pairs };
}

function scoreEntity(entity: Entity, wanted: Wanted): Candidate {
  let best: Candidate = { entity, score: 0, name: entity.name, begins: false };
  if (wanted.folded === '') return best;
  let names = namesOf.get(entity);
  if (!names) {
    names = [entity.name, ...entity.aliases].map(describeName);
    namesOf.set(entity, names);
  }
  for (const name of names) {
    const score = scoreName(name, wanted);
    const begins = beginsWords(name, wanted);
    const isBetter = begins === best.begins ? score > best.score : begins;
    if (isBetter) best = { entity, score: Math.max(score, best.score), name: name.text, begins };
    else if (score > best.score) best = { ...best, score };
  }
  const byId = scoreName(describeName(entity.id), wanted);
  return byId > best.score ? { ...best, score: byId } : best;
}

function beginsWords({ folded, words }: Name, wanted: Wanted): boolean {
  if (folded.startsWith(wanted.folded)) return true;
  return wanted.words.every((one) => words.some((word) => word.startsWith(one)));
}

function scoreName(name: Name, wanted: Wanted): number {
  if (name.folded === wanted.folded) return 1;
  if (name.folded === '') return 0;
  const shared = wanted.words.filter((word) => name.words.includes(word)).length;
  const dice = (2 * shared) / (wanted.words.length + name.words.length);
  const [short, long] =
    name.folded.length < wanted.folded.length
      ? [name.folded, wanted.folded]
      : [wanted.folded, name.folded];
  const within = long.includes(short) ? short.length / long.length : 0;
  return 0.9 * Math.max(dice, within, 0.8 * pairDice(name.folded, wanted));
}

/** How many letter pairs two names share: finds a name under a misspelling. */
function pairDice(name: string, { folded, pairs }: Wanted): number {
  const counted = new Map<string, number>();
  let shared = 0;
  for (const pair of pairsOf(name)) {
    const most = pairs.get(pair);
    if (most === undefined) continue;
    const count = (counted.get(pair) ?? 0) + 1;
    if (count <= most) shared++;
    counted.set(pair, count);
  }
  const length = name.length + folded.length - 2;
  return length > 0 ? (2 * shared) / length : 0;
}

function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let at = 0; at + 2 <= text.length; at++) pairs.push(text.slice(at, at + 2));
  return pairs;
}
