import { overlap } from './candidates';
import type { Candidate } from './candidates';
import type { NewText } from './newText';
import type { OldMention } from './stitch';
import { COMPANY, CONTEXT, EVIDENCE, SCARCE } from './thresholds';
import type { Ground, Track } from './track';

/**
 * What proves a place by itself. A context that breaks off inside its own sentence, where all
 * around is intact, is a twin or a deletion, not an edit: so the sentence must be whole.
 */
export function ownGround(old: OldMention, place: Candidate, text: NewText): Ground | undefined {
  if (place.errors > errorsAllowed(old, place)) return undefined;
  if (isWholeLine(old, place, text)) return 'line';
  if (!isIntact(old, place)) return undefined;
  const known = old.left.length + old.right.length;
  const enough = information(old.quote + old.left + old.right) >= EVIDENCE.information;
  if (place.errors === 0 && enough && known > 0 && place.context >= known * EVIDENCE.allContext) {
    return 'context';
  }
  return isWholeSentence(old, place) && bordersHold(old, place, text) ? 'sentence' : undefined;
}

/** How many characters of the quote may differ at a place. */
export function errorsAllowed(old: OldMention, place: Candidate): number {
  const { length } = old.quote;
  const known = Math.min(place.left, place.right) >= EVIDENCE.errorContext;
  if (length < (known ? EVIDENCE.rigid : EVIDENCE.stiff)) return 0;
  return Math.max(1, length * (known ? EVIDENCE.errorsInContext : EVIDENCE.errors));
}

/** Whether the context matches to the borders of the mention's sentence, as far as it is known. */
export function isIntact(old: OldMention, place: Candidate): boolean {
  return (
    place.leftReach >= old.sentenceLeft - Math.min(3, old.sentenceLeft / 10) &&
    place.rightReach >= old.sentenceRight - Math.min(3, old.sentenceRight / 10)
  );
}

/** Part of the sentence's known context that scores; `undefined` where there is none. */
export function sentenceShare(old: OldMention, place: Candidate): number | undefined {
  const known = old.sentenceLeft + old.sentenceRight;
  if (known === 0) return undefined;
  return (
    (Math.min(place.left, old.sentenceLeft) + Math.min(place.right, old.sentenceRight)) / known
  );
}

function isWholeLine(old: OldMention, place: Candidate, text: NewText): boolean {
  const start = place.start - old.lead;
  return (
    old.lineStart &&
    old.lineEnd &&
    place.errors === 0 &&
    place.context >= old.block.length - old.quote.length &&
    information(old.block) >= EVIDENCE.lineInformation &&
    text.startsLine(start) &&
    text.endsLine(start + old.block.length)
  );
}

function isWholeSentence(old: OldMention, place: Candidate): boolean {
  const known = old.sentenceLeft + old.sentenceRight;
  const startKnown = old.sentenceStarts || place.left >= old.left.length * EVIDENCE.openSide;
  const endKnown = old.sentenceEnds || place.right >= old.right.length * EVIDENCE.openSide;
  return (
    known >= 6 &&
    known + old.quote.length >= EVIDENCE.sentenceLength &&
    (sentenceShare(old, place) ?? 0) >= EVIDENCE.sentence &&
    startKnown &&
    endKnown
  );
}

/**
 * Whether a sentence known to begin (end) with its line still begins (ends) something. Without
 * it a heading would be found again inside any sentence that uses its words. Judged only where the
 * context came through unchanged, so that the border's offset is certain.
 */
function bordersHold(old: OldMention, place: Candidate, text: NewText): boolean {
  const { left, right, sentenceLeft, sentenceRight } = old;
  if (old.sentenceStarts && sentenceLeft === left.length && place.left === left.length) {
    const start = place.start - left.length;
    if (!text.startsLine(start) && !text.startsSentence(start)) return false;
  }
  if (old.sentenceEnds && sentenceRight === right.length && place.right === right.length) {
    const end = place.end + right.length;
    if (!text.endsLine(end) && !text.endsSentence(end)) return false;
  }
  return true;
}

/** In Latin letters: one CJK character says about as much as four. */
function information(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters += text.charCodeAt(at) > 0x2e80 ? 4 : 1;
  return letters;
}

/**
 * Whether a mention of a rewritten passage moves in company: few around it were placed, but
 * enough of the nearest stand in the same order at a like distance.
 */
export function isInCompany(tracks: readonly Track[], index: number, place: Candidate): boolean {
  if (place.context < COMPANY.context || isTwin(tracks[index]?.old, place)) return false;
  if (placedShare(tracks, index) >= COMPANY.share) return false;
  const mates = around(tracks, index, COMPANY.reach, (track) => {
    const known = track.best && track.best.context >= COMPANY.context ? track.best : undefined;
    return isMate(tracks[index], place, track, track.placed ?? known);
  });
  return mates >= COMPANY.mates;
}

/** One side came through whole and the other breaks off: a twin sentence, not a rewritten one. */
function isTwin(old: OldMention | undefined, place: Candidate): boolean {
  if (!old || isIntact(old, place)) return false;
  const whole = CONTEXT * COMPANY.twin;
  return Math.max(place.left, place.right) >= whole;
}

/**
 * Whether a placed mention stands near in stored order, and in the text as it should. One that
 * shares text with it is no witness: the same phrase holds both.
 */
export function hasPlacedNeighbour(tracks: readonly Track[], index: number): boolean {
  const place = tracks[index]?.placed;
  if (!place) return false;
  const isNeighbour = (track: Track): boolean => {
    if (!track.placed || overlap(track.placed, place)) return false;
    return isMate(tracks[index], place, track, track.placed);
  };
  return around(tracks, index, SCARCE.reach, isNeighbour) > 0;
}

function placedShare(tracks: readonly Track[], index: number): number {
  const all = around(tracks, index, COMPANY.around, () => true);
  const placed = around(
    tracks,
    index,
    COMPANY.around,
    (track) => track.placed !== undefined && track.ground !== 'company',
  );
  return all === 0 ? 0 : placed / all;
}

function isMate(
  own: Track | undefined,
  place: Candidate,
  track: Track,
  its: Candidate | undefined,
): boolean {
  if (!own || !its) return false;
  const distance = (its.start - place.start) * Math.sign(track.old.index - own.old.index);
  if (distance < 0 || (distance === 0 && track.old.offset !== own.old.offset)) return false;
  if (track.old.fragment !== own.old.fragment) return distance <= COMPANY.distance;
  const old = Math.abs(track.old.offset - own.old.offset);
  return distance >= old / 2 - 6 && distance <= old * 2 + 30;
}

/** How many of the `reach` tracks on each side satisfy a condition. */
function around(
  tracks: readonly Track[],
  index: number,
  reach: number,
  condition: (track: Track) => boolean,
): number {
  let count = 0;
  for (let other = Math.max(0, index - reach); other <= index + reach; other++) {
    const track = tracks[other];
    if (track && other !== index && condition(track)) count++;
  }
  return count;
}
