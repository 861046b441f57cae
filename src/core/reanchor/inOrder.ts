import type { Anchored } from '../corpus/anchored';
import { parseFile } from '../corpus/parsedFile';
import { ResolvedSource } from '../corpus/resolvedSource';
import { type ItemMove, moveItems } from '../format/yamlMove';
import type { Claim, Mention, Span } from '../model';
import { EditRefusedError } from '../textEdit';
import { contentOf } from './quotingRecords';
import type { NewPlace } from './storeQuotes';

/**
 * An annotation file with records that have moved, among some of it, at their place in the order of
 * the source. A list that is written so that its items cannot be moved stays as it is.
 */
export async function inOrder(
  { path, source }: ResolvedSource,
  file: string,
  text: string,
  places: readonly NewPlace[],
): Promise<string> {
  const wanted = new Set(places.map(({ record }) => contentOf(record)));
  let now = text;
  for (const key of ['mentions', 'claims'] as const) {
    const { annotations } = await parseFile(file, now);
    if (!annotations) return now;
    const records = ResolvedSource.of(path, source.text, annotations)[key];
    const moves = movesOf(records, ({ record }) => wanted.has(contentOf(record)));
    if (moves.length > 0) now = moved(now, key, moves);
  }
  return now;
}

function moved(text: string, key: string, moves: readonly ItemMove[]): string {
  try {
    return moveItems(text, key, moves);
  } catch (error) {
    if (error instanceof EditRefusedError) return text;
    throw error;
  }
}

type Record = Anchored<Mention | Claim>;

function movesOf(records: readonly Record[], isWanted: (one: Record) => boolean): ItemMove[] {
  const leaving = records.filter((one) => one.status === 'moved' && isWanted(one));
  const staying = records.filter((one) => one.span && one.status === 'found');
  return [...leaving]
    .sort((a, b) => compare(a.span, b.span))
    .map((one) => ({
      start: one.record.place.span.start,
      before: staying.find(({ span }) => compare(span, one.span) > 0)?.record.place.span.start,
    }));
}

/** By position in the source, the longer first. */
function compare(a: Span | undefined, b: Span | undefined): number {
  return (a?.start ?? 0) - (b?.start ?? 0) || (b?.end ?? 0) - (a?.end ?? 0);
}
