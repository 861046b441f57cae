import { wordsOf } from '../../corpus/anchored';
import type { ParsedFile } from '../../corpus/parsedFile';
import type { Registry } from '../../corpus/registry';
import type { Claim, Mention, Place, Quote, Rejection, Span } from '../../model';
import { propertyOf, valueInWords } from '../values';

/** A part of a YAML file, as an outline shows it. */
export interface YamlSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'entity' | 'claim' | 'tension' | 'quote' | 'type' | 'property';
  /** The type of the entity that it is or means, where it does. */
  readonly type?: string;
  readonly span: Span;
  /** Within `span`: what is to be selected. */
  readonly selection: Span;
  readonly children: readonly YamlSymbol[];
}

/** The outline of a YAML file of the corpus: records by what they say, not by their keys. */
export function yamlSymbols(file: ParsedFile, registry: Registry): YamlSymbol[] {
  return [
    ...annotationSymbols(file, registry),
    ...(file.entities ?? []).map(({ id, type, name, place }): YamlSymbol => {
      const detail = `${name} · ${registry.type(type).label}`;
      return { ...leaf(id, detail, place), kind: 'entity', type };
    }),
    ...(file.tensions ?? []).map(({ id, statement, quotes, place }): YamlSymbol => ({
      ...leaf(id, statement, place),
      kind: 'tension',
      children: quotes.map(quoteSymbol),
    })),
    ...schemaSymbols(file),
  ];
}

function annotationSymbols({ annotations, text }: ParsedFile, registry: Registry): YamlSymbol[] {
  if (!annotations) return [];
  const section = (name: string, children: readonly YamlSymbol[]) =>
    sectionOf(text.text, name, children);
  const { mentions, claims, rejected } = annotations;
  return [
    ...section(
      'mentions',
      mentions.map((one) => mentionSymbol(one, registry)),
    ),
    ...section(
      'claims',
      claims.map((one) => claimSymbol(one, registry)),
    ),
    ...section(
      'rejected',
      rejected.map((one) => mentionSymbol(one, registry)),
    ),
  ];
}

function mentionSymbol(record: Mention | Rejection, registry: Registry): YamlSymbol {
  const { entity } = record;
  const type = registry.entities.get(entity ?? '')?.type ?? 'unknown';
  const detail = entity === undefined ? 'no mention' : registry.nameOf(entity);
  return { ...leaf(wordsOf(record), detail, record.place, 'exact'), kind: 'entity', type };
}

function claimSymbol(claim: Claim, registry: Registry): YamlSymbol {
  const { subject, value, place } = claim;
  const property = propertyOf(registry, claim.property);
  const name = `${property.label}: ${valueInWords(registry, property, value)}`;
  return { ...leaf(name, registry.nameOf(subject), place, 'property'), kind: 'claim' };
}

function quoteSymbol(quote: Quote): YamlSymbol {
  return { ...leaf(wordsOf(quote), quote.source, quote.place, 'exact'), kind: 'quote' };
}

function schemaSymbols({ schema, text }: ParsedFile): YamlSymbol[] {
  if (!schema) return [];
  const section = (name: string, children: readonly YamlSymbol[]) =>
    sectionOf(text.text, name, children);
  const types = [...schema.types.values()].map(({ id, label, place }) =>
    symbolOf(id, label, place, 'type'),
  );
  const properties = [...schema.properties.values()].map(({ id, label, place }) =>
    symbolOf(id, label, place, 'property'),
  );
  return [...section('types', types.flat()), ...section('properties', properties.flat())];
}

function symbolOf(
  id: string,
  label: string,
  place: Place | undefined,
  kind: 'type' | 'property',
): YamlSymbol[] {
  return place ? [{ ...leaf(id, label, place), kind }] : [];
}

/** From the key, if it has one, to the end of the record; selected is the key, or a value. */
function leaf(name: string, detail: string, { span, key, values }: Place, value?: string) {
  const whole = { start: key?.start ?? span.start, end: span.end };
  const chosen = key ?? (value === undefined ? undefined : values.get(value));
  return { name, detail, span: whole, selection: chosen ?? whole, children: [] };
}

/** From its key, under which the editor keeps what is scrolled away, to its last record. */
function sectionOf(text: string, name: string, children: readonly YamlSymbol[]): YamlSymbol[] {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return [];
  const key = text.search(new RegExp(`^${name}:`, 'm'));
  const start = key < 0 || key > first.span.start ? first.span.start : key;
  const span = { start, end: last.span.end };
  const detail = String(children.length);
  return [
    {
      name,
      detail,
      kind: 'section',
      span,
      selection: { start: span.start, end: span.start },
      children,
    },
  ];
}
