import type { MentionKind, Span } from '../model';
import type { KnownNames } from './knownNames';
import { bestOf } from './bestOf';
import { TextFindings } from './textFindings';

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
  return TextFindings.in(text).proposals(known);
}
