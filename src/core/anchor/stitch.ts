import type { QuoteSelector } from '../model';
import { fold, foldedOffset } from './fold';
import { sentenceAfter, sentenceBefore } from './sentence';
import {
  CONTEXT,
  FRAGMENT_MAX,
  OVERLAP,
  OVERLAP_TRIES,
  OWN_CONTEXT,
  SHORT_CONTEXT,
} from './thresholds';

/** A stretch of the old text, put together from selectors that overlap. Folded. */
export interface Fragment {
  readonly text: string;
}

/** What the selectors of one source say together about one of its mentions. All text is folded. */
export interface OldMention {
  /** Place in stored order. */
  readonly index: number;
  /** prefix + exact + suffix. */
  readonly block: string;
  /** Offset of the quote in the block. */
  readonly lead: number;
  readonly quote: string;
  readonly fragment: Fragment;
  /** Offset of the quote in the fragment. */
  readonly offset: number;
  /** Of the fragment on each side: 64 characters, or what its own selector has if that is more. */
  readonly left: string;
  readonly right: string;
  /** The block begins (ends) where its line does. */
  readonly lineStart: boolean;
  readonly lineEnd: boolean;
  /** How many characters of the mention's own sentence are known on each side. */
  readonly sentenceLeft: number;
  readonly sentenceRight: number;
  /** Whether the sentence's border itself is among them. */
  readonly sentenceStarts: boolean;
  readonly sentenceEnds: boolean;
}

type Block = Pick<OldMention, 'index' | 'block' | 'lead' | 'quote' | 'lineStart' | 'lineEnd'>;

/**
 * Joins the selectors, given in stored order, into fragments of the old text. Selectors in another
 * order only yield more and shorter fragments.
 */
export function stitch(selectors: readonly QuoteSelector[]): readonly OldMention[] {
  const builders: FragmentBuilder[] = [];
  selectors.forEach((selector, index) => {
    const block = blockOf(selector, index);
    if (builders.at(-1)?.append(block)) return;
    builders.push(new FragmentBuilder(block));
  });
  return builders.flatMap((builder) => builder.build());
}

function blockOf({ prefix, exact, suffix }: QuoteSelector, index: number): Block {
  const folded = fold(prefix + exact + suffix);
  const lead = foldedOffset(folded, prefix.length);
  const end = foldedOffset(folded, prefix.length + exact.length);
  return {
    index,
    block: folded.text,
    lead,
    quote: folded.text.slice(lead, end),
    lineStart: reachesLineBorder(prefix),
    lineEnd: reachesLineBorder(suffix),
  };
}

/** Whether a stored context is so short only because its line begins or ends there. */
export function reachesLineBorder(context: string): boolean {
  return context.length < SHORT_CONTEXT && !/[\r\n]/.test(context);
}

class FragmentBuilder {
  #text: string;
  readonly #members: { readonly block: Block; offset: number }[];

  constructor(first: Block) {
    this.#text = first.block;
    this.#members = [{ block: first, offset: first.lead }];
  }

  /** False where the block does not overlap the fragment at or after its last mention. */
  append(block: Block): boolean {
    if (this.#text.length > FRAGMENT_MAX) return false;
    const offset = this.#offsetOf(block) ?? this.#prepend(block);
    if (offset === undefined) return false;
    const known = this.#text.length - (offset - block.lead);
    if (known < block.block.length) this.#text += block.block.slice(known);
    this.#members.push({ block, offset });
    return true;
  }

  build(): readonly OldMention[] {
    const fragment: Fragment = { text: this.#text };
    return this.#members.map(({ block, offset }) => inFragment(block, fragment, offset));
  }

  get #last(): number {
    return this.#members.at(-1)?.offset ?? 0;
  }

  /** The smallest offset at which the block agrees with all of the fragment that it covers. */
  #offsetOf({ block, lead }: Block): number | undefined {
    const text = this.#text;
    const probe = block.slice(0, OVERLAP);
    let at = text.indexOf(probe, Math.max(0, this.#last - lead));
    for (let tries = 0; at >= 0 && tries < OVERLAP_TRIES; tries++) {
      const overlap = Math.min(text.length - at, block.length);
      const enough = overlap >= OVERLAP || overlap === block.length;
      if (enough && text.startsWith(block.slice(0, overlap), at)) return at + lead;
      at = text.indexOf(probe, at + 1);
    }
    return undefined;
  }

  /** A block that begins before the fragment: its context is the longer one. */
  #prepend({ block, lead }: Block): number | undefined {
    const text = this.#text;
    if (this.#last >= lead) return undefined;
    const shift = block.indexOf(text.slice(0, OVERLAP));
    if (shift <= 0 || lead - shift < this.#last) return undefined;
    const overlap = Math.min(text.length, block.length - shift);
    if (overlap < OVERLAP || !block.startsWith(text.slice(0, overlap), shift)) return undefined;
    this.#text = block.slice(0, shift) + text;
    for (const member of this.#members) member.offset += shift;
    return lead;
  }
}

function inFragment(block: Block, fragment: Fragment, offset: number): OldMention {
  const end = offset + block.quote.length;
  const trail = block.block.length - block.lead - block.quote.length;
  const left = fragment.text.slice(Math.max(0, offset - contextLength(block.lead)), offset);
  const right = fragment.text.slice(end, end + contextLength(trail));
  const before = sentenceBefore(left);
  const after = sentenceAfter(right);
  return {
    ...block,
    fragment,
    offset,
    left,
    right,
    sentenceLeft: before ?? left.length,
    sentenceRight: after ?? right.length,
    sentenceStarts:
      before !== undefined ||
      (block.lineStart && offset === block.lead && block.lead === left.length),
    sentenceEnds: after !== undefined || (block.lineEnd && right.length === trail),
  };
}

/** @param own length of the context stored with the mention itself */
function contextLength(own: number): number {
  return Math.min(OWN_CONTEXT, Math.max(CONTEXT, own));
}

/** Whether two mentions are the same words of the old text. */
export function isSamePlace(one: OldMention, other: OldMention): boolean {
  return (
    one.fragment === other.fragment &&
    one.offset === other.offset &&
    one.quote.length === other.quote.length
  );
}
