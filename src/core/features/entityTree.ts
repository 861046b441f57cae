import { type Candidate, rankEntities } from '../annotate/candidates';
import type { Cancellation } from '../cancellation';
import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import type { AnchorStatus } from '../corpus/anchored';
import type { Claim, Entity, EntityType, Mention, Property } from '../model';
import { type Citation, type CitedPlace, quoteOf } from './citation';
import { isContradicted } from './contradictions';
import { type ExcerptPiece, excerptAround } from './excerpt';
import { namedEntity, propertyOf, valueInWords } from './values';

/** A type with its entities, and how often the corpus mentions each. */
export interface TypeGroup {
  readonly type: EntityType;
  readonly entities: readonly { readonly entity: Entity; readonly mentions: number }[];
}

/** What a source claims of an entity. */
export interface EntityClaim extends Citation {
  readonly record: Claim;
  readonly property: Property;
  readonly value: string;
  /** The entity that the value names. */
  readonly named: Entity | undefined;
  /** The sources disagree on what can have but one value. */
  readonly contradicted: boolean;
}

/** A mention in its sentence. */
export interface MentionLine extends Citation {
  readonly record: Mention;
  readonly status: AnchorStatus;
  /** Undefined where the words have no one place; the excerpt is then what is stored of them. */
  readonly place: CitedPlace | undefined;
  readonly excerpt: readonly ExcerptPiece[];
}

/** Sources resolved at once. */
const parallelSources = 8;
/** From here on a name is what was typed, misspelt or cut short. */
const likely = 0.45;

/**
 * The entities that a query names under any spelling, or of whose names it begins the words, the
 * likeliest first, each with the name that is meant; all for no query.
 */
export function findEntities(registry: Registry, query: string): Candidate[] {
  if (query.trim() === '') return rankEntities(registry, query);
  return rankEntities(registry, query, ({ score, begins }) => begins || score >= likely);
}

/** In the schema's order, types that it does not know last; without those that nothing is of. */
export async function entityTypes(corpus: Corpus, query = ''): Promise<TypeGroup[]> {
  const [registry, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const byType = new Map<string, Entity[]>([...registry.schema.types.keys()].map((id) => [id, []]));
  for (const { entity } of findEntities(registry, query)) {
    const group = byType.get(entity.type);
    if (group) group.push(entity);
    else byType.set(entity.type, [entity]);
  }
  return [...byType]
    .filter(([, entities]) => entities.length > 0)
    .map(([id, entities]) => ({
      type: registry.type(id),
      entities: entities.map((entity) => ({
        entity,
        mentions: index.countsOf(entity.id).mentions,
      })),
    }));
}

/** What is claimed of an entity, in order of the schema's properties. Reads no source. */
export async function entityClaims(corpus: Corpus, id: string): Promise<EntityClaim[]> {
  const [registry, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const claims = index.claimsOf(id);
  const ids = new Set(claims.map(({ record }) => record.property));
  const known = [...registry.schema.properties.keys()].filter((one) => ids.has(one));
  return [...new Set([...known, ...ids])].flatMap((one) => {
    const property = propertyOf(registry, one);
    const own = claims.filter(({ record }) => record.property === one);
    const values = own.map(({ record }) => record.value);
    const contradicted = isContradicted(property, values);
    return own.map(({ annotations, record }) => ({
      source: annotations.source ?? '',
      record,
      property,
      value: valueInWords(registry, property, record.value),
      named: namedEntity(registry, property, record.value),
      contradicted,
    }));
  });
}

/** How often each source mentions an entity, in order of the annotation files. Reads no source. */
export async function mentioningSources(
  corpus: Corpus,
  id: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { annotations } of (await corpus.index()).mentionsOf(id)) {
    const { source } = annotations;
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
}

/** The mentions of an entity, source by source; cancelled, not all. */
export async function mentionLinesOf(
  corpus: Corpus,
  id: string,
  cancellation?: Cancellation,
): Promise<ReadonlyMap<string, readonly MentionLine[]>> {
  const sources = [...(await mentioningSources(corpus, id)).keys()];
  const found = await mapLimited(
    sources,
    parallelSources,
    async (source) => [source, await mentionLines(corpus, source, id)] as const,
    cancellation,
  );
  return new Map(found);
}

/** The mentions of an entity in one source, in text order; those without a place at the end. */
export async function mentionLines(
  corpus: Corpus,
  source: string,
  id: string,
): Promise<MentionLine[]> {
  const resolved = await corpus.source(source);
  if (!resolved) return [];
  const own = resolved.mentions.filter(({ record }) => record.entity === id);
  const start = (span: { start: number } | undefined) => span?.start ?? Infinity;
  own.sort((a, b) => (start(a.span) < start(b.span) ? -1 : Number(start(a.span) > start(b.span))));
  return own.map(({ record, status, span, segments }) => {
    const stored = { text: quoteOf({ source, record }), marked: true };
    return {
      source,
      record,
      status,
      place: span && { text: resolved.source, span, segments },
      excerpt: span ? excerptAround(resolved.source, segments) : [stored],
    };
  });
}
