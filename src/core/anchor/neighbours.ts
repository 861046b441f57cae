import type { Candidate, CandidateFinder } from './candidates';
import { isSameSpan } from './candidates';
import { errorsAllowed, isIntact, sentenceShare } from './evidence';
import type { NewText } from './newText';
import type { Placements } from './placements';
import type { OldMention } from './stitch';
import { BETWEEN, ERROR_PRICE, MARGIN, OVERLAP } from './thresholds';
import type { Track } from './track';

/** A placed neighbour in stored order. */
interface Neighbour {
  readonly old: OldMention;
  readonly place: Candidate;
}

/** How a candidate's distance to a placed neighbour agrees with the old one. */
const AGREES = { wrongSide: -1, unknown: 0, likely: 1, roughly: 2, exactly: 3 } as const;

/** A candidate among its placed neighbours. */
interface Option {
  readonly candidate: Candidate;
  readonly toBefore: number;
  readonly toAfter: number;
  readonly value: number;
}

/** Places mentions between their placed neighbours, where order and room are evidence. */
export class Neighbourhood {
  readonly #text: NewText;
  readonly #finders: readonly CandidateFinder[];
  readonly #placements: Placements;
  /** Per mention the window last searched, so that a further pass does not repeat it. */
  readonly #searched = new Map<Track, string>();

  constructor(text: NewText, finders: readonly CandidateFinder[], placements: Placements) {
    this.#text = text;
    this.#finders = finders;
    this.#placements = placements;
  }

  /** One pass over all mentions not yet placed. */
  pass(tracks: readonly Track[]): void {
    const following = nextPlaced(tracks);
    let before: Track | undefined;
    tracks.forEach((track, index) => {
      if (!track.placed) this.#between(track, asNeighbour(before), asNeighbour(following[index]));
      if (track.placed) before = track;
    });
  }

  #between(track: Track, before: Neighbour | undefined, after: Neighbour | undefined): void {
    if (before && after) this.#search(track, before.place.start, after.place.end);
    const options = this.#options(track, before, after);
    const [first, second] = options;
    if (!first) return;
    const { candidate } = first;
    if (second && first.value - second.value < MARGIN.neighbours) {
      if (candidate.context >= BETWEEN.bracketContext) track.ambiguous = true;
      return;
    }
    if (candidate.errors > errorsAllowed(track.old, candidate)) return;
    const isProven = this.#isProven(track, first, before, after);
    if (isProven) this.#placements.place(track, candidate, 'neighbours');
  }

  /** Adds what the window holds: the quote as it stands, else the best alignment. */
  #search(track: Track, from: number, to: number): void {
    const window = `${from}-${to}`;
    const finder = this.#finders[track.old.index];
    if (!finder || from >= to || to - from >= BETWEEN.searched) return;
    if (this.#searched.get(track) === window) return;
    this.#searched.set(track, window);
    const { quote } = track.old;
    const words = this.#text.folded.slice(from, to);
    let hits = 0;
    for (let at = words.indexOf(quote); at >= 0 && hits < BETWEEN.hits; hits++) {
      add(track, finder.at(from + at));
      at = words.indexOf(quote, at + 1);
    }
    if (hits === 0 && to - from < BETWEEN.aligned) add(track, finder.within(from, to));
  }

  /** The free candidates that are on the right side of a neighbour, best first. */
  #options(
    track: Track,
    before: Neighbour | undefined,
    after: Neighbour | undefined,
  ): readonly Option[] {
    const options: Option[] = [];
    for (const candidate of track.candidates) {
      if (this.#placements.isTaken(track, candidate)) continue;
      const toBefore = agreement(track.old, candidate, before);
      const toAfter = agreement(track.old, candidate, after);
      if (toBefore < 0 && toAfter < 0) continue;
      const support = Math.max(0, toBefore) + Math.max(0, toAfter);
      const value =
        candidate.context +
        BETWEEN.support * support -
        BETWEEN.outOfOrder * (Math.min(toBefore, toAfter) < 0 ? 1 : 0) -
        ERROR_PRICE * candidate.errors;
      options.push({ candidate, toBefore, toAfter, value });
    }
    return options.sort((a, b) => b.value - a.value);
  }

  #isProven(
    track: Track,
    option: Option,
    before: Neighbour | undefined,
    after: Neighbour | undefined,
  ): boolean {
    const { old } = track;
    const { candidate, toBefore, toAfter } = option;
    if (Math.max(toBefore, toAfter) === AGREES.exactly) {
      const both = Math.min(toBefore, toAfter) >= AGREES.roughly;
      return candidate.context >= BETWEEN.keptDistance || both;
    }
    if (before && after && Math.min(toBefore, toAfter) > 0 && isAdjacent(old, before, after)) {
      if (this.#isLineBetween(old, candidate)) return true;
      if (hasRoom(old, candidate, before, after)) return true;
    }
    if (this.#hasRival(track, candidate)) {
      track.ambiguous = true;
      return false;
    }
    const window = before && after ? after.place.end - before.place.start : Infinity;
    return isBracketed(old, option, window);
  }

  #isLineBetween(old: OldMention, place: Candidate): boolean {
    const known = old.left.length + old.right.length;
    if (known <= 16 && place.context >= 0.6 * known) return true;
    const stored = old.block.length - old.quote.length;
    return (
      old.lineStart &&
      old.lineEnd &&
      place.context >= 0.7 * stored &&
      this.#text.startsLine(place.start - old.lead) &&
      this.#text.endsLine(place.end + stored - old.lead)
    );
  }

  #hasRival(track: Track, chosen: Candidate): boolean {
    const least = chosen.context - ERROR_PRICE * chosen.errors + BETWEEN.rival;
    return track.candidates.some(
      (other) =>
        other !== chosen &&
        other.context - ERROR_PRICE * other.errors >= least &&
        !this.#placements.isTaken(track, other),
    );
  }
}

function add(track: Track, candidate: Candidate | undefined): void {
  if (!candidate || track.candidates.some((known) => isSameSpan(known, candidate))) return;
  track.candidates.push(candidate);
}

/** Per index the first placed track after it. */
function nextPlaced(tracks: readonly Track[]): readonly (Track | undefined)[] {
  let next: Track | undefined;
  const following = tracks.toReversed().map((track) => {
    const known = next;
    if (track.placed) next = track;
    return known;
  });
  return following.reverse();
}

function asNeighbour(track: Track | undefined): Neighbour | undefined {
  return track?.placed ? { old: track.old, place: track.placed } : undefined;
}

function isAdjacent({ index }: OldMention, before: Neighbour, after: Neighbour): boolean {
  return before.old.index >= index - 2 && after.old.index <= index + 2;
}

function agreement(old: OldMention, place: Candidate, neighbour: Neighbour | undefined): number {
  if (!neighbour) return AGREES.unknown;
  const distance = place.start - neighbour.place.start;
  const isBefore = neighbour.old.index < old.index;
  if (isBefore ? distance < 0 : distance > 0) return AGREES.wrongSide;
  if (neighbour.old.fragment !== old.fragment) {
    return Math.abs(distance) < 2 * BETWEEN.aligned ? AGREES.likely : AGREES.unknown;
  }
  const expected = old.offset - neighbour.old.offset;
  const change = Math.abs(distance - expected);
  if (change <= 2) return AGREES.exactly;
  if (change <= Math.max(6, Math.abs(expected) * 0.3)) return AGREES.roughly;
  return change <= Math.abs(expected) + 40 ? AGREES.likely : AGREES.wrongSide;
}

/**
 * A quote as it was, with as much text to its neighbours as there was. Neighbours that closed up
 * leave no room: that is a deletion.
 */
function hasRoom(old: OldMention, place: Candidate, before: Neighbour, after: Neighbour): boolean {
  const window = after.place.end - before.place.start;
  if (place.errors > 0 || window > BETWEEN.room) return false;
  const own: Neighbour = { old, place };
  if (!isLikeDistance(before, own) || !isLikeDistance(own, after)) return false;
  if (before.old.fragment === old.fragment && old.fragment === after.old.fragment) {
    return place.context >= BETWEEN.roomContext || old.quote.length >= BETWEEN.roomLength;
  }
  if (window <= BETWEEN.tightWindow && old.quote.length >= BETWEEN.tightLength) return true;
  const share = sentenceShare(old, place) ?? 1;
  return place.context >= BETWEEN.looseContext && share >= BETWEEN.bracketShare;
}

function isLikeDistance(one: Neighbour, other: Neighbour): boolean {
  const distance = other.place.start - one.place.start;
  const joined = one.old.fragment === other.old.fragment;
  const old = joined
    ? other.old.offset - one.old.offset
    : one.old.fragment.text.length - one.old.offset + other.old.offset - OVERLAP;
  return distance >= old / 2 - 6 && distance <= old * 2 + (joined ? 30 : 300);
}

function isBracketed(old: OldMention, option: Option, window: number): boolean {
  const { candidate, toBefore, toAfter } = option;
  const share = sentenceShare(old, candidate) ?? 1;
  const intact = isIntact(old, candidate);
  const { context } = candidate;
  if (Math.min(toBefore, toAfter) < 0) {
    return context >= BETWEEN.outOfOrderContext && share >= BETWEEN.outOfOrderShare && intact;
  }
  if (Math.min(toBefore, toAfter) >= AGREES.likely) {
    if (toBefore + toAfter >= 3 && candidate.errors === 0 && context >= 2) return true;
    const near = intact || window <= BETWEEN.bracketWindow;
    if (context >= BETWEEN.bracketContext && share >= BETWEEN.bracketShare && near) return true;
  }
  const supported = Math.max(toBefore, toAfter) >= AGREES.likely;
  return supported && context >= BETWEEN.sideContext && share >= BETWEEN.sideShare && intact;
}
