import { quoted } from '../diagnostic';
import type { EntityType, Place, Property, PropertyRange, Schema } from '../model';
import { builtinSchema } from './builtinSchema';
import { type Findings, MapReader, find } from './mapReader';
import type { YamlContents } from './yamlTree';

/** Reads `schema.yaml`. A section that it does not have is the built-in schema's. */
export function readSchema(yaml: YamlContents, findings: Findings): Schema {
  const root = yaml.root && MapReader.over(yaml.root, 'schema', findings);
  if (!root) return builtinSchema;
  // A section of another shape is reported once; what hangs on it is judged by the built-in one.
  for (const key of ['types', 'properties']) {
    if (root.has(key)) MapReader.over(root.node(key), key, findings);
  }
  const types =
    root.node('types')?.kind === 'map'
      ? section(root, 'types', findings, readType)
      : builtinSchema.types;
  const properties =
    root.node('properties')?.kind === 'map'
      ? section(root, 'properties', findings, (id, record) => {
          checkTypes(record, types, findings);
          return readProperty(id, record);
        })
      : builtinSchema.properties;
  return { types, properties };
}

/** That the types which a property names are there. */
function checkTypes(
  record: MapReader,
  types: ReadonlyMap<string, EntityType>,
  findings: Findings,
): void {
  const named = { domain: record.texts('domain'), range: record.texts('range') };
  for (const [key, names] of Object.entries(named)) {
    const unknown = names.find((name) => !types.has(name) && !(key === 'range' && isLiteral(name)));
    if (unknown === undefined) continue;
    const message = `“${key}” names ${quoted(unknown)}, which is no entity type of this schema.`;
    find(findings, 'unknown-type', record.spanOf(key), message);
  }
}

const literalRanges = ['date', 'quantity', 'text', 'entity'] as const;

function isLiteral(name: string): boolean {
  return literalRanges.some((one) => one === name);
}

function section<T extends object>(
  root: MapReader,
  key: string,
  findings: Findings,
  read: (id: string, record: MapReader) => T,
): Map<string, T & { readonly place: Place }> {
  const records = MapReader.over(root.node(key), key, findings);
  const result = new Map<string, T & { readonly place: Place }>();
  for (const id of records?.keys() ?? []) {
    const record = MapReader.over(records?.node(id), `entry “${id}” of ${key}`, findings);
    const at = records?.keySpan(id);
    const place = record && { ...record.place(), ...(at && { key: at }) };
    if (record && place) result.set(id, { ...read(id, record), place });
  }
  return result;
}

function readType(id: string, record: MapReader): EntityType {
  return {
    id,
    label: record.text('label') ?? id,
    description: record.text('description') ?? '',
    icon: record.text('icon') ?? 'symbol-misc',
  };
}

function readProperty(id: string, record: MapReader): Property {
  const description = record.text('description');
  const modality = record.oneOf('modality', ['planned', 'done']);
  return {
    id,
    label: record.text('label') ?? id.replaceAll('-', ' '),
    ...(description !== undefined && { description }),
    domain: record.texts('domain'),
    range: readRange(record),
    single: record.oneOf('single', ['true', 'false']) === 'true',
    ...(modality && { modality }),
  };
}

function readRange(record: MapReader): PropertyRange {
  if (record.node('range')?.kind === 'list') return record.texts('range');
  const written = record.text('range') ?? 'text';
  const named = literalRanges.find((one) => one === written);
  return named ?? [written];
}
