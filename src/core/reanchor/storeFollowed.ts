import { blockOf, fold, standOnce } from '../anchor';
import type { Anchored } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import { type ParsedFile, parseFile } from '../corpus/parsedFile';
import { tensionsPath } from '../corpus/paths';
import { ResolvedSource } from '../corpus/resolvedSource';
import type { EditMap } from '../editMap';
import type { QuotingRecord } from '../features/yaml/targets';
import { editYaml } from '../format/yamlEdit';
import type { FollowedText } from '../followedText';
import { hashOf } from '../hash';
import type { SourceAnnotations, Span } from '../model';
import type { FileChange } from '../textEdit';
import { isQuotedAt } from './isQuotedAt';
import { isEditable, quotesOf } from './quotingRecords';
import { type NewPlace, isSame, quotesFromElsewhere, quoting, verifying } from './storeQuotes';

/**
 * The changes that store what edits of a source, seen as they happened, did to the quotes of it:
 * each quote anew whose words or context were edited, and the hash of the text. Only where a quote
 * stood to the letter before the edits is it known where it stands after them; what was guessed,
 * and what the edits took out, stays as it is stored.
 *
 * None for a file whose YAML has errors: it is left until they are mended.
 */
export async function storeFollowed(
  corpus: Corpus,
  source: string,
  followed: FollowedText,
): Promise<FileChange[]> {
  const { edits } = followed;
  if (edits.edits.length === 0) return [];
  const path = await corpus.annotationFileOf(source);
  const file = await corpus.file(path);
  if (file?.annotations?.source !== source) return [];
  const quotes = await quotesFromElsewhere(corpus, source);
  const text = followed.text();
  const before = ResolvedSource.of(source, followed.base, file.annotations);
  const now = ResolvedSource.of(source, text, file.annotations);
  const records = recordsBeside(file.annotations);
  const beside = placesAfter(before, records, edits, text).map(
    (fate, at) => fate ?? placeElsewhere(now, records[at]),
  );
  const own = await changeBeside(file, source, text, beside);
  const annotations = own ? (await parseFile(path, own.after)).annotations : file.annotations;
  const elsewhere = placesAfter(before, quotes, edits, text);
  const others = await changeElsewhere(corpus, source, text, annotations, elsewhere);
  return [own, others].filter((change) => change !== undefined);
}

/** All that is said of one place of the source. */
function recordsBeside({ mentions, claims, rejected }: SourceAnnotations): QuotingRecord[] {
  return [...mentions, ...claims, ...rejected.filter(({ scope }) => scope === undefined)];
}

/** Where a record stands after edits that were followed. */
interface Followed extends NewPlace {
  /** Whether its words and all the context that is stored are what they were, and only here. */
  readonly isIntact: boolean;
}

/** Undefined for a record whose place is not known for sure, before the edits or after them. */
type Fate = Followed | undefined;

function placesAfter(
  before: ResolvedSource,
  records: readonly QuotingRecord[],
  edits: EditMap,
  text: string,
): Fate[] {
  const isTold = stillTold(records, before.source.text, text);
  return before.anchor(records).map((one) => {
    if (!standsToTheLetter(one, before.source.text)) return undefined;
    const spans = one.segments.map((span) => edits.spanAfter(span));
    const isKept = spans.every((span, at) =>
      isStillThere(before.source.text, one.segments[at] ?? span, text, span, edits),
    );
    if (!isKept) return undefined;
    const isIntact = isTold(one.record) && isQuotedAt(one.record, text, spans);
    return { record: one.record, spans, isIntact };
  });
}

/** Shorter words may stand in two places by chance. */
const proof = 24;

/**
 * Where all the stored words, context and all, stand now that did not stand there before: they were
 * moved as they were, or annotated while the source was not saved.
 */
function placeElsewhere(now: ResolvedSource, record: QuotingRecord | undefined): Fate {
  if (!record?.selectors.every((one) => blockOf(one).length >= proof)) return undefined;
  const one = now.anchoredOf(record);
  if (!standsToTheLetter(one, now.source.text)) return undefined;
  return { record, spans: one.segments, isIntact: true };
}

/** Tells of a record whether an edit elsewhere has put words like its own there, context and all. */
function stillTold(
  records: readonly QuotingRecord[],
  oldText: string,
  text: string,
): (record: QuotingRecord) => boolean {
  const selectors = records.flatMap((record) => record.selectors);
  const [before, now] = [standOnce(oldText, selectors), standOnce(text, selectors)];
  const untold = new Set(selectors.filter((_, at) => before[at] && !now[at]));
  return (record) => !record.selectors.some((selector) => untold.has(selector));
}

function standsToTheLetter(one: Anchored<QuotingRecord>, text: string): boolean {
  const { record, status, segments } = one;
  return status !== 'lost' && status !== 'ambiguous' && isQuotedAt(record, text, segments);
}

/**
 * Whether something of the words was left while they were edited. Words in whose place others were
 * put whole are gone, but for the way in which they are set.
 */
function isStillThere(
  oldText: string,
  old: Span,
  text: string,
  now: Span,
  edits: EditMap,
): boolean {
  if (now.start === now.end) return false;
  const isReplaced = edits.edits.some(({ start, end }) => start <= old.start && end >= old.end);
  if (!isReplaced) return true;
  const [before, after] = [oldText.slice(old.start, old.end), text.slice(now.start, now.end)];
  return fold(before).text === fold(after).text;
}

/** How often quotes are stored anew because others, untouched, are no longer the only such words. */
const rounds = 3;

/** The change of the file beside the source; undefined where there is nothing to store. */
async function changeBeside(
  file: ParsedFile,
  source: string,
  text: string,
  fates: readonly Fate[],
): Promise<FileChange | undefined> {
  if (!isEditable(file)) return undefined;
  const whole = fates.every((fate) => fate !== undefined);
  const after =
    (whole ? await stored(file, source, text, fates, hashOf(text)) : undefined) ??
    (await stored(file, source, text, fates, undefined));
  const before = file.text.text;
  return after === undefined || after === before ? undefined : { path: file.path, before, after };
}

/**
 * The file with quotes such that each stands where it is known to. With a hash, all do; without
 * one, those that could not be told from others are left as they were. Undefined where that fails.
 */
async function stored(
  file: ParsedFile,
  source: string,
  text: string,
  fates: readonly Fate[],
  sha256: string | undefined,
): Promise<string | undefined> {
  const changed = new Set(fates.filter((fate) => fate?.isIntact === false));
  const untold = new Set<Fate>();
  const hasHash = file.annotations?.sha256 !== undefined && sha256 !== undefined;
  for (let round = 0; round < rounds; round++) {
    const places = [...changed].filter((fate) => fate !== undefined);
    const hash = hasHash ? [verifying(sha256)] : [];
    const after = editYaml(file.text.text, [...quoting(text, places), ...hash]);
    const wrong = misplaced(await parseFile(file.path, after), source, text, fates);
    const isNew = wrong.filter((fate) => !untold.has(fate));
    if (isNew.length === 0 && (sha256 === undefined || wrong.length === 0)) return after;
    for (const fate of isNew) {
      // What was described anew and is not found has nothing that tells it from others.
      if (changed.delete(fate)) untold.add(fate);
      else changed.add(fate);
    }
    if (sha256 !== undefined && untold.size > 0) return undefined;
  }
  return undefined;
}

/** Records that would not be found where they are known to stand. */
function misplaced(
  file: ParsedFile,
  source: string,
  text: string,
  fates: readonly Fate[],
): (Followed | undefined)[] {
  const { annotations } = file;
  const resolved = ResolvedSource.of(source, text, annotations);
  const now = resolved.anchor(annotations ? recordsBeside(annotations) : []);
  return fates.filter((fate, at) => {
    const one = now[at];
    return fate && !(one?.exact === true && isSame(one.segments, fate.spans));
  });
}

/** Quotes of tensions, which anchor by what the file beside the source says of it. */
async function changeElsewhere(
  corpus: Corpus,
  source: string,
  text: string,
  annotations: SourceAnnotations | undefined,
  fates: readonly Fate[],
): Promise<FileChange | undefined> {
  const file = await corpus.file(tensionsPath);
  if (!file || !isEditable(file)) return undefined;
  const resolved = ResolvedSource.of(source, text, annotations);
  const isFound = (one: Anchored<QuotingRecord> | undefined, fate: Followed) =>
    one?.exact === true && isSame(one.segments, fate.spans);
  const known = fates.filter((fate) => fate !== undefined);
  const anchors = resolved.anchor(known.map(({ record }) => record));
  const changed = known.filter((fate, at) => !fate.isIntact || !isFound(anchors[at], fate));
  if (changed.length === 0) return undefined;
  const before = file.text.text;
  const after = editYaml(before, quoting(text, changed));
  const records = quotesOf(file).map(({ record }) => record);
  const then = quotesOf(await parseFile(file.path, after)).map(({ record }) => record);
  const placed = changed.every((fate) => {
    const record = then[records.indexOf(fate.record)];
    return record !== undefined && isFound(resolved.anchoredOf(record), fate);
  });
  return placed ? { path: file.path, before, after } : undefined;
}
