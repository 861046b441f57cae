import { describeAll } from '../anchor';
import { isAsStored } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import { type ParsedFile, parseFile } from '../corpus/parsedFile';
import { ResolvedSource } from '../corpus/resolvedSource';
import { quotedPlaceOf } from '../features/yaml/quotedPassage';
import type { QuotingRecord } from '../features/yaml/targets';
import { selectorTexts } from '../format/selectorTexts';
import { editYaml } from '../format/yamlEdit';
import type { YamlOperation } from '../format/yamlOperation';
import { hashOf } from '../hash';
import type { Span } from '../model';
import { EditRefusedError, type FileChange } from '../textEdit';
import { inOrder } from './inOrder';
import { contentOf, quotesOf, segmentStarts } from './quotingRecords';

/** A record of a file and where its words are to be from now on, a span for each selector. */
export interface NewPlace {
  readonly record: QuotingRecord;
  readonly spans: readonly Span[];
}

/**
 * The change that quotes the words at some places, with the context that tells them there, in the
 * order of the source, and with the source's hash where all is then as it is stored.
 * @param file as it is now, with the records
 * @throws {EditRefusedError} where the file has errors or has changed, or a quote would not be found
 * where it was taken.
 */
export async function storePlaces(
  corpus: Corpus,
  resolved: ResolvedSource,
  file: ParsedFile,
  places: readonly NewPlace[],
): Promise<FileChange> {
  const before = await corpus.read(file.path);
  if (before !== file.text.text) {
    throw new EditRefusedError(`${file.path} has changed meanwhile.`);
  }
  const known = quotesOf(file).map(({ record }) => record);
  if (places.some(({ record }) => !known.includes(record))) {
    throw new EditRefusedError(`${file.path} has changed meanwhile.`);
  }
  const quoted = editYaml(before, quoting(resolved.source.text, places));
  const now = quotesOf(await parseFile(file.path, quoted)).map(({ record }) => record);
  const stored = places.flatMap(({ record, spans }) => {
    const own = now[known.indexOf(record)];
    return own ? [{ record: own, spans }] : [];
  });
  const after = await inOrder(resolved, file.path, quoted, stored);
  await assertPlaced(corpus, await parseFile(file.path, after), stored);
  return { path: file.path, before, after: await verified(corpus, resolved, file.path, after) };
}

/** The operations that quote the words at some places. */
export function quoting(text: string, places: readonly NewPlace[]): YamlOperation[] {
  const spans = places.flatMap((place) => place.spans);
  const selectors = describeAll(text, spans).map(selectorTexts).values();
  return places.flatMap(({ record, spans }) =>
    segmentStarts(record)
      .slice(0, spans.length)
      .flatMap((start): YamlOperation[] => {
        const texts = selectors.next().value;
        return texts ? [{ do: 'set texts', start, texts }] : [];
      }),
  );
}

/** The operation that says against which text the quotes were verified. */
export function verifying(sha256: string): YamlOperation {
  return { do: 'set texts', start: undefined, texts: { sha256 } };
}

/** A quote that would not be found where it was taken is no use. */
async function assertPlaced(
  corpus: Corpus,
  file: ParsedFile,
  places: readonly NewPlace[],
): Promise<void> {
  const targets = new Map(quotesOf(file).map((target) => [contentOf(target.record), target]));
  for (const { record, spans } of places) {
    const target = targets.get(contentOf(record));
    const place = target && (await quotedPlaceOf(corpus, file, target));
    if (place && place.anchored.exact && isSame(place.anchored.segments, spans)) continue;
    throw new EditRefusedError(
      'Nothing around these words tells them from others like them; remove the record and annotate the words anew.',
    );
  }
}

/**
 * Where every quote now stands as it is stored, and does so too when taken at its word, the source
 * is as verified: its hash is brought up to date.
 */
async function verified(
  corpus: Corpus,
  { path, source: { text } }: ResolvedSource,
  file: string,
  after: string,
): Promise<string> {
  const { annotations } = await parseFile(file, after);
  const sha256 = hashOf(text);
  if (annotations?.sha256 === undefined || annotations.sha256 === sha256) return after;
  const quotes = await quotesFromElsewhere(corpus, path);
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
  return isSound ? editYaml(after, [verifying(sha256)]) : after;
}

/** What tensions quote of a source. */
export async function quotesFromElsewhere(corpus: Corpus, source: string) {
  const tensions = await corpus.tensions();
  return tensions.flatMap((one) => one.quotes).filter((one) => one.source === source);
}

export function isSame(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, at) => start === b[at]?.start && end === b[at].end)
  );
}
