import type { Cancellation } from '../cancellation';
import { wordsOf } from '../corpus/anchored';
import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import type { Stated } from '../corpus/corpusIndex';
import type { Claim, Entity, EntityType, Property, Span } from '../model';
import type { LinePosition } from '../text';
import { isContradicted } from './contradictions';
import { type Passage, definitionsOf } from './passages';
import { type ResolvedTension, tensionsOf } from './tensions';
import { namedEntity, propertyOf, valueInWords } from './values';

/** Claims placed at once, each of which may have its source read. */
const parallelClaims = 8;

/** All that the corpus says of an entity, as data; each shell renders it in its own way. */
export interface Card {
  readonly id: string;
  /** Undefined where the registry has no such entity. */
  readonly entity: Entity | undefined;
  readonly type: EntityType;
  readonly name: string;
  /** The other names. */
  readonly aliases: readonly string[];
  readonly properties: readonly CardProperty[];
  readonly tensions: readonly ResolvedTension[];
  readonly mentions: readonly SourceCount[];
  readonly definitions: readonly Passage[];
  /** A short name for each annotated source of the corpus. */
  readonly sourceLabels: ReadonlyMap<string, string>;
}

export interface CardProperty {
  readonly property: Property;
  readonly claims: readonly CardClaim[];
  /** Sources disagree on what can have but one value. */
  readonly contradicted: boolean;
}

export interface CardClaim {
  /** Of the record, in the annotations of its source. */
  readonly id: string;
  /** As a reader would say it: for an entity its name, for a date its words. */
  readonly value: string;
  /** The entity that the value names, if it does. */
  readonly entity: string | undefined;
  /** The words that say it. */
  readonly quote: string;
  readonly note: string | undefined;
  readonly source: string;
  /** Undefined where the quote has no place in the source. */
  readonly span: Span | undefined;
  readonly position: LinePosition | undefined;
}

export interface SourceCount {
  readonly source: string;
  readonly count: number;
}

/** Cancelled, it is not whole. */
export async function cardOf(
  corpus: Corpus,
  id: string,
  cancellation?: Cancellation,
): Promise<Card> {
  const [registry, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const entity = registry.entities.get(id);
  const name = entity?.name ?? id;
  return {
    id,
    entity,
    type: registry.type(entity?.type ?? 'unknown'),
    name,
    aliases: (entity?.aliases ?? []).filter((alias) => alias !== name),
    properties: await propertiesOf(corpus, registry, index.claimsOf(id), cancellation),
    tensions: await tensionsOf(corpus, id, cancellation),
    mentions: countBySource(index.mentionsOf(id).map(({ annotations }) => annotations.source)),
    definitions: await definitionsOf(corpus, id, cancellation),
    sourceLabels: index.sourceLabels,
  };
}

/**
 * Grouped by property: first those on which the sources disagree, then in the order of the schema,
 * then those that the schema does not know.
 */
async function propertiesOf(
  corpus: Corpus,
  registry: Registry,
  claims: readonly Stated<Claim>[],
  cancellation: Cancellation | undefined,
): Promise<CardProperty[]> {
  const stated = new Set(claims.map(({ record }) => record.property));
  const known = [...registry.schema.properties.values()].filter(({ id }) => stated.has(id));
  const unknown = [...stated]
    .filter((id) => !registry.schema.properties.has(id))
    .map((id) => propertyOf(registry, id));
  const properties = await Promise.all(
    [...known, ...unknown].map(async (property) => {
      const own = claims.filter(({ record }) => record.property === property.id);
      return {
        property,
        claims: await mapLimited(
          own,
          parallelClaims,
          (claim) => cardClaim(corpus, registry, property, claim),
          cancellation,
        ),
        contradicted: isContradicted(
          property,
          own.map(({ record }) => record.value),
        ),
      };
    }),
  );
  return properties.sort((a, b) => Number(b.contradicted) - Number(a.contradicted));
}

async function cardClaim(
  corpus: Corpus,
  registry: Registry,
  property: Property,
  { annotations, record }: Stated<Claim>,
): Promise<CardClaim> {
  const path = annotations.source ?? '';
  const resolved = await corpus.source(path);
  const span = resolved?.anchoredOf(record).span;
  return {
    id: record.id,
    value: valueInWords(registry, property, record.value),
    entity: namedEntity(registry, property, record.value)?.id,
    quote: wordsOf(record),
    note: record.note,
    source: path,
    span,
    position: span && resolved.source.positionAt(span.start),
  };
}

function countBySource(sources: readonly (string | undefined)[]): SourceCount[] {
  const counts = new Map<string, number>();
  for (const source of sources) {
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts].map(([source, count]) => ({ source, count }));
}
