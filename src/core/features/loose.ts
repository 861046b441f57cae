import { type Anchored, isAsStored } from '../corpus/anchored';
import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import type { ResolvedSource } from '../corpus/resolvedSource';
import type { Claim, Mention, Quote, Span } from '../model';
import { SourceText } from '../text';
import type { ExcerptPiece } from './excerpt';

/** `changed`: the place is known, and other words stand there than are stored. */
export type Looseness = 'lost' | 'ambiguous' | 'changed' | 'moved';

type LooseQuote = Claim | Mention | Quote;

/** A record that does not stand where and as it is stored: somebody is to say what becomes of it. */
export interface LooseRecord {
  readonly source: string;
  readonly record: LooseQuote;
  readonly looseness: Looseness;
  /** Where its words stand now; none where they have no one place. */
  readonly spans: readonly Span[];
  /** Where they may stand, if ambiguous; in text order. */
  readonly candidates: readonly Span[];
  /** Where to look for it first: its place, or where it would be if it still were. */
  readonly near: Span;
}

export interface LooseSource {
  readonly source: string;
  readonly text: SourceText;
  /** In the order in which they are stored; quotes of tensions last. */
  readonly records: readonly LooseRecord[];
}

const parallelSources = 8;

/** All loose records, by source; sources without any are left out. */
export async function looseOf(corpus: Corpus): Promise<LooseSource[]> {
  const sources = await corpus.sources();
  const found = await mapLimited(sources, parallelSources, (path) => looseIn(corpus, path));
  return found.filter(({ records }) => records.length > 0);
}

async function looseIn(corpus: Corpus, path: string): Promise<LooseSource> {
  const resolved = await corpus.source(path);
  if (!resolved) return { source: path, text: new SourceText(''), records: [] };
  const quotes = (await corpus.tensions())
    .flatMap((one) => one.quotes)
    .filter(({ source }) => source === path);
  const all: Anchored<LooseQuote>[] = [
    ...[...resolved.doubtful].sort((a, b) => a.record.place.span.start - b.record.place.span.start),
    ...resolved.anchor(quotes).filter((one) => !isAsStored(one)),
  ];
  const records = all.map((one) => looseRecord(resolved, one));
  return { source: path, text: resolved.source, records };
}

function looseRecord(
  resolved: ResolvedSource,
  { record, status, exact, segments, span, candidates }: Anchored<LooseQuote>,
): LooseRecord {
  const hasPlace = status === 'found' || status === 'moved';
  return {
    source: resolved.path,
    record,
    looseness: !hasPlace ? status : exact ? 'moved' : 'changed',
    spans: segments,
    candidates: [...candidates].sort((a, b) => a.start - b.start),
    near: span ?? candidates[0] ?? gapOf(resolved, record),
  };
}

/** Behind the last mention that is stored before the record and has a place. */
function gapOf({ mentions }: ResolvedSource, { place }: LooseQuote): Span {
  const before = mentions.findLast(
    ({ record, span }) =>
      span && record.place.file === place.file && record.place.span.start < place.span.start,
  );
  const end = before?.span?.end ?? 0;
  return { start: end, end };
}

/** The words as they are stored, between the context that is stored, on one line. */
export function storedExcerpt({ selectors }: LooseQuote): ExcerptPiece[] {
  const pieces = selectors.flatMap(({ prefix, exact, suffix }, at) => [
    { text: at === 0 ? tail(prefix) : ' … ', marked: false },
    { text: exact, marked: true },
    { text: at === selectors.length - 1 ? suffix : '', marked: false },
  ]);
  return pieces
    .map(({ text, marked }) => ({ text: text.replace(/\s+/g, ' '), marked }))
    .filter(({ text }) => text !== '');
}

/** More letters before would push the words out of a narrow view. */
const longestLead = 20;

function tail(prefix: string): string {
  if (prefix.length <= longestLead) return prefix;
  const border = prefix.slice(-longestLead).search(/\s\S/);
  return `… ${border < 0 ? '' : prefix.slice(prefix.length - longestLead + border + 1)}`;
}
