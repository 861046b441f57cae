import type { Registry } from '../corpus/registry';
import type { Entity } from '../model';
import { foldName, foldWords } from './foldName';

export interface Candidate {
  readonly entity: Entity;
  /** From 0 (nothing in common) to 1 (the same name, whatever its spelling). */
  readonly score: number;
}

/** No name is longer; a selection may be the whole source, and every name is compared with it. */
const scoredLength = 200;

/** Every entity of the registry, the likeliest meaning of the text first, then by name. */
export function rankEntities(registry: Registry, text: string): Candidate[] {
  const wanted = describeName(text.trim().slice(0, scoredLength));
  return [...registry.entities.values()]
    .map((entity) => ({ entity, score: scoreEntity(entity, wanted) }))
    .sort((a, b) => b.score - a.score || a.entity.name.localeCompare(b.entity.name, 'en'));
}

interface Name {
  readonly folded: string;
  readonly words: ReadonlySet<string>;
}

function describeName(text: string): Name {
  return { folded: foldName(text), words: new Set(foldWords(text)) };
}

function scoreEntity(entity: Entity, wanted: Name): number {
  if (wanted.folded === '') return 0;
  const names = [entity.name, ...entity.aliases, entity.id];
  return Math.max(...names.map((name) => scoreName(describeName(name), wanted)));
}

function scoreName(name: Name, wanted: Name): number {
  if (name.folded === wanted.folded) return 1;
  if (name.folded === '') return 0;
  const shared = [...wanted.words].filter((word) => name.words.has(word)).length;
  const dice = (2 * shared) / (wanted.words.size + name.words.size);
  const [short, long] =
    name.folded.length < wanted.folded.length
      ? [name.folded, wanted.folded]
      : [wanted.folded, name.folded];
  const within = long.includes(short) ? short.length / long.length : 0;
  return 0.9 * Math.max(dice, within, 0.8 * bigramDice(name.folded, wanted.folded));
}

/** How many letter pairs two names share: finds a name under a misspelling. */
function bigramDice(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= a.length; at++) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 2 <= b.length; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(b.slice(at, at + 2), left - 1);
    }
  }
  return a.length + b.length > 2 ? (2 * shared) / (a.length + b.length - 2) : 0;
}
