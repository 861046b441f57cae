import { isSameSpan, overlap } from './candidates';
import type { Candidate } from './candidates';
import { isSamePlace } from './stitch';
import type { OldMention } from './stitch';
import { ERROR_PRICE, MARGIN } from './thresholds';
import type { Ground, Track } from './track';

/** Width of a cell of the grid, about the length of a mention. */
const CELL = 64;

/** Which mention was accepted where. Two may share text only as they did in the old text. */
export class Placements {
  readonly #cells = new Map<number, Set<Track>>();
  readonly #placed = new Set<Track>();

  get count(): number {
    return this.#placed.size;
  }

  place(track: Track, candidate: Candidate, ground: Ground): void {
    this.free(track);
    track.put(candidate, ground);
    this.#placed.add(track);
    for (const cell of cellsOf(candidate)) {
      const there = this.#cells.get(cell);
      if (there) there.add(track);
      else this.#cells.set(cell, new Set([track]));
    }
  }

  free(track: Track): void {
    if (!track.placed) return;
    for (const cell of cellsOf(track.placed)) this.#cells.get(cell)?.delete(track);
    this.#placed.delete(track);
    track.put(undefined);
  }

  /** Whether a mention that cannot share the candidate's text stands there. */
  isTaken(track: Track, candidate: Candidate): boolean {
    for (const cell of cellsOf(candidate)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (other === track || !other.placed || !overlap(other.placed, candidate)) continue;
        if (!mayShare(other.old, other.placed, track.old, candidate)) return true;
      }
    }
    return false;
  }

  /** Of two that cannot stand together the better context stays; a tie frees both. */
  settleConflicts(): void {
    const order = [...this.#placed].sort(
      (a, b) => (a.placed?.start ?? 0) - (b.placed?.start ?? 0) || a.old.index - b.old.index,
    );
    order.forEach((track, index) => {
      for (let next = index + 1; next < order.length && track.placed; next++) {
        const other = order[next];
        if (!other?.placed) continue;
        if (other.placed.start >= track.placed.end) break;
        if (mayShare(track.old, track.placed, other.old, other.placed)) continue;
        this.#settle(track, track.placed, other, other.placed);
      }
    });
  }

  #settle(one: Track, place: Candidate, other: Track, otherPlace: Candidate): void {
    const difference = evidence(place) - evidence(otherPlace);
    const tie = Math.abs(difference) < MARGIN.neighbours;
    if (tie) one.ambiguous = other.ambiguous = true;
    if (tie || difference > 0) this.free(other);
    if (tie || difference < 0) this.free(one);
  }
}

function evidence(candidate: Candidate): number {
  return candidate.context - ERROR_PRICE * candidate.errors;
}

function mayShare(one: OldMention, at: Candidate, other: OldMention, to: Candidate): boolean {
  if (one.fragment !== other.fragment) return false;
  const didOverlap =
    one.offset < other.offset + other.quote.length && other.offset < one.offset + one.quote.length;
  return didOverlap && isSamePlace(one, other) === isSameSpan(at, to);
}

function* cellsOf({ start, end }: Candidate): Generator<number> {
  for (let cell = Math.floor(start / CELL); cell * CELL < end; cell++) yield cell;
}
