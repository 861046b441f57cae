import type { ResolvedSource } from '../corpus/resolvedSource';
import { SpanIndex } from '../corpus/spanIndex';
import type { Rejection, Span } from '../model';
import { bestOf } from './bestOf';
import type { KnownNames } from './knownNames';
import { spellingKey } from './spelling';
import type { Suggestion } from './suggestions';
import type { TextFindings } from './textFindings';

/** What may be annotated in a source, apart from what is annotated, or was rejected. */
export class SourceSuggestions {
  readonly resolved: ResolvedSource;
  readonly #findings: TextFindings;
  readonly #names: KnownNames;
  readonly #isRejected: ReturnType<typeof rejectedWords> | undefined;
  readonly #blocks = new Map<number, readonly Suggestion[]>();
  #all: readonly Suggestion[] | undefined;

  constructor(resolved: ResolvedSource, findings: TextFindings, names: KnownNames) {
    this.resolved = resolved;
    this.#findings = findings;
    this.#names = names;
    const rejected = resolved.annotations?.rejected ?? [];
    const everywhere = rejected.filter(({ scope }) => scope === 'source');
    if (everywhere.length > 0) this.#isRejected = rejectedWords(everywhere);
  }

  /** In text order; none overlaps another. */
  get all(): readonly Suggestion[] {
    return (this.#all ??= this.#in(0, this.#findings.blockCount));
  }

  /** Those that share text with a stretch: costs what the stretch costs, not what the text does. */
  within({ start, end }: Span): readonly Suggestion[] {
    const [from, to] = this.#findings.blocksIn(start, end);
    return this.#in(from, to).filter((one) => one.start < end && one.end > start);
  }

  /** The one that an offset is in, or at the end of. */
  at(offset: number): Suggestion | undefined {
    const near = this.within({ start: offset - 1, end: offset + 1 });
    const touching = near.filter((one) => one.start <= offset && one.end >= offset);
    return touching.find(({ end }) => end > offset) ?? touching[0];
  }

  /** Path of the source from the corpus root. */
  get path(): string {
    return this.resolved.path;
  }

  /** The same for all suggestions that are of one entity, in whichever source. */
  subjectOf(suggestion: Suggestion): string {
    const { entity, type, value, name } = suggestion;
    if (entity !== undefined) return `entity ${entity}`;
    if (type === 'date') return `date ${value ?? this.wordsOf(suggestion)}`;
    return `name ${spellingKey(name ?? this.wordsOf(suggestion))}`;
  }

  wordsOf(span: Span): string {
    return this.resolved.source.slice(span);
  }

  #in(from: number, to: number): readonly Suggestion[] {
    const missing: number[] = [];
    for (let index = from; index < to; index++) if (!this.#blocks.has(index)) missing.push(index);
    if (missing.length > 0) this.#find(missing);
    const found: Suggestion[] = [];
    for (let index = from; index < to; index++) found.push(...(this.#blocks.get(index) ?? []));
    return found;
  }

  #find(blocks: readonly number[]): void {
    const { start } = this.#findings.spanOf(blocks[0] ?? 0);
    const { end } = this.#findings.spanOf(blocks.at(-1) ?? 0);
    const placed = this.resolved.placedIn({ start, end });
    const rejected = this.resolved.rejected.flatMap(({ span }) => span ?? []);
    const excluded = [...placed.map(({ span }) => span), ...rejected];
    const index = new SpanIndex(excluded.map((span) => ({ span })));
    for (const block of blocks) {
      const proposals = this.#findings.proposalsIn(block, this.#names);
      const near = index.touching(this.#findings.spanOf(block)).map(({ span }) => span);
      const everywhere = this.#isRejected
        ? proposals.filter((one) => this.#isRejected?.(this.wordsOf(one), one.entity))
        : [];
      this.#blocks.set(block, bestOf(proposals, [...near, ...everywhere]));
    }
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
