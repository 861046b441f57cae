import type { Candidate } from './candidates';
import type { OldMention } from './stitch';
import { LOOK_BACK, OVERLAP, PRICE } from './thresholds';
import type { Track } from './track';

/** Price of going from one mention's place to that of a later one of the old text. */
type Step = (from: Track, at: Candidate, to: Track, next: Candidate) => number;

/**
 * Chooses among the candidates of all mentions together: the chain with the most evidence and the
 * fewest, cheapest jumps. Sets each track's best candidate and margin.
 */
export function chain(tracks: readonly Track[]): void {
  const forward = totals(tracks, (from, at, to, next) => price(from.old, at, to.old, next));
  const reversed = tracks.toReversed();
  const backward = totals(reversed, (from, at, to, next) => price(to.old, next, from.old, at));
  tracks.forEach((track, index) => {
    const back = backward[tracks.length - 1 - index];
    choose(track, (candidate) => {
      const weight = track.candidates[candidate]?.weight ?? 0;
      return (forward[index]?.[candidate] ?? 0) + (back?.[candidate] ?? 0) - weight;
    });
  });
}

/** @param through total of the best chain through the candidate of that index */
function choose(track: Track, through: (candidate: number) => number): void {
  let first = -Infinity;
  let second = -Infinity;
  track.best = undefined;
  track.candidates.forEach((candidate, index) => {
    const total = through(index);
    if (total > first) {
      second = first;
      first = total;
      track.best = candidate;
    } else if (total > second) {
      second = total;
    }
  });
  track.margin = first - second;
}

/** For each candidate the best total of a chain that ends in it. */
function totals(tracks: readonly Track[], step: Step): readonly (readonly number[])[] {
  const all: number[][] = [];
  const tops: number[] = [];
  let beyond = -Infinity;
  tracks.forEach((track, index) => {
    if (index >= LOOK_BACK) beyond = Math.max(beyond, tops[index - LOOK_BACK] ?? -Infinity);
    const floor = Math.max(0, beyond - PRICE.beyondLookBack);
    const own = track.candidates.map((next) => {
      let best = floor;
      for (let earlier = Math.max(0, index - LOOK_BACK); earlier < index; earlier++) {
        const from = tracks[earlier];
        if (from) best = Math.max(best, bestStep(from, all[earlier] ?? [], track, next, step));
      }
      return next.weight + best;
    });
    all.push(own);
    tops.push(Math.max(-Infinity, ...own));
  });
  return all;
}

function bestStep(
  from: Track,
  totalsThere: readonly number[],
  to: Track,
  next: Candidate,
  step: Step,
): number {
  let best = -Infinity;
  for (let index = 0; index < from.candidates.length; index++) {
    const at = from.candidates[index];
    if (at) best = Math.max(best, (totalsThere[index] ?? 0) - step(from, at, to, next));
  }
  return best;
}

/** `one` before `other` in the old text. */
function price(one: OldMention, at: Candidate, other: OldMention, to: Candidate): number {
  const distance = to.start - at.start;
  if (one.fragment === other.fragment) {
    const old = other.offset - one.offset;
    const change = Math.abs(distance - old);
    if (change <= 2 && (distance >= 0 || old === 0)) return change / 2;
    if (distance === 0 && old > 0) return PRICE.samePlace;
    if (distance < 0) return PRICE.backwards;
    return Math.min(PRICE.otherDistance, 3 + Math.log2(1 + change));
  }
  if (distance < 0) return PRICE.otherFragmentBackwards;
  if (distance < other.offset && distance < one.quote.length) return PRICE.samePlace;
  // At least: how much text lay between two fragments is not known.
  const least = one.fragment.text.length - one.offset + other.offset - OVERLAP;
  return distance >= least
    ? Math.min(PRICE.otherFragmentFar, Math.log2(1 + distance - least) / 2)
    : Math.min(PRICE.otherFragmentNear, 2 + Math.log2(1 + least - distance));
}
