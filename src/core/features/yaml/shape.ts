/** What a JSON Schema says of the maps of a YAML file: as much of it as completion needs. */
export interface MapShape {
  readonly keys: ReadonlyMap<string, KeyShape>;
}

export interface KeyShape {
  readonly description: string;
  /** The texts that it may have, where they are few. */
  readonly values: readonly string[];
  /** What its value is made of: the editor writes the beginning of it. */
  readonly holds: 'text' | 'map' | 'list of maps' | 'list of texts';
}

type Json = Readonly<Record<string, unknown>>;

/** The map to which some keys lead; undefined where the schema knows of none. */
export function shapeAt(schema: unknown, path: readonly string[]): MapShape | undefined {
  const root = objectOf(schema);
  let node: Json | undefined = root;
  for (const key of path) {
    const properties: Json | undefined = objectOf(node?.properties);
    const next = ownOf(properties, key) ?? node?.additionalProperties;
    const value: Json | undefined = resolved(root, next);
    const items = resolved(root, value?.items);
    node = items?.properties === undefined ? value : items;
  }
  const properties = objectOf(node?.properties);
  if (!properties) return undefined;
  const keys = Object.keys(properties).map(
    (key) => [key, keyShape(root, properties[key])] as const,
  );
  return { keys: new Map(keys) };
}

/** Whether a list of texts is to be expected at the end of a path. */
export function isTextList(schema: unknown, path: readonly string[]): boolean {
  const key = path.at(-1);
  const shape = key === undefined ? undefined : shapeAt(schema, path.slice(0, -1))?.keys.get(key);
  return shape?.holds === 'list of texts';
}

function keyShape(root: Json | undefined, node: unknown): KeyShape {
  const value = resolved(root, node) ?? {};
  const all = [value, ...listOf(value.anyOf).map((one) => resolved(root, one) ?? {})];
  const values = all.flatMap((one) => listOf(one.enum));
  const { description } = value;
  return {
    description: typeof description === 'string' ? description : '',
    values: [...new Set(values.map(String))],
    holds: holdsOf(root, all),
  };
}

function holdsOf(root: Json | undefined, all: readonly Json[]): KeyShape['holds'] {
  const items = all.map((one) => resolved(root, one.items)).find((one) => one !== undefined);
  if (items) return items.properties === undefined ? 'list of texts' : 'list of maps';
  const isMap = all.some((one) => [one.type].flat().includes('object'));
  return isMap ? 'map' : 'text';
}

function resolved(root: Json | undefined, node: unknown): Json | undefined {
  const value = objectOf(node);
  const reference = value?.$ref;
  if (typeof reference !== 'string') return value;
  const name = reference.replace(/^#\/definitions\//, '');
  return objectOf(ownOf(objectOf(root?.definitions), name));
}

/** A key may be anything that somebody writes, such as `constructor`. */
function ownOf(map: Json | undefined, key: string): unknown {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null ? (value as Json) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
