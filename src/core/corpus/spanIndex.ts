import { firstIndex } from '../firstIndex';
import type { Span } from '../model';

/** Things with a stretch of text each, in text order; finds those at a place without a walk over all. */
export class SpanIndex<T extends { readonly span: Span }> {
  /** By start, an outer one before those within it. */
  readonly items: readonly T[];
  /** The furthest end among the items up to each. */
  readonly #reach: readonly number[];

  constructor(items: readonly T[]) {
    this.items = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    let furthest = 0;
    this.#reach = this.items.map(({ span }) => (furthest = Math.max(furthest, span.end)));
  }

  /** Items that share text or an end with the stretch, in order. */
  touching({ start, end }: Span): T[] {
    const found: T[] = [];
    for (let at = this.firstFrom(end + 1) - 1; at >= 0; at--) {
      if ((this.#reach[at] ?? 0) < start) break;
      const item = this.items[at];
      if (item && item.span.end >= start) found.push(item);
    }
    return found.reverse();
  }

  /** The index of the first item that starts at the offset or behind it. */
  firstFrom(offset: number): number {
    return firstIndex(this.items, ({ span }) => span.start >= offset);
  }
}
