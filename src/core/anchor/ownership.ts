import type { Candidate } from './candidates';
import { isSamePlace } from './stitch';
import { OWNERSHIP } from './thresholds';
import type { Track } from './track';

interface Owner {
  readonly track: Track;
  readonly candidate: Candidate;
}

/**
 * A place belongs to the mention that fits it best and whose own best place it is; who fits it
 * clearly worse loses the candidate. Keeps a deleted mention off its living namesake.
 */
export function settleOwnership(tracks: readonly Track[]): void {
  const owners = new Map<string, Owner>();
  for (const track of tracks) {
    const candidate = heaviest(track.candidates);
    if (!candidate) continue;
    const owner = owners.get(keyOf(candidate));
    if (owner && owner.candidate.weight >= candidate.weight) continue;
    owners.set(keyOf(candidate), { track, candidate });
  }
  for (const track of tracks) {
    track.candidates = track.candidates.filter((candidate) => {
      const owner = owners.get(keyOf(candidate));
      return !owner || owner.track === track || !isOutdone(track, candidate, owner);
    });
  }
}

function isOutdone(track: Track, candidate: Candidate, owner: Owner): boolean {
  const { old } = owner.track;
  if (isSamePlace(old, track.old)) return false;
  const known = old.left.length + old.right.length;
  return (
    owner.candidate.context >= candidate.context + OWNERSHIP && owner.candidate.context >= known / 2
  );
}

function heaviest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (!best || candidate.weight > best.weight) best = candidate;
  }
  return best;
}

function keyOf({ start, end }: Candidate): string {
  return `${start}-${end}`;
}
