import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import { daysOf } from '../format/dateOrder';
import type { Claim, Entity, Property, Tension } from '../model';
import { dateOf } from './chronology';
import { isContradicted } from './contradictions';
import { namedEntity, propertyOf } from './values';

/** The corpus as a graph with dates: plain data, for a picture of it. */
export interface CorpusMap {
  /** In order of the schema; only types that a node has. */
  readonly types: readonly MapType[];
  /** In order of the registry. */
  readonly nodes: readonly MapNode[];
  /** In order of the annotation files. */
  readonly edges: readonly MapEdge[];
  /** Earliest first. */
  readonly dates: readonly MapDate[];
  /** Claims of a date that nobody can put in order: sets, exponents, years before 0. */
  readonly undatable: number;
}

export interface MapType {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

/** An entity that is a thing, not a date or an amount. */
export interface MapNode {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: string;
  readonly mentions: number;
  /** Properties that can have but one value and are given several. */
  readonly contradictions: number;
  /** Stated tensions that it is part of. */
  readonly tensions: number;
}

/** All that sources say of one entity with regard to another, in one direction. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly relations: readonly MapRelation[];
  /** The first of its claims: its source and its id. */
  readonly source: string;
  readonly claim: string;
}

export interface MapRelation {
  /** The property's label. */
  readonly label: string;
  /** How many claims state it. */
  readonly count: number;
}

/** When something was or is to be, by all claims that give the same property the same value. */
export interface MapDate {
  readonly subject: string;
  /** The property's id and label. */
  readonly property: string;
  readonly label: string;
  /** In EDTF, as stated. */
  readonly value: string;
  /** The first and last day that it may mean, as `YYYY-MM-DD`; undefined where that end is open. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Stated as a plan; else as what is or was. */
  readonly planned: boolean;
  /** Stated as uncertain or approximate. */
  readonly uncertain: boolean;
  /** Sources disagree on it. */
  readonly contradicted: boolean;
  /** How many claims state it. */
  readonly count: number;
  /** The first of them: its source and its id. */
  readonly source: string;
  readonly claim: string;
}

/** Types whose entities are values of others. */
const valueTypes: ReadonlySet<string> = new Set(['date', 'quantity']);

/** The whole corpus as a graph. Reads every annotation file and no source. */
export async function mapOf(corpus: Corpus): Promise<CorpusMap> {
  const [registry, index, tensions] = await Promise.all([
    corpus.registry(),
    corpus.index(),
    corpus.tensions(),
  ]);
  const builder = new MapBuilder(registry);
  for (const [, { source, mentions, claims }] of [...index.files].sort(byKey)) {
    for (const { entity } of mentions) builder.addMention(entity);
    for (const claim of claims) builder.addClaim(claim, source ?? '');
  }
  return builder.build(tensions);
}

interface StatedEdge extends Omit<MapEdge, 'relations'> {
  /** By the property's label. */
  readonly counts: Map<string, number>;
}

interface StatedDate {
  readonly claim: Claim;
  /** In EDTF. */
  readonly date: string;
  readonly source: string;
}

/** Counts one claim after the other, so that a large corpus is gone through once. */
class MapBuilder {
  readonly #registry: Registry;
  readonly #mentions = new Map<string, number>();
  readonly #edges = new Map<string, StatedEdge>();
  readonly #dates = new Map<string, StatedDate[]>();
  /** By subject and property, of those that can have but one true value. */
  readonly #single = new Map<string, Claim[]>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  addMention(entity: string): void {
    this.#mentions.set(entity, (this.#mentions.get(entity) ?? 0) + 1);
  }

  addClaim(claim: Claim, source: string): void {
    const { subject, value } = claim;
    if (!this.#isNode(subject)) return;
    const property = propertyOf(this.#registry, claim.property);
    if (property.single) push(this.#single, keyOf(subject, property.id), claim);
    const date = dateOf(this.#registry, property, value);
    if (date !== undefined) {
      push(this.#dates, keyOf(subject, property.id, date), { claim, date, source });
      return;
    }
    const named = namedEntity(this.#registry, property, value);
    if (named && isThing(named) && subject !== value) {
      const key = keyOf(subject, value);
      const first = { from: subject, to: value, counts: new Map(), source, claim: claim.id };
      const edge: StatedEdge = this.#edges.get(key) ?? first;
      edge.counts.set(property.label, (edge.counts.get(property.label) ?? 0) + 1);
      this.#edges.set(key, edge);
    }
  }

  build(tensions: readonly Tension[]): CorpusMap {
    const [contradicted, tense] = [this.#contradicted(), countTensions(tensions)];
    const entities = [...this.#registry.entities.values()].filter(isThing);
    const used = new Set(entities.map(({ type }) => type));
    const types = [...new Set([...this.#registry.schema.types.keys(), ...used])];
    const dates = [...this.#dates.values()].map((stated) => this.#dateOf(stated));
    return {
      types: types.filter((type) => used.has(type)).map((type) => this.#typeOf(type)),
      nodes: entities.map(({ id, name, aliases, type }) => ({
        ...{ id, name, aliases, type },
        mentions: this.#mentions.get(id) ?? 0,
        contradictions: contradicted.get(id) ?? 0,
        tensions: tense.get(id) ?? 0,
      })),
      edges: [...this.#edges.values()].map(({ counts, ...edge }) => {
        return { ...edge, relations: [...counts].map(([label, count]) => ({ label, count })) };
      }),
      dates: dates.filter((date) => date !== undefined).sort(byTime),
      undatable: dates.filter((date) => date === undefined).length,
    };
  }

  #dateOf(stated: readonly StatedDate[]): MapDate | undefined {
    const [first] = stated;
    if (!first) return undefined;
    const { claim, date: value, source } = first;
    const { subject, id } = claim;
    const property = propertyOf(this.#registry, claim.property);
    const days = daysOf(value);
    return (
      days && {
        ...{ subject, property: property.id, label: property.label, value },
        first: days.first === '0000-01-01' ? undefined : days.first,
        last: days.last === '9999-12-31' ? undefined : days.last,
        planned: property.modality === 'planned',
        uncertain: /[?~%]/.test(value),
        contradicted: this.#isContradicted(property, subject),
        count: stated.length,
        source,
        claim: id,
      }
    );
  }

  #contradicted(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const [first] of this.#single.values()) {
      if (
        !first ||
        !this.#isContradicted(propertyOf(this.#registry, first.property), first.subject)
      )
        continue;
      counts.set(first.subject, (counts.get(first.subject) ?? 0) + 1);
    }
    return counts;
  }

  #isContradicted(property: Property, subject: string): boolean {
    const claims = this.#single.get(keyOf(subject, property.id)) ?? [];
    return isContradicted(
      property,
      claims.map(({ value }) => value),
    );
  }

  #isNode(id: string): boolean {
    const entity = this.#registry.entities.get(id);
    return entity !== undefined && isThing(entity);
  }

  #typeOf(id: string): MapType {
    const { label, description } = this.#registry.type(id);
    return { id, label, description };
  }
}

function countTensions(tensions: readonly Tension[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entities } of tensions) {
    for (const id of new Set(entities)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function isThing({ type }: Entity): boolean {
  return !valueTypes.has(type);
}

/** No id holds a line end. */
function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}

function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** What is open to the past comes first; of two that begin together the shorter. */
function byTime(a: MapDate, b: MapDate): number {
  const start = (date: MapDate) => date.first ?? '';
  const end = (date: MapDate) => date.last ?? '~';
  return compare(start(a), start(b)) || compare(end(a), end(b)) || compare(a.subject, b.subject);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
