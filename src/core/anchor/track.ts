import type { Candidate } from './candidates';
import type { OldMention } from './stitch';

/** Why a place was accepted; the names of the rules in `evidence.ts` and `neighbours.ts`. */
export type Ground = 'block' | 'line' | 'context' | 'sentence' | 'company' | 'neighbours';

/** One mention on its way to its place. Mutable; belongs to one run of the resolver. */
export class Track {
  readonly old: OldMention;
  candidates: Candidate[] = [];
  /** The candidate of the best chain, and by how much that chain beats the second best. */
  best: Candidate | undefined;
  margin = 0;
  /** More than one place is as good as another, or as another's. */
  ambiguous = false;
  #placed: Candidate | undefined;
  #ground: Ground | undefined;

  constructor(old: OldMention) {
    this.old = old;
  }

  get placed(): Candidate | undefined {
    return this.#placed;
  }

  get ground(): Ground | undefined {
    return this.#ground;
  }

  /** For `Placements` only, which knows who stands where. */
  put(candidate: Candidate | undefined, ground?: Ground): void {
    this.#placed = candidate;
    this.#ground = ground;
  }
}
