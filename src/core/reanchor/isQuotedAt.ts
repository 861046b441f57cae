import { toLf } from '../anchor';
import type { Quoting } from '../corpus/anchored';
import type { Span } from '../model';

/** Whether the stored words stand at the spans, with the stored context around them. */
export function isQuotedAt({ selectors }: Quoting, text: string, spans: readonly Span[]): boolean {
  return spans.every(({ start, end }, at) => {
    const selector = selectors[at];
    if (!selector) return false;
    const [prefix, exact, suffix] = [selector.prefix, selector.exact, selector.suffix].map(toLf);
    // Line ends count as one, and may be two characters.
    const before = toLf(text.slice(Math.max(0, start - 2 * (prefix?.length ?? 0)), start));
    const after = toLf(text.slice(end, end + 2 * (suffix?.length ?? 0)));
    return (
      toLf(text.slice(start, end)) === exact &&
      before.endsWith(prefix ?? '') &&
      after.startsWith(suffix ?? '')
    );
  });
}
