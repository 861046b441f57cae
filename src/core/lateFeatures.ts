/** Features that load when they are first asked for: views, and what helps to write YAML. */
import type { Candidate } from './annotate/candidates';
import type { Cancellation } from './cancellation';
import type { Corpus } from './corpus/corpus';
import type { ParsedFile } from './corpus/parsedFile';
import type { Registry } from './corpus/registry';
import type { ChronologyYear } from './features/chronology';
import type { Disagreement, Side } from './features/disagreements';
import type { EntityClaim, MentionLine, TypeGroup } from './features/entityTree';
import type { CorpusMap } from './features/map';
import type { Relation } from './features/relations';
import type { YamlCompletions } from './features/yaml/completion';
import type { YamlSymbol } from './features/yaml/symbols';

const overviews = () => import('./features/overviews');

/** Every dated claim by the first day that it may mean, the less precise first. Reads no source. */
export async function chronologyOf(corpus: Corpus): Promise<ChronologyYear[]> {
  return (await overviews()).chronologyOf(corpus);
}

/** Contradictions in order of the registry, then tensions in that of their file. Reads no source. */
export async function disagreementsOf(corpus: Corpus): Promise<Disagreement[]> {
  return (await overviews()).disagreementsOf(corpus);
}

/** The first two sides that stand against each other, of those that pass; undefined where none do. */
export async function opposedSides(
  disagreement: Disagreement,
  passes: (side: Side) => boolean,
): Promise<readonly [Side, Side] | undefined> {
  return (await overviews()).opposedSides(disagreement, passes);
}

/**
 * The entities that a query names under any spelling, or of whose names it begins the words, the
 * likeliest first, each with the name that is meant; all for no query.
 */
export async function findEntities(registry: Registry, query: string): Promise<Candidate[]> {
  return (await overviews()).findEntities(registry, query);
}

/** In the schema's order, types that it does not know last; without those that nothing is of. */
export async function entityTypes(corpus: Corpus, query = ''): Promise<TypeGroup[]> {
  return (await overviews()).entityTypes(corpus, query);
}

/** What is claimed of an entity, in order of the schema's properties. Reads no source. */
export async function entityClaims(corpus: Corpus, id: string): Promise<EntityClaim[]> {
  return (await overviews()).entityClaims(corpus, id);
}

/** How often each source mentions an entity, in order of the annotation files. Reads no source. */
export async function mentioningSources(
  corpus: Corpus,
  id: string,
): Promise<ReadonlyMap<string, number>> {
  return (await overviews()).mentioningSources(corpus, id);
}

/** The mentions of an entity, source by source; cancelled, not all. */
export async function mentionLinesOf(
  corpus: Corpus,
  id: string,
  cancellation?: Cancellation,
): Promise<ReadonlyMap<string, readonly MentionLine[]>> {
  return (await overviews()).mentionLinesOf(corpus, id, cancellation);
}

/** The mentions of an entity in one source, in text order; those without a place at the end. */
export async function mentionLines(
  corpus: Corpus,
  source: string,
  id: string,
): Promise<MentionLine[]> {
  return (await overviews()).mentionLines(corpus, source, id);
}

/** The whole corpus as a graph. Reads every annotation file and no source. */
export async function mapOf(corpus: Corpus): Promise<CorpusMap> {
  return (await overviews()).mapOf(corpus);
}

/** What an entity is tied to, in the schema's order of properties, its own first. Reads no source. */
export async function relationsOf(corpus: Corpus, id: string): Promise<Relation[]> {
  return (await overviews()).relationsOf(corpus, id);
}

/**
 * What may be written at an offset of a YAML file, whole or broken.
 *
 * @param jsonSchema of this kind of file: it says which keys there are.
 */
export async function completionsAt(
  corpus: Corpus,
  path: string,
  text: string,
  offset: number,
  jsonSchema: unknown,
): Promise<YamlCompletions | undefined> {
  const { completionsAt: complete } = await import('./features/yaml/completion');
  return complete(corpus, path, text, offset, jsonSchema);
}

/** The outline of a YAML file of the corpus: records by what they say, not by their keys. */
export async function yamlSymbols(file: ParsedFile, registry: Registry): Promise<YamlSymbol[]> {
  return (await import('./features/yaml/symbols')).yamlSymbols(file, registry);
}
