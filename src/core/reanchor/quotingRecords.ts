import type { ParsedFile } from '../corpus/parsedFile';
import type { QuoteTarget, QuotingRecord } from '../features/yaml/targets';

/** All records of a file that quote a source, in the order in which they are read. */
export function quotesOf({ annotations, tensions = [] }: ParsedFile): QuoteTarget[] {
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

/** What a record says, by which it is known again in a file that is written otherwise. */
export function contentOf(record: QuotingRecord): string {
  const { place, ...content } = record;
  return JSON.stringify([place.file, content]);
}

/** Where the maps with the record's quotes begin. */
export function segmentStarts({ place }: QuotingRecord): number[] {
  const segments = place.items?.get('segments');
  return segments ? segments.map(({ start }) => start) : [place.span.start];
}

/** No edit of a file can be proved whose YAML is broken; what is wrong with it is reported by itself. */
export function isEditable({ diagnostics }: ParsedFile): boolean {
  return !diagnostics.some(
    ({ code }) =>
      code.startsWith('yaml-') || code === 'duplicate-key' || code === 'file-unreadable',
  );
}
