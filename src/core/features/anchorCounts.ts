import type { ResolvedSource } from '../corpus/resolvedSource';

/** How the records of a source stand in it. */
export interface AnchorCounts {
  /** All that are stored, wherever they stand. */
  readonly mentions: number;
  readonly claims: number;
  /** Mentions and claims that ask for somebody's eyes; what has only moved does not. */
  readonly lost: number;
  readonly ambiguous: number;
  readonly changed: number;
}

/** Costs as much as there are records in doubt. */
export function anchorCountsOf({ anchoring, doubtful }: ResolvedSource): AnchorCounts {
  const { mentions, claims } = anchoring;
  const counts = { lost: 0, ambiguous: 0, changed: 0 };
  for (const { status, exact } of doubtful) {
    if (status === 'lost' || status === 'ambiguous') counts[status]++;
    else if (!exact) counts.changed++;
  }
  return { mentions: mentions.length, claims: claims.length, ...counts };
}
