import type { Corpus } from '../corpus/corpus';
import type { Placed } from '../corpus/anchored';
import type { Entity, Mention, Span } from '../model';

/** A place in a source that a reader can be led to. */
export interface Passage {
  readonly source: string;
  readonly mention: Mention;
  /** The words of the mention. */
  readonly span: Span;
  /** The line that they stand in: prose keeps a paragraph on a line. */
  readonly paragraph: Span;
}

/** Where the corpus introduces an entity: reads only the sources that say so. */
export async function definitionsOf(corpus: Corpus, entity: string): Promise<Passage[]> {
  const index = await corpus.index();
  const stated = index.definitionsOf(entity);
  const sources = new Set(stated.map(({ annotations }) => annotations.source));
  const passages = await passagesIn(corpus, sources, entity);
  return passages.filter(({ mention }) => mention.role === 'definition');
}

/** Every place where an entity is mentioned, source by source in text order. */
export async function mentionsOf(corpus: Corpus, entity: string): Promise<Passage[]> {
  const index = await corpus.index();
  const sources = new Set(index.mentionsOf(entity).map(({ annotations }) => annotations.source));
  return passagesIn(corpus, sources, entity);
}

/** The words of every claim on an entity, source by source in stored order. */
export async function claimPassagesOf(
  corpus: Corpus,
  entity: string,
): Promise<{ readonly source: string; readonly span: Span }[]> {
  const stated = (await corpus.index()).claimsOf(entity);
  const sources = new Set(stated.flatMap(({ annotations }) => annotations.source ?? []));
  const found: { source: string; span: Span }[] = [];
  for (const source of [...sources].sort()) {
    for (const { record, span } of (await corpus.source(source))?.claims ?? []) {
      if (span && record.subject === entity) found.push({ source, span });
    }
  }
  return found;
}

async function passagesIn(
  corpus: Corpus,
  sources: ReadonlySet<string | undefined>,
  entity: string,
): Promise<Passage[]> {
  const found: Passage[] = [];
  for (const source of [...sources].filter((one) => one !== undefined).sort()) {
    const resolved = await corpus.source(source);
    for (const { record, span } of resolved?.placed ?? []) {
      if (resolved && record.entity === entity) {
        const paragraph = resolved.source.lineAt(resolved.source.positionAt(span.start).line);
        found.push({ source, mention: record, span, paragraph });
      }
    }
  }
  return found;
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
