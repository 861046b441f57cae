import type { ResolvedSource } from '../corpus/resolvedSource';
import type { Rejection, Span } from '../model';
import { spellingKey } from './spelling';
import { type Suggestion, bestOf } from './suggestions';

/** What may be annotated in a source, apart from what is annotated, or was rejected. */
export class SourceSuggestions {
  readonly resolved: ResolvedSource;
  readonly #proposals: readonly Suggestion[];
  #all: readonly Suggestion[] | undefined;

  constructor(resolved: ResolvedSource, proposals: readonly Suggestion[]) {
    this.resolved = resolved;
    this.#proposals = proposals;
  }

  /** In text order; none overlaps another. */
  get all(): readonly Suggestion[] {
    return (this.#all ??= bestOf(this.#proposals, this.#excluded()));
  }

  /** Those that share text with a stretch. */
  within({ start, end }: Span): readonly Suggestion[] {
    return this.all.filter((one) => one.start < end && one.end > start);
  }

  /** The one that an offset is in, or at the end of. */
  at(offset: number): Suggestion | undefined {
    const touching = this.all.filter((one) => one.start <= offset && one.end >= offset);
    return touching.find(({ end }) => end > offset) ?? touching[0];
  }

  wordsOf(span: Span): string {
    return this.resolved.source.slice(span);
  }

  #excluded(): Span[] {
    const { placed, rejected, annotations } = this.resolved;
    const everywhere = annotations?.rejected.filter(({ scope }) => scope === 'source') ?? [];
    const isRejected = rejectedWords(everywhere);
    return [
      ...[...placed, ...rejected].flatMap(({ span }) => span ?? []),
      ...(everywhere.length > 0
        ? this.#proposals.filter((one) => isRejected(this.wordsOf(one), one.entity))
        : []),
    ];
  }
}

/** Whether words are rejected wherever they stand, for one entity or for all. */
function rejectedWords(rejections: readonly Rejection[]) {
  const entities = new Map<string, Set<string | undefined>>();
  for (const { selectors, entity } of rejections) {
    const key = spellingKey(selectors.map(({ exact }) => exact).join(' '));
    entities.set(key, new Set([...(entities.get(key) ?? []), entity]));
  }
  return (words: string, entity: string | undefined): boolean => {
    const rejected = entities.get(spellingKey(words));
    return rejected !== undefined && (rejected.has(undefined) || rejected.has(entity));
  };
}
