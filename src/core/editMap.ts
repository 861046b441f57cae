import { firstIndex } from './firstIndex';
import type { Span } from './model';
import type { TextEdit } from './textEdit';

/** An edit of the old text, and where what it wrote stands in the new one. */
interface Piece extends TextEdit {
  readonly newStart: number;
  readonly newEnd: number;
}

/**
 * How positions move with edits: all that was edited since a text was read, as one list of edits of
 * that text. What a keystroke adds costs in the number of places edited, not in the size of the
 * text. Offsets are UTF-16 code units.
 */
export class EditMap {
  static readonly none = new EditMap([]);
  readonly #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** In offsets of the old text, in order; none overlaps another. */
  get edits(): readonly TextEdit[] {
    return this.#pieces;
  }

  /** The map to the text after further edits, given in offsets of the text that this one leads to. */
  then(edits: readonly TextEdit[]): EditMap {
    // From the last to the first: what stands before an edit keeps its offsets.
    const backwards = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
    // All places replaced at once: nothing yet that they could change.
    if (this.#pieces.length === 0) return new EditMap(placed(backwards.reverse()));
    const merge = new Merge(this.#pieces);
    for (const edit of backwards) merge.add(edit);
    return new EditMap(placed(merge.edits()));
  }

  /**
   * What the edits come to: whole words at the ends of a stretch that were replaced by themselves
   * stay what they were, and so does all that was taken back.
   *
   * @param text the old one
   */
  netOf(text: string): EditMap {
    const pieces = this.#pieces.map((piece) => withoutEqualEnds(text, piece));
    return new EditMap(placed(pieces.filter((one) => one.start < one.end || one.newText !== '')));
  }

  /** Where a stretch now begins that began at `offset`: behind what was typed before it. */
  startAfter(offset: number): number {
    const piece = this.#pieces[this.lastUpTo(offset)];
    if (!piece) return offset;
    if (piece.end <= offset) return offset + piece.newEnd - piece.end;
    return piece.start === offset ? piece.newStart : piece.newEnd;
  }

  /** Where a stretch now ends that ended at `offset`: before what was typed behind it. */
  endAfter(offset: number): number {
    const piece = this.#pieces[this.lastUpTo(offset - 1)];
    if (!piece) return offset;
    return piece.end <= offset ? offset + piece.newEnd - piece.end : piece.newStart;
  }

  /** Never less than nothing: of a stretch that was taken out whole, a place is left. */
  spanAfter({ start, end }: Span): Span {
    const newStart = this.startAfter(start);
    return { start: newStart, end: Math.max(newStart, this.endAfter(end)) };
  }

  /** Whether words within the stretch were edited; typing directly before or behind is no edit. */
  touches({ start, end }: Span): boolean {
    const piece = this.#pieces[this.lastUpTo(end - 1)];
    return piece !== undefined && piece.end > start;
  }

  /** The edits of words within the stretch, from its start; applied to its words they give the new. */
  editsWithin({ start, end }: Span): TextEdit[] {
    const within: TextEdit[] = [];
    for (let at = this.lastUpTo(end - 1); at >= 0; at--) {
      const piece = this.#pieces[at];
      if (!piece || piece.end <= start) break;
      // What replaces more than words of the stretch stands outside of it.
      const isInside = piece.start >= start && piece.end <= end;
      within.push({
        start: Math.max(piece.start, start) - start,
        end: Math.min(piece.end, end) - start,
        newText: isInside ? piece.newText : '',
      });
    }
    return within.reverse();
  }

  /** The old offsets at which what is now from `start` to `end` may have stood. */
  spanBefore({ start, end }: Span): Span {
    const reached = this.#pieces.filter((piece) => piece.newStart <= end && piece.newEnd >= start);
    const first = reached[0];
    const last = reached.at(-1);
    return {
      start: Math.min(first?.start ?? Infinity, this.#offsetBefore(start)),
      end: Math.max(last?.end ?? 0, this.#offsetBefore(end)),
    };
  }

  /** The last edit that begins at the offset or before it; -1 where there is none. */
  lastUpTo(offset: number): number {
    return firstIndex(this.#pieces, ({ start }) => start > offset) - 1;
  }

  #offsetBefore(offset: number): number {
    const piece = this.#pieces.findLast(({ newStart }) => newStart <= offset);
    if (!piece) return offset;
    return offset >= piece.newEnd ? offset - piece.newEnd + piece.end : piece.start;
  }
}

/**
 * With the places that the edits before each of them lead to.
 * @param shift of what stands before them all
 */
function placed(edits: readonly TextEdit[], shift = 0): Piece[] {
  return edits.map(({ start, end, newText }) => {
    const newStart = start + shift;
    const newEnd = newStart + newText.length;
    shift = newEnd - end;
    return { start, end, newText, newStart, newEnd };
  });
}

/**
 * Pieces and further edits, which come from the last to the first. Only what is before the one at
 * hand is known by the places that it leads to: behind it, they move with each edit.
 */
class Merge {
  readonly #before: Piece[];
  /** From the last to the first. */
  readonly #behind: TextEdit[] = [];

  constructor(pieces: readonly Piece[]) {
    this.#before = [...pieces];
  }

  edits(): TextEdit[] {
    return [...this.#before, ...this.#behind.reverse()];
  }

  /**
   * One more edit, in new offsets. It becomes one with edits whose text it changes, and where a run
   * of typing or of deleting goes on. Others stay apart though they touch: between them may be the
   * border of a stretch.
   */
  add(edit: TextEdit): void {
    this.#goTo(edit.start);
    const changed = this.#takeWithin(edit);
    const merged = mergedWith(changed, shiftOf(this.#before.at(-1)), edit);
    if (merged.start < merged.end || merged.newText !== '') this.#behind.push(merged);
  }

  /** What ends at the offset or before it is before, all else behind. */
  #goTo(offset: number): void {
    for (let one = this.#before.at(-1); one && one.newEnd > offset; one = this.#before.at(-1)) {
      this.#before.pop();
      this.#behind.push(one);
    }
    for (let one = this.#next(); one && one.newEnd <= offset; one = this.#next()) {
      this.#behind.pop();
      this.#before.push(one);
    }
  }

  /** The pieces that become one with the edit. */
  #takeWithin(edit: TextEdit): Piece[] {
    const taken: Piece[] = [];
    let one = this.#next();
    for (; one && one.newStart < edit.end; one = this.#next(one)) {
      this.#behind.pop();
      taken.push(one);
    }
    if (taken.length > 0 && edit.newText !== '') return taken;
    if (edit.newText === '' && one && goesOn(one, edit)) {
      this.#behind.pop();
      taken.push(one);
    }
    const last = this.#before.at(-1);
    if (last && goesOn(last, edit)) {
      this.#before.pop();
      taken.unshift(last);
    }
    return taken;
  }

  /** The first piece behind, where it leads to if `last` is what stands before it. */
  #next(last = this.#before.at(-1)): Piece | undefined {
    const edit = this.#behind.at(-1);
    return edit && placed([edit], shiftOf(last))[0];
  }
}

/** Whether the edit types on behind what was typed or replaced, or deletes on beside a deletion. */
function goesOn(piece: Piece | undefined, { start, end, newText }: TextEdit): boolean {
  if (!piece) return false;
  if (newText === '') return piece.newText === '' && piece.newStart <= end && piece.newEnd >= start;
  return start === end && piece.newEnd === start;
}

/** @param shift of what stands before the pieces */
function mergedWith(pieces: readonly Piece[], shift: number, edit: TextEdit): TextEdit {
  const [first] = pieces;
  const last = pieces.at(-1);
  return {
    start: Math.min(first?.start ?? Infinity, edit.start - shift),
    end: Math.max(last?.end ?? 0, edit.end - (last ? shiftOf(last) : shift)),
    newText:
      (first?.newText.slice(0, Math.max(0, edit.start - first.newStart)) ?? '') +
      edit.newText +
      (last?.newText.slice(Math.max(0, edit.end - last.newStart)) ?? ''),
  };
}

function shiftOf(piece: Piece | undefined): number {
  return piece ? piece.newEnd - piece.end : 0;
}

/** Words that may have stayed at the one end as well as at the other have not stayed. */
function withoutEqualEnds(text: string, edit: TextEdit): TextEdit {
  const old = text.slice(edit.start, edit.end);
  const { newText } = edit;
  if (old === newText) return { start: edit.end, end: edit.end, newText: '' };
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  let tail = 0;
  while (tail < most && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  while (head > 0 && !(isGap(old, head) && isGap(newText, head))) head--;
  while (tail > 0 && !(isGap(old, old.length - tail) && isGap(newText, newText.length - tail))) {
    tail--;
  }
  const shorter = old.length < newText.length ? old : newText;
  if (shorter.slice(most - tail, head).trim() !== '') return edit;
  tail = Math.min(tail, most - head);
  return {
    start: edit.start + head,
    end: edit.end - tail,
    newText: newText.slice(head, newText.length - tail),
  };
}

/** Whether white space or the text's end is beside an offset. */
function isGap(text: string, at: number): boolean {
  return (text[at - 1] ?? ' ').trim() === '' || (text[at] ?? ' ').trim() === '';
}
