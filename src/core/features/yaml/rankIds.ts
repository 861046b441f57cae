import { scoreEntities } from '../../annotate/candidates';
import type { Registry } from '../../corpus/registry';
import type { Entity } from '../../model';

/** Nobody reads further; whoever looks for more types more. */
const shown = 200;
/** Likeness to the words of a quote is worth its time in registries up to this size. */
const mostCompared = 5000;
/** From here on an entity is offered as what the words may mean. */
const likely = 0.3;

export interface Wanted {
  /** The letters typed so far. */
  readonly typed: string;
  /** Types that are asked for; those of others come behind. */
  readonly types: readonly string[];
  /** The words that the record quotes. */
  readonly words: string;
}

export interface RankedIds {
  readonly entities: readonly Entity[];
  readonly isIncomplete: boolean;
}

/** Entities whose id or one of whose names goes on as typed, the likeliest first. */
export function rankIds(registry: Registry, { typed, types, words }: Wanted): RankedIds {
  const wanted = typed.toLowerCase();
  const likeness = likenessTo(registry, wanted === '' ? words : '');
  const found: { entity: Entity; rank: number }[] = [];
  for (const entity of registry.entities.values()) {
    const match = matchOf(entity, wanted);
    if (match === undefined) continue;
    const isWanted = types.length === 0 || types.includes(entity.type);
    found.push({ entity, rank: match + (isWanted ? 0 : 10) - (likeness.get(entity.id) ?? 0) });
  }
  found.sort((a, b) => a.rank - b.rank || (a.entity.id < b.entity.id ? -1 : 1));
  return {
    entities: found.slice(0, shown).map(({ entity }) => entity),
    isIncomplete: found.length > shown,
  };
}

/** 0: the id begins so; 1: a word of the id or a name does; 2: the letters stand in the id in order. */
function matchOf({ id, name, aliases }: Entity, wanted: string): number | undefined {
  if (id.startsWith(wanted)) return 0;
  if ([id, name, ...aliases].some((one) => beginsWord(one.toLowerCase(), wanted))) return 1;
  return standsIn(id, wanted) ? 2 : undefined;
}

function beginsWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

function standsIn(id: string, wanted: string): boolean {
  let at = -1;
  for (const letter of wanted) {
    at = id.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function likenessTo(registry: Registry, words: string): ReadonlyMap<string, number> {
  if (words === '' || registry.entities.size > mostCompared) return new Map();
  const alike = scoreEntities(registry, words).filter(({ score }) => score >= likely);
  return new Map(alike.map(({ entity, score }) => [entity.id, score]));
}
