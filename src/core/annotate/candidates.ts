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
  return scoreEntities(registry, text)
    .filter(isWanted)
    .sort((a, b) => b.score - a.score || byName.compare(a.entity.name, b.entity.name));
}

/** How likely each entity is what the text means, in the registry's order. */
export function scoreEntities(registry: Registry, text: string): Candidate[] {
  const wanted = describeWanted(text.trim().slice(0, scoredLength));
  return Array.from(registry.entities.values(), (entity) => scoreEntity(entity, wanted));
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
  readonly pairs: ReadonlyMap<number, number>;
}

/** By what an entity is known. */
interface Known {
  readonly names: readonly Name[];
  readonly id: Name;
}

/** An entity's names are compared at each letter that is typed. */
const knownAs = new WeakMap<Entity, Known>();

function describeName(text: string): Name {
  return { text, folded: foldName(text), words: [...new Set(foldWords(text))] };
}

function describeWanted(text: string): Wanted {
  const name = describeName(text);
  const pairs = new Map<number, number>();
  for (let at = 1; at < name.folded.length; at++) {
    const pair = pairAt(name.folded, at);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { ...name, pairs };
}

function scoreEntity(entity: Entity, wanted: Wanted): Candidate {
  let best: Candidate = { entity, score: 0, name: entity.name, begins: false };
  if (wanted.folded === '') return best;
  const { names, id } = known(entity);
  for (const name of names) {
    const score = scoreName(name, wanted);
    const begins = beginsWords(name, wanted);
    const isBetter = begins === best.begins ? score > best.score : begins;
    if (isBetter) best = { entity, score: Math.max(score, best.score), name: name.text, begins };
    else if (score > best.score) best = { ...best, score };
  }
  const byId = scoreName(id, wanted);
  return byId > best.score ? { ...best, score: byId } : best;
}

function known(entity: Entity): Known {
  const found = knownAs.get(entity);
  if (found) return found;
  const names = [entity.name, ...entity.aliases].map(describeName);
  const made = { names, id: describeName(entity.id) };
  knownAs.set(entity, made);
  return made;
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
  let counted: Map<number, number> | undefined;
  let shared = 0;
  for (let at = 1; at < name.length; at++) {
    const pair = pairAt(name, at);
    const most = pairs.get(pair);
    if (most === undefined) continue;
    counted ??= new Map();
    const count = (counted.get(pair) ?? 0) + 1;
    if (count <= most) shared++;
    counted.set(pair, count);
  }
  const length = name.length + folded.length - 2;
  return length > 0 ? (2 * shared) / length : 0;
}

/** The letter at a place and the one before it, as one number. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at - 1) * 0x1_0000 + text.charCodeAt(at);
}
