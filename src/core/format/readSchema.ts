import { isSeq } from '../libraries/yaml';
import type { EntityType, Property, PropertyRange, Schema } from '../model';
import { builtinSchema } from './builtinSchema';
import { type Findings, MapReader } from './mapReader';
import type { YamlFile } from './yaml';

/** Reads `schema.yaml`. A section that it does not have is the built-in schema's. */
export function readSchema(yaml: YamlFile, findings: Findings): Schema {
  const contents = yaml.document?.contents;
  const root = contents ? MapReader.over(contents, 'schema', findings) : undefined;
  if (!root) return builtinSchema;
  return {
    types: root.has('types') ? section(root, 'types', findings, readType) : builtinSchema.types,
    properties: root.has('properties')
      ? section(root, 'properties', findings, readProperty)
      : builtinSchema.properties,
  };
}

function section<T>(
  root: MapReader,
  key: string,
  findings: Findings,
  read: (id: string, record: MapReader) => T,
): Map<string, T> {
  const records = MapReader.over(root.node(key), key, findings);
  const result = new Map<string, T>();
  for (const id of records?.keys() ?? []) {
    const record = MapReader.over(records?.node(id), `entry “${id}” of ${key}`, findings);
    if (record) result.set(id, read(id, record));
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
  return {
    id,
    label: record.text('label') ?? id.replaceAll('-', ' '),
    ...(description !== undefined && { description }),
    domain: record.texts('domain'),
    range: readRange(record),
    single: record.oneOf('single', ['true', 'false']) === 'true',
  };
}

function readRange(record: MapReader): PropertyRange {
  if (isSeq(record.node('range'))) return record.texts('range');
  const written = record.text('range') ?? 'text';
  const named = (['date', 'quantity', 'text', 'entity'] as const).find((one) => one === written);
  return named ?? [written];
}
