import type {
  Claim,
  Mention,
  MentionKind,
  QuoteSelector,
  Rejection,
  SourceAnnotations,
} from '../model';
import { type Findings, MapReader, find } from './mapReader';
import type { YamlContents, YamlTree } from './yamlTree';

const kinds: readonly MentionKind[] = ['name', 'nominal', 'elliptical'];

/** How the lists of a file are read. */
export interface ListReader {
  readonly readRecords: typeof readRecords;
}

/**
 * Reads the file beside a source. Broken records are reported and left out; the others count.
 *
 * @param lists for lists of which the records are known
 */
export function readAnnotations(
  yaml: YamlContents,
  findings: Findings,
  lists: ListReader = { readRecords },
): SourceAnnotations {
  const root = yaml.root && MapReader.over(yaml.root, 'file of annotations', findings);
  if (!root) return { ...nothing, file: yaml.path };
  return {
    file: yaml.path,
    source: root.required('source'),
    sourcePlace: root.spanOf('source'),
    sha256: root.text('sha256'),
    mentions: lists.readRecords(root, 'mentions', 'mention', findings, readMention),
    claims: lists.readRecords(root, 'claims', 'claim', findings, readClaim),
    rejected: lists.readRecords(root, 'rejected', 'rejection', findings, readRejection),
  };
}

/** The items of each list. */
export const listItems = {
  mentions: { what: 'mention', read: readMention },
  claims: { what: 'claim', read: readClaim },
  rejected: { what: 'rejection', read: readRejection },
} as const;

const nothing = {
  source: undefined,
  sourcePlace: { start: 0, end: 0 },
  sha256: undefined,
  mentions: [],
  claims: [],
  rejected: [],
};

type RecordReader<T> = (record: MapReader, findings: Findings) => T | undefined;

/** The records of a list, read one by one; broken ones are reported and left out. */
export function readRecords<T>(
  root: MapReader,
  key: string,
  what: string,
  findings: Findings,
  read: RecordReader<T>,
): T[] {
  return readItems(root.items(key), what, findings, read);
}

/** As `readRecords`, of the items of a list. */
export function readItems<T>(
  items: readonly YamlTree[],
  what: string,
  findings: Findings,
  read: RecordReader<T>,
): T[] {
  return items.flatMap((node) => {
    const record = MapReader.over(node, what, findings);
    const value = record && read(record, findings);
    return value ? [value] : [];
  });
}

function readMention(record: MapReader, findings: Findings): Mention | undefined {
  const id = record.required('id');
  const entity = record.required('entity');
  const selectors = readSelectors(record, findings);
  const kind = record.oneOf('kind', kinds) ?? 'name';
  const role = record.oneOf('role', ['definition']);
  if (id === undefined || entity === undefined || !selectors) return undefined;
  return { id, entity, kind, ...(role && { role }), selectors, ...annotated(record) };
}

function readClaim(record: MapReader, findings: Findings): Claim | undefined {
  const id = record.required('id');
  const subject = record.required('subject');
  const property = record.required('property');
  const value = record.required('value');
  const selectors = readSelectors(record, findings);
  if (id === undefined || subject === undefined || property === undefined) return undefined;
  if (value === undefined || !selectors) return undefined;
  return { id, subject, property, value, selectors, ...annotated(record) };
}

function readRejection(record: MapReader, findings: Findings): Rejection | undefined {
  const entity = record.text('entity');
  const scope = record.oneOf('scope', ['source']);
  const selectors = readSelectors(record, findings);
  if (!selectors) return undefined;
  return {
    ...(entity !== undefined && { entity }),
    ...(scope && { scope }),
    selectors,
    place: record.place(),
  };
}

export function annotated(record: MapReader) {
  const note = record.text('note');
  const attributes = record.textMap('attributes');
  return {
    ...(note !== undefined && { note }),
    ...(attributes && { attributes }),
    place: record.place(),
  };
}

/** The record's own quote, or its `segments` where the words are discontinuous. */
export function readSelectors(record: MapReader, findings: Findings): QuoteSelector[] | undefined {
  if (!record.has('segments')) {
    const selector = readSelector(record, findings);
    return selector && [selector];
  }
  const selectors = readRecords(record, 'segments', 'segment', findings, readSelector);
  if (selectors.length > 0) return selectors;
  const message = '“segments” must quote at least one stretch of text.';
  find(findings, 'bad-value', record.spanOf('segments'), message);
  return undefined;
}

function readSelector(record: MapReader, findings: Findings): QuoteSelector | undefined {
  const exact = record.required('exact');
  if (exact === undefined) return undefined;
  if (exact === '') {
    find(
      findings,
      'bad-value',
      record.spanOf('exact'),
      '“exact” must quote at least one character.',
    );
    return undefined;
  }
  const occurrence = readOccurrence(record, findings);
  return {
    exact,
    prefix: record.text('prefix') ?? '',
    suffix: record.text('suffix') ?? '',
    ...(occurrence !== undefined && { occurrence }),
  };
}

function readOccurrence(record: MapReader, findings: Findings): number | undefined {
  const written = record.text('occurrence');
  if (written === undefined) return undefined;
  if (/^[1-9][0-9]{0,8}$/.test(written)) return Number(written);
  const message = '“occurrence” must be a whole number from 1.';
  find(findings, 'bad-value', record.spanOf('occurrence'), message);
  return undefined;
}
