import type { Span } from '../model';
import { SourceText } from '../text';
import type { TextEdit } from '../textEdit';
import { type Anchored, ResolvedSource, hullOf } from './resolvedSource';

/**
 * The source after edits that were seen as they happened: anchors move with the text, by arithmetic
 * alone. Undefined where an edit touches the words of a record itself: then the source must be
 * resolved anew. A record without a place stays without one until then.
 *
 * @param edits in offsets of the text before, not overlapping.
 */
export function shiftAnchors(
  old: ResolvedSource,
  edits: readonly TextEdit[],
  text: string,
): ResolvedSource | undefined {
  const mentions = shiftAll(old.mentions, edits);
  const claims = mentions && shiftAll(old.claims, edits);
  if (!claims) return undefined;
  return new ResolvedSource(old.path, new SourceText(text), old.annotations, mentions, claims);
}

function shiftAll<T>(
  all: readonly Anchored<T>[],
  edits: readonly TextEdit[],
): Anchored<T>[] | undefined {
  const shifted: Anchored<T>[] = [];
  for (const one of all) {
    if (one.span === undefined) {
      shifted.push(one);
      continue;
    }
    const segments = one.segments.map((span) => shift(span, edits));
    if (!segments.every((span) => span !== undefined)) return undefined;
    shifted.push({ ...one, segments, span: hullOf(segments) });
  }
  return shifted;
}

/** Typing directly before or behind a span leaves it as it is. */
function shift(span: Span, edits: readonly TextEdit[]): Span | undefined {
  let by = 0;
  for (const edit of edits) {
    if (edit.start >= span.end) continue;
    if (edit.end > span.start) return undefined;
    by += edit.newText.length - (edit.end - edit.start);
  }
  return by === 0 ? span : { start: span.start + by, end: span.end + by };
}
