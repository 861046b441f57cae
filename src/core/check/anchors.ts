import type { Corpus } from '../corpus/corpus';
import { type Anchored, type Quoting as Selecting, wordsOf } from '../corpus/anchored';
import type { ResolvedSource } from '../corpus/resolvedSource';
import { type Diagnostic, quoted } from '../diagnostic';
import type { Place, SourceAnnotations } from '../model';

/** Whatever quotes a source. */
interface Quoting extends Selecting {
  readonly place: Place;
}

/** That each quote has its one place in the source; a guess is never silent. */
export async function checkAnchors(
  corpus: Corpus,
  annotations: SourceAnnotations,
): Promise<Diagnostic[]> {
  if (annotations.source === undefined) return [];
  const resolved = await corpus.source(annotations.source);
  // Another file keeps this source's annotations; that is reported by itself.
  if (resolved?.annotations?.file !== annotations.file) return [];
  return resolved.doubtful.flatMap((one) => checkAnchor(resolved, one));
}

/** What is wrong with one record's place in its source. */
export function checkAnchor(resolved: ResolvedSource, one: Anchored<Quoting>): Diagnostic[] {
  const { record, status, exact } = one;
  const quote = quoted(wordsOf(record));
  if (status === 'lost') {
    return [report(one, 'anchor-lost', `${quote} is no longer in the source where it was.`)];
  }
  if (status === 'ambiguous') {
    const lines = new Set(
      one.candidates.map(({ start }) => resolved.source.positionAt(start).line + 1),
    );
    const where = ` (${lines.size > 1 ? 'lines' : 'line'} ${[...lines].join(', ')})`;
    const message = `${quote} may be meant in more than one way or place${where}; none is taken.`;
    return [report(one, 'anchor-ambiguous', message)];
  }
  const line = one.span ? resolved.source.positionAt(one.span.start).line + 1 : 0;
  if (!exact) {
    const words = quoted(one.segments.map((span) => resolved.source.slice(span)).join(' … '));
    const message = `The source has changed: on line ${line} stands ${words} for ${quote}.`;
    return [report(one, 'anchor-changed', message)];
  }
  if (status === 'moved') {
    const message = `${quote} has moved to line ${line}, out of the stored order.`;
    return [{ ...report(one, 'anchor-moved', message), severity: 'information' }];
  }
  return [];
}

function report(
  { record: { place } }: Anchored<Quoting>,
  code: 'anchor-lost' | 'anchor-ambiguous' | 'anchor-changed' | 'anchor-moved',
  message: string,
): Diagnostic {
  const span = place.values.get('exact') ?? place.span;
  return { code, severity: 'warning', message, file: place.file, span };
}
