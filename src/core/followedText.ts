import { EditMap } from './editMap';
import { type TextEdit, applyEdits } from './textEdit';

/** A text and what was edited in it since, each edit as it happened. */
export class FollowedText {
  /** The text before all edits. */
  readonly base: string;
  readonly #edits: EditMap;

  constructor(base: string, edits = EditMap.none) {
    this.base = base;
    this.#edits = edits;
  }

  /** @param edits in offsets of the text as it is here, not overlapping */
  edited(edits: readonly TextEdit[]): FollowedText {
    return new FollowedText(this.base, this.#edits.then(edits));
  }

  /** What all edits come to; those that were taken back count for nothing. */
  get edits(): EditMap {
    return this.#edits.netOf(this.base);
  }

  /** The text after all edits. */
  text(): string {
    return applyEdits(this.base, this.#edits.edits);
  }
}
