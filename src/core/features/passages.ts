import type { Cancellation } from '../cancellation';
import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import type { Placed } from '../corpus/anchored';
import type { Entity, Mention, Span } from '../model';
import type { SourceText } from '../text';

/** Sources resolved at once. */
const parallelSources = 8;

/** A place in a source that a reader can be led to. */
export interface Passage {
  readonly source: string;
  readonly text: SourceText;
  readonly mention: Mention;
  /** The words of the mention. */
  readonly span: Span;
  /** The line that they stand in: prose keeps a paragraph on a line. */
  readonly paragraph: Span;
}

/** Where the corpus introduces an entity: reads only the sources that say so; cancelled, not all. */
export async function definitionsOf(
  corpus: Corpus,
  entity: string,
  cancellation?: Cancellation,
): Promise<Passage[]> {
  const index = await corpus.index();
  const stated = index.definitionsOf(entity);
  const sources = new Set(stated.map(({ annotations }) => annotations.source));
  const passages = await passagesIn(corpus, sources, entity, cancellation);
  return passages.filter(({ mention }) => mention.role === 'definition');
}

/** Every place where an entity is mentioned, source by source in text order; cancelled, not all. */
export async function mentionsOf(
  corpus: Corpus,
  entity: string,
  cancellation?: Cancellation,
): Promise<Passage[]> {
  const index = await corpus.index();
  const sources = new Set(index.mentionsOf(entity).map(({ annotations }) => annotations.source));
  return passagesIn(corpus, sources, entity, cancellation);
}

/** The words of a claim. */
export type ClaimPassage = Pick<Passage, 'source' | 'text' | 'span'>;

/** The words of every claim on an entity, source by source in stored order. */
export async function claimPassagesOf(
  corpus: Corpus,
  entity: string,
  cancellation?: Cancellation,
): Promise<ClaimPassage[]> {
  const stated = (await corpus.index()).claimsOf(entity);
  const sources = new Set(stated.flatMap(({ annotations }) => annotations.source ?? []));
  const found = await mapLimited(
    [...sources].sort(),
    parallelSources,
    async (source) => {
      const resolved = await corpus.source(source);
      if (!resolved) return [];
      const { source: text } = resolved;
      return resolved.claims.flatMap(({ record, span }) =>
        span && record.subject === entity ? [{ source, text, span }] : [],
      );
    },
    cancellation,
  );
  return found.flat();
}

async function passagesIn(
  corpus: Corpus,
  sources: ReadonlySet<string | undefined>,
  entity: string,
  cancellation?: Cancellation,
): Promise<Passage[]> {
  const found = await mapLimited(
    [...sources].filter((one) => one !== undefined).sort(),
    parallelSources,
    async (source) => {
      const resolved = await corpus.source(source);
      if (!resolved) return [];
      const { source: text } = resolved;
      return resolved.placed
        .filter(({ record }) => record.entity === entity)
        .map(({ record, span }) => {
          const paragraph = text.lineAt(text.positionAt(span.start).line);
          return { source, text, mention: record, span, paragraph };
        });
    },
    cancellation,
  );
  return found.flat();
}

/** The mentions at an offset of a source, innermost first. */
export async function mentionsAt(
  corpus: Corpus,
  source: string,
  offset: number,
): Promise<Placed<Mention>[]> {
  return (await corpus.source(source))?.mentionsAt(offset) ?? [];
}

/** The registry's entry for an entity: the record in YAML. */
export async function registryEntryOf(corpus: Corpus, id: string): Promise<Entity | undefined> {
  return (await corpus.registry()).entities.get(id);
}
