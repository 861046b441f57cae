import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import type { SourceSuggestions } from '../recognise/sourceSuggestions';
import type { Suggestion } from '../recognise/suggestions';
import type { FileChange } from '../textEdit';
import type { NewEntity, NewMention } from './annotate';
import { annotateAll } from './annotateAll';
import { proposedEntity } from './proposedEntity';

/** A suggestion that a user takes. */
export interface Chosen {
  readonly suggestions: SourceSuggestions;
  readonly suggestion: Suggestion;
}

/** What taking suggestions comes to. */
export interface Accepted {
  readonly changes: readonly FileChange[];
  readonly mentions: number;
  readonly newEntities: number;
  /** What only a user can decide: dates without a value, types that the schema does not have. */
  readonly left: number;
}

/**
 * The changes by which suggestions become annotations, as one decision. What is new and has one
 * name becomes one entity, in however many sources it stands.
 *
 * @param as what a user takes all of them for, in place of what is proposed
 * @throws {EditRefusedError} as `annotateAll`.
 */
export async function acceptAll(
  corpus: Corpus,
  chosen: readonly Chosen[],
  as?: string | NewEntity,
): Promise<Accepted> {
  const entities = entitiesOf(await corpus.registry(), chosen, as);
  const mentions = chosen.flatMap(({ suggestions, suggestion }): NewMention[] => {
    const entity = entities.get(suggestions.subjectOf(suggestion));
    if (entity === undefined) return [];
    const { start, end, kind } = suggestion;
    const words = suggestions.wordsOf(suggestion);
    return [{ source: suggestions.path, span: { start, end }, words, entity, kind }];
  });
  const added = [...entities.values()].flatMap((one) => (typeof one === 'object' ? one.id : []));
  return {
    changes: await annotateAll(corpus, mentions),
    mentions: mentions.length,
    newEntities: new Set(added).size,
    left: chosen.length - mentions.length,
  };
}

/** By subject. */
function entitiesOf(
  registry: Registry,
  chosen: readonly Chosen[],
  as: string | NewEntity | undefined,
): Map<string, string | NewEntity | undefined> {
  const entities = new Map<string, string | NewEntity | undefined>();
  const made = new Set<string>();
  const isTaken = (id: string) => made.has(id) || registry.entities.has(id);
  // The surest says what is new of what type.
  const surest = [...chosen].sort((a, b) => b.suggestion.confidence - a.suggestion.confidence);
  for (const { suggestions, suggestion } of surest) {
    const subject = suggestions.subjectOf(suggestion);
    if (entities.has(subject)) continue;
    const words = suggestions.wordsOf(suggestion);
    const entity = as ?? suggestion.entity ?? proposedEntity(registry, words, suggestion, isTaken);
    if (typeof entity === 'object') made.add(entity.id);
    entities.set(subject, entity);
  }
  return entities;
}
