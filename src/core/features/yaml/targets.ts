import type { ParsedFile } from '../../corpus/parsedFile';
import type { Claim, Mention, Place, Quote, Rejection, Schema, Span } from '../../model';
import { hasEntities } from '../values';

/** A record that quotes a source. */
export type QuotingRecord = Mention | Claim | Rejection | Quote;

/** What a place in a YAML file names. `isEntry`: it is where the thing itself is stated. */
export type YamlTarget =
  Named<'entity'> | Named<'type'> | Named<'property'> | SourceTarget | QuoteTarget;

interface Named<Kind extends string> {
  readonly kind: Kind;
  /** The id as it is written there, with its quotation marks if it has any. */
  readonly span: Span;
  readonly id: string;
  readonly isEntry: boolean;
}

interface SourceTarget {
  readonly kind: 'source';
  readonly span: Span;
  readonly path: string;
}

/** One of the values by which a record quotes its source, or the record's id. */
export interface QuoteTarget {
  readonly kind: 'quote';
  readonly span: Span;
  readonly record: QuotingRecord;
  /** Path of the source that is quoted; undefined where the file does not say. */
  readonly source: string | undefined;
}

/** What stands at an offset of a YAML file of the corpus; undefined where it is nothing known. */
export function targetAt(file: ParsedFile, schema: Schema, offset: number): YamlTarget | undefined {
  const targets = targetsOf(file, schema);
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((targets[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const target = targets[low - 1];
  return target && offset <= target.span.end ? target : undefined;
}

interface Known {
  readonly schema: Schema;
  readonly targets: readonly YamlTarget[];
}

/** A file is asked again with every move of the pointer. */
const known = new WeakMap<ParsedFile, Known>();

/** All that a file names, in its order. The schema says which claims have entities as values. */
export function targetsOf(file: ParsedFile, schema: Schema): readonly YamlTarget[] {
  const found = known.get(file);
  if (found?.schema === schema) return found.targets;
  const targets = [
    ...annotationTargets(file, schema),
    ...registryTargets(file),
    ...tensionTargets(file),
    ...schemaTargets(file),
  ].sort((a, b) => a.span.start - b.span.start);
  known.set(file, { schema, targets });
  return targets;
}

function annotationTargets({ annotations }: ParsedFile, schema: Schema): YamlTarget[] {
  if (!annotations) return [];
  const { source, sourcePlace, mentions, claims, rejected } = annotations;
  const quotes = [...mentions, ...claims, ...rejected];
  return [
    ...(source === undefined ? [] : [sourceTarget(source, sourcePlace)]),
    ...[...mentions, ...rejected].flatMap(({ entity, place }) =>
      entity === undefined ? [] : named('entity', place, 'entity', entity),
    ),
    ...claims.flatMap((claim) => claimTargets(claim, schema)),
    ...quotes.flatMap((record) => quoteTargets(record, source)),
  ];
}

function claimTargets({ subject, property, value, place }: Claim, schema: Schema): YamlTarget[] {
  const known = schema.properties.get(property);
  return [
    ...named('entity', place, 'subject', subject),
    ...named('property', place, 'property', property),
    ...(known && hasEntities(known) ? named('entity', place, 'value', value) : []),
  ];
}

function registryTargets({ entities = [] }: ParsedFile): YamlTarget[] {
  return entities.flatMap(({ id, type, place }) => [
    ...entry('entity', place, id),
    ...named('type', place, 'type', type),
  ]);
}

function tensionTargets({ tensions = [] }: ParsedFile): YamlTarget[] {
  return tensions.flatMap(({ entities, quotes, place }) => [
    ...listed('entity', place, 'entities', entities),
    ...quotes.flatMap((quote) => {
      const path = quote.place.values.get('source');
      const source = path ? [sourceTarget(quote.source, path)] : [];
      return [...source, ...quoteTargets(quote, quote.source)];
    }),
  ]);
}

function schemaTargets({ schema }: ParsedFile): YamlTarget[] {
  if (!schema) return [];
  const types = [...schema.types.values()].flatMap(({ id, place }) => entry('type', place, id));
  const properties = [...schema.properties.values()].flatMap(({ id, place, domain, range }) => [
    ...entry('property', place, id),
    ...listed('type', place, 'domain', domain),
    ...(typeof range === 'string' ? [] : listed('type', place, 'range', range)),
  ]);
  return [...types, ...properties];
}

type Kind = 'entity' | 'type' | 'property';

function entry(kind: Kind, place: Place | undefined, id: string): YamlTarget[] {
  return place?.key ? [{ kind, span: place.key, id, isEntry: true }] : [];
}

function named(kind: Kind, place: Place, key: string, id: string): YamlTarget[] {
  const span = place.values.get(key);
  return span ? [{ kind, span, id, isEntry: false }] : [];
}

/** A list of ids, or a single one. */
function listed(
  kind: Kind,
  place: Place | undefined,
  key: string,
  ids: readonly string[],
): YamlTarget[] {
  const items = place?.items?.get(key);
  if (!items) return place && ids[0] !== undefined ? named(kind, place, key, ids[0]) : [];
  return items.flatMap((span, at) => {
    const id = ids[at];
    return id === undefined ? [] : [{ kind, span, id, isEntry: false }];
  });
}

function sourceTarget(path: string, span: Span): YamlTarget {
  return { kind: 'source', span, path };
}

const quotingKeys = ['id', 'exact', 'prefix', 'suffix', 'occurrence', 'segments'];

function quoteTargets(record: QuotingRecord, source: string | undefined): YamlTarget[] {
  return quotingKeys.flatMap((key) => {
    const span = record.place.values.get(key);
    return span ? [{ kind: 'quote', span, record, source }] : [];
  });
}
