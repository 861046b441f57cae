import type { MentionKind, Span } from '../model';
import { coordinatedWith } from './coordination';
import { dateExpressions } from './dateExpressions';
import { datelineOf, headLength } from './dateline';
import { type KnownNames, knownMentions } from './knownNames';
import { type NewName, newNames } from './newNames';
import { tokensOf } from './tokens';

/** Words that may be a mention, and of what. */
export interface Suggestion extends Span {
  /** Undefined: nothing that the registry has. */
  readonly entity?: string;
  readonly type: string;
  readonly kind: MentionKind;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Of a date whose value the text tells: EDTF. */
  readonly value?: string;
  /** The whole name, where the words are only a part of it. */
  readonly name?: string;
}

/**
 * What may be annotated in a text, in order: known names first, then dates, then new names. Of two
 * that overlap, the known or longer one.
 *
 * @param excluded what is annotated or rejected: nothing that touches it is proposed
 */
export function suggestionsIn(
  text: string,
  known: KnownNames,
  excluded: readonly Span[],
): Suggestion[] {
  return bestOf(proposalsIn(text, known), excluded);
}

/** All that may be annotated in a text, in no order; much of it overlaps. */
export function proposalsIn(text: string, known: KnownNames): Suggestion[] {
  const tokens = tokensOf(text);
  const dates = dateExpressions(text, datelineOf(dateExpressions(text.slice(0, headLength))));
  const mentions = knownMentions(text, known);
  return [
    ...mentions,
    ...dates.map(
      (date) => ({ ...date, ...known.dateOf(date), kind: 'name', confidence: 0.9 }) as const,
    ),
    ...newNames(text, tokens, dates).flatMap((name) => withList(text, name)),
  ];
}

/** A new name, and the members of the list that it begins. */
function withList(text: string, name: NewName): Suggestion[] {
  const others = coordinatedWith(text, name).map((member) => {
    const confidence = Math.round(80 * name.confidence) / 100;
    return { ...member, type: name.type, kind: 'elliptical' as const, confidence };
  });
  return [{ ...name, kind: 'name' }, ...others];
}

/**
 * The best of what overlaps: the longer, then the known, then the surer; in text order.
 *
 * @param excluded nothing that touches it is left
 */
export function bestOf(all: readonly Suggestion[], excluded: readonly Span[]): Suggestion[] {
  const ranked = [...all].sort(
    (a, b) =>
      lengthOf(b) - lengthOf(a) ||
      Number(b.entity !== undefined) - Number(a.entity !== undefined) ||
      b.confidence - a.confidence,
  );
  const length = [...all, ...excluded].reduce((most, { end }) => Math.max(most, end), 0);
  const occupied = new Occupied(length, excluded);
  return ranked.filter((one) => occupied.take(one)).sort((a, b) => a.start - b.start);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Which units of a text are spoken for. */
class Occupied {
  readonly #units: Uint8Array;

  constructor(length: number, spans: readonly Span[]) {
    this.#units = new Uint8Array(length);
    for (const { start, end } of spans) this.#units.fill(1, start, end);
  }

  /** Whether all of it was free, and is taken now. */
  take({ start, end }: Span): boolean {
    for (let at = start; at < end; at++) if (this.#units[at] === 1) return false;
    this.#units.fill(1, start, end);
    return true;
  }
}
