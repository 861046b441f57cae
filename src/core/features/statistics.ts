import type { Corpus } from '../corpus/corpus';
import type { AnchorStatus } from '../corpus/anchored';
import type { ResolvedSource } from '../corpus/resolvedSource';
import { contradictionsOf } from './contradictions';

/** How much there is of everything. */
export interface Statistics {
  readonly sources: readonly SourceStatistics[];
  readonly types: readonly TypeStatistics[];
  readonly entities: number;
  readonly mentions: number;
  readonly claims: number;
  readonly contradictions: number;
  readonly tensions: number;
  /** Mentions and claims by how sure their place is. */
  readonly anchors: Readonly<Record<AnchorStatus, number>>;
}

export interface SourceStatistics {
  readonly source: string;
  readonly mentions: number;
  readonly claims: number;
  /** Entities that it mentions. */
  readonly entities: number;
  /** The share of its words that lie within a mention, from 0 to 1. */
  readonly coverage: number;
  /** Mentions by the type of their entity; types without any are left out. */
  readonly mentionsByType: Readonly<Record<string, number>>;
}

export interface TypeStatistics {
  readonly type: string;
  readonly entities: number;
  /** Entities of it that a passage defines. */
  readonly defined: number;
  readonly mentions: number;
  readonly claims: number;
}

export async function statisticsOf(corpus: Corpus): Promise<Statistics> {
  const sources = await resolvedSources(corpus);
  const types = await typeStatistics(corpus);
  const counts = await Promise.all(sources.map((one) => sourceStatistics(corpus, one)));
  return {
    sources: counts,
    types,
    entities: sum(types.map((one) => one.entities)),
    mentions: sum(counts.map((one) => one.mentions)),
    claims: sum(counts.map((one) => one.claims)),
    contradictions: (await contradictionsOf(corpus)).length,
    tensions: (await corpus.tensions()).length,
    anchors: anchorCounts(sources),
  };
}

/** The annotated sources and those that wait for it. */
async function resolvedSources(corpus: Corpus): Promise<ResolvedSource[]> {
  const named = [...(await corpus.index()).files.values()].map(({ source }) => source);
  const paths = new Set([...(await corpus.sources()), ...named]);
  const resolved: ResolvedSource[] = [];
  for (const path of [...paths].filter((one) => one !== undefined).sort()) {
    const source = await corpus.source(path);
    if (source) resolved.push(source);
  }
  return resolved;
}

async function sourceStatistics(
  corpus: Corpus,
  resolved: ResolvedSource,
): Promise<SourceStatistics> {
  const { entities } = await corpus.registry();
  // A type may be called like what every object inherits, such as `__proto__`.
  const mentionsByType = Object.create(null) as Record<string, number>;
  for (const { record } of resolved.mentions) {
    const type = entities.get(record.entity)?.type ?? 'unknown';
    mentionsByType[type] = (mentionsByType[type] ?? 0) + 1;
  }
  return {
    source: resolved.path,
    mentions: resolved.mentions.length,
    claims: resolved.claims.length,
    entities: new Set(resolved.mentions.map(({ record }) => record.entity)).size,
    coverage: coverageOf(resolved),
    mentionsByType,
  };
}

async function typeStatistics(corpus: Corpus): Promise<TypeStatistics[]> {
  const [{ entities, schema }, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const used = new Set([...entities.values()].map(({ type }) => type));
  const types = [...new Set([...schema.types.keys(), ...used])].filter((type) => used.has(type));
  return types.map((type) => {
    const ids = [...entities.values()].filter((one) => one.type === type).map(({ id }) => id);
    return {
      type,
      entities: ids.length,
      defined: ids.filter((id) => index.definitionsOf(id).length > 0).length,
      mentions: sum(ids.map((id) => index.mentionsOf(id).length)),
      claims: sum(ids.map((id) => index.claimsOf(id).length)),
    };
  });
}

function coverageOf({ source, placed }: ResolvedSource): number {
  const words = [...source.text.matchAll(/[\p{L}\p{N}]+/gu)];
  if (words.length === 0) return 0;
  const spans = placed.flatMap(({ segments }) => segments).sort((a, b) => a.start - b.start);
  let at = 0;
  let end = 0;
  const covered = words.filter(({ index }) => {
    for (let next = spans[at]; next && next.start <= index; next = spans[++at]) {
      end = Math.max(end, next.end);
    }
    return index < end;
  });
  return covered.length / words.length;
}

function anchorCounts(sources: readonly ResolvedSource[]): Record<AnchorStatus, number> {
  const counts = { found: 0, moved: 0, ambiguous: 0, lost: 0 };
  for (const { mentions, claims } of sources) {
    for (const { status } of [...mentions, ...claims]) counts[status]++;
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
