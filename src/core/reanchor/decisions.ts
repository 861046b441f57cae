import { isAsStored } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import type { ParsedFile } from '../corpus/parsedFile';
import type { ResolvedSource } from '../corpus/resolvedSource';
import type { QuotingRecord } from '../features/yaml/targets';
import type { YamlOperation } from '../format/yamlOperation';
import { editYaml } from '../format/yamlEdit';
import type { Span } from '../model';
import { EditRefusedError, type FileChange } from '../textEdit';
import { contentOf, isEditable, quotesOf } from './quotingRecords';
import { type NewPlace, quotesFromElsewhere, storePlaces } from './storeQuotes';

/** Where somebody says that a record belongs. */
export interface PlaceChoice {
  readonly source: string;
  readonly record: QuotingRecord;
  /** A span for each of the record's selectors, in text order. */
  readonly spans: readonly Span[];
  /** The words there as they were seen: a text that has changed since is not taken. */
  readonly words: readonly string[];
}

/**
 * The change that anchors a record at the words chosen.
 * @throws {EditRefusedError} where the source or the file has changed, the file has errors, or
 * nothing would tell the words from others.
 */
export async function placeRecord(
  corpus: Corpus,
  { source, record, spans, words }: PlaceChoice,
): Promise<FileChange[]> {
  const resolved = await sourceOf(corpus, source);
  if (spans.some((span, at) => words[at] === '' || resolved.source.slice(span) !== words[at])) {
    throw new EditRefusedError(`${source} has changed meanwhile; select the words again.`);
  }
  const pieces = record.selectors.length;
  if (spans.length !== pieces) {
    throw new EditRefusedError(
      pieces === 1
        ? 'These words are quoted in one piece; select one.'
        : `These words are quoted in ${pieces} pieces; select as many, one after another.`,
    );
  }
  const file = await editable(corpus, record.place.file);
  const present = presentIn(file, record);
  return [await storePlaces(corpus, resolved, file, [{ record: present, spans }])];
}

/**
 * The changes that take the places at which records of a source were found for theirs: of all that
 * have moved or changed, or of some. One decision.
 * @throws {EditRefusedError} as `placeRecord`, and where there is nothing to accept.
 */
export async function acceptPlaces(
  corpus: Corpus,
  source: string,
  records?: readonly QuotingRecord[],
): Promise<FileChange[]> {
  const resolved = await sourceOf(corpus, source);
  const quotes = await quotesFromElsewhere(corpus, source);
  const wanted = records && new Set(records.map(contentOf));
  const loose = [...resolved.doubtful, ...resolved.anchor(quotes)].filter(
    (one) => one.span && !isAsStored(one) && (!wanted || wanted.has(contentOf(one.record))),
  );
  const byFile = byFileOf(loose, ({ record }) => record);
  const changes: FileChange[] = [];
  for (const [path, own] of byFile) {
    const file = await editable(corpus, path);
    const places = own.map(({ record, segments }): NewPlace => ({ record, spans: segments }));
    changes.push(await storePlaces(corpus, resolved, file, places));
  }
  if (changes.length > 0) return changes;
  throw new EditRefusedError(`Nothing in ${source} has a new place.`);
}

/**
 * The changes that take mentions and claims out of their files. One decision.
 * @throws {EditRefusedError} where one is not there any more, is no item of a list, or its file has
 * errors or has changed.
 */
export async function removeRecords(
  corpus: Corpus,
  records: readonly QuotingRecord[],
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const [path, own] of byFileOf(records, (record) => record)) {
    const file = await editable(corpus, path);
    const before = await corpus.read(path);
    // The places of records are those of the file as it was parsed.
    if (before !== file.text.text) throw new EditRefusedError(`${path} has changed meanwhile.`);
    const operations = own.map((record) => removal(file, presentIn(file, record)));
    changes.push({ path, before, after: editYaml(before, operations) });
  }
  return changes;
}

function removal({ annotations }: ParsedFile, record: QuotingRecord): YamlOperation {
  const { start } = record.place.span;
  for (const key of ['mentions', 'claims', 'rejected'] as const) {
    const list: readonly QuotingRecord[] = annotations?.[key] ?? [];
    if (list.includes(record)) return { do: 'remove item', key, start };
  }
  throw new EditRefusedError('A quote of a tension is removed by hand, in the file of tensions.');
}

function byFileOf<T>(all: readonly T[], recordOf: (one: T) => QuotingRecord): Map<string, T[]> {
  const files = new Map<string, T[]>();
  for (const one of all) {
    const { file } = recordOf(one).place;
    files.set(file, [...(files.get(file) ?? []), one]);
  }
  return files;
}

async function sourceOf(corpus: Corpus, source: string): Promise<ResolvedSource> {
  const resolved = await corpus.source(source);
  if (!resolved) throw new EditRefusedError(`The source ${source} cannot be read.`);
  return resolved;
}

async function editable(corpus: Corpus, path: string): Promise<ParsedFile> {
  const file = await corpus.file(path);
  if (file && isEditable(file)) return file;
  throw new EditRefusedError(`${path} has errors and is left as it is until they are mended.`);
}

/** The record as its file has it now. */
function presentIn(file: ParsedFile, record: QuotingRecord): QuotingRecord {
  const content = contentOf(record);
  const all = quotesOf(file).filter((one) => contentOf(one.record) === content);
  const found = all.find((one) => one.record.place.span.start === record.place.span.start);
  const target = found ?? (all.length === 1 ? all[0] : undefined);
  if (!target) throw new EditRefusedError('The annotation is no longer there.');
  return target.record;
}
