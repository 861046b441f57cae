/** How much speaks for each type. */
export type Votes = Map<string, number>;

export function vote(votes: Votes, type: string, weight: number): void {
  votes.set(type, (votes.get(type) ?? 0) + weight);
}

/** What most speaks for, and how clearly, from 0 to 1. */
export function winnerOf(votes: Votes): { type: string; share: number } {
  let type = 'organization';
  let most = 0;
  let all = 0;
  for (const [one, weight] of votes) {
    all += weight;
    if (weight > most) [type, most] = [one, weight];
  }
  return { type, share: all === 0 ? 0 : most / all };
}

/** What is as much an institution as the place where it is. */
export const centres = new Set(['center', 'centre', 'laboratory']);
