import { describe } from '../anchor';
import type { Corpus } from '../corpus/corpus';
import { type ParsedFile, parseFile } from '../corpus/parsedFile';
import { isAsStored } from '../corpus/anchored';
import { ResolvedSource } from '../corpus/resolvedSource';
import { quoted } from '../diagnostic';
import { type QuotedPlace, quotedPlaceOf } from '../features/yaml/quotedPassage';
import type { QuoteTarget, QuotingRecord } from '../features/yaml/targets';
import { selectorTexts } from '../format/selectorTexts';
import { editYaml, setTexts } from '../format/yamlEdit';
import { hashOf } from '../hash';
import type { Span } from '../model';
import { EditRefusedError, type FileChange } from '../textEdit';
import { type QuickFix, type Trouble, changeOf } from './quickFix';

/** So many places are offered; whoever has more annotates the words anew. */
const shownPlaces = 10;

/** The words at the place are taken for what is quoted. */
export async function changedFixes(trouble: Trouble): Promise<QuickFix[]> {
  const place = await placeHere(trouble);
  if (place?.anchored.span === undefined) return [];
  const { segments } = place.anchored;
  const words = segments.map((span) => place.resolved.source.slice(span)).join(' … ');
  const title = `Store the words that stand there now: ${quoted(words)}`;
  return [{ title, isPreferred: true, changes: () => store(trouble, place, segments) }];
}

/** One for each place that may be meant. */
export async function ambiguousFixes(trouble: Trouble): Promise<QuickFix[]> {
  const place = await placeHere(trouble);
  if (place?.anchored.record.selectors.length !== 1) return [];
  const { source } = place.resolved;
  return place.anchored.candidates.slice(0, shownPlaces).map((span) => {
    const { line } = source.positionAt(span.start);
    const around = {
      start: Math.max(source.lineAt(line).start, span.start - 20),
      end: span.end + 20,
    };
    const title = `Take the one on line ${line + 1}: ${quoted(source.slice(around).trim())}`;
    return { title, changes: () => store(trouble, place, [span]) };
  });
}

/** The record goes; a quote of a tension is no item of the file's own and stays. */
export function lostFixes(trouble: Trouble): QuickFix[] {
  const { file, span } = trouble;
  return (['mentions', 'claims'] as const).flatMap((key) => {
    const record = file.annotations?.[key].find((one) => isAt(one, span));
    if (!record) return [];
    const title = key === 'mentions' ? 'Remove this mention' : 'Remove this claim';
    const { start } = record.place.span;
    const remove = (text: string) => editYaml(text, [{ do: 'remove item', key, start }]);
    return [{ title, changes: async () => [await changeOf(trouble, remove)] }];
  });
}

/** The record that a diagnostic of an anchor stands at, and its place. */
async function placeHere({ corpus, file, span }: Trouble): Promise<QuotedPlace | undefined> {
  const target = quotesOf(file).find(({ record }) => isAt(record, span));
  return target && quotedPlaceOf(corpus, file, target);
}

function isAt({ place }: QuotingRecord, span: Span): boolean {
  return (place.values.get('exact') ?? place.span).start === span.start;
}

/** All records that quote a source, in the order in which they are read. */
function quotesOf({ annotations, tensions = [] }: ParsedFile): QuoteTarget[] {
  const beside = annotations
    ? [...annotations.mentions, ...annotations.claims, ...annotations.rejected]
    : [];
  const kind = 'quote' as const;
  return [
    ...beside.map((record) => ({
      kind,
      record,
      source: annotations?.source,
      span: record.place.span,
    })),
    ...tensions.flatMap(({ quotes }) =>
      quotes.map((record) => ({ kind, record, source: record.source, span: record.place.span })),
    ),
  ];
}

/** Quotes the words at some places with the context that tells them there. */
async function store(
  trouble: Trouble,
  { resolved, anchored: { record } }: QuotedPlace,
  spans: readonly Span[],
): Promise<FileChange[]> {
  const { corpus, file } = trouble;
  const starts = segmentStarts(record);
  const operations = spans.map((span, at) => ({
    do: 'set texts' as const,
    start: starts[at],
    texts: selectorTexts(describe(resolved.source.text, span)),
  }));
  const change = await changeOf(trouble, (text) => editYaml(text, operations));
  const index = quotesOf(file).findIndex((one) => one.record === record);
  await assertPlaced(corpus, await parseFile(file.path, change.after), index, spans);
  return [{ ...change, after: await verified(corpus, resolved, change) }];
}

/** Where the maps with the record's quotes begin. */
function segmentStarts({ place }: QuotingRecord): number[] {
  const segments = place.items?.get('segments');
  return segments ? segments.map(({ start }) => start) : [place.span.start];
}

/** A quote that would not be found where it was taken is no use. */
async function assertPlaced(
  corpus: Corpus,
  file: ParsedFile,
  index: number,
  spans: readonly Span[],
): Promise<void> {
  const target = quotesOf(file)[index];
  const place = target && (await quotedPlaceOf(corpus, file, target));
  if (place && place.anchored.exact && isSame(place.anchored.segments, spans)) return;
  throw new EditRefusedError(
    'Nothing around these words tells them from others like them; remove the record and annotate the words anew.',
  );
}

/**
 * Where every quote now stands as it is stored, and does so too when taken at its word, the source
 * is as verified: its hash is brought up to date.
 */
async function verified(
  corpus: Corpus,
  { path, source: { text } }: ResolvedSource,
  { path: file, after }: FileChange,
): Promise<string> {
  const { annotations } = await parseFile(file, after);
  const sha256 = hashOf(text);
  if (annotations?.sha256 === undefined || annotations.sha256 === sha256) return after;
  const quotes = (await corpus.tensions())
    .flatMap((one) => one.quotes)
    .filter((one) => one.source === path);
  const placesWith = (hash: string | undefined) => {
    const resolved = ResolvedSource.of(path, text, { ...annotations, sha256: hash });
    const beside = [
      ...resolved.mentions,
      ...resolved.claims,
      ...resolved.anchor(annotations.rejected.filter(({ scope }) => scope === undefined)),
    ];
    const all = [...beside, ...resolved.anchor(quotes)];
    return beside.every(isAsStored) ? all.map(({ segments }) => segments) : undefined;
  };
  const [now, then] = [placesWith(annotations.sha256), placesWith(sha256)];
  const isSound = now && then && now.every((spans, at) => isSame(spans, then[at] ?? []));
  return isSound ? setTexts(after, undefined, { sha256 }) : after;
}

function isSame(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, at) => start === b[at]?.start && end === b[at].end)
  );
}
