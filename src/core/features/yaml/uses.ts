import type { Corpus } from '../../corpus/corpus';
import type { Registry } from '../../corpus/registry';
import type { Place, Span } from '../../model';
import type { YamlTarget } from './targets';

type NamedTarget = Extract<YamlTarget, { readonly id: string }>;

/** A stretch of a YAML file. */
export interface YamlPlace {
  readonly file: string;
  readonly span: Span;
}

/** Where an entity, a type or a property is stated; undefined where nothing states it. */
export function entryOf(registry: Registry, { kind, id }: NamedTarget): Place | undefined {
  switch (kind) {
    case 'entity':
      return registry.entities.get(id)?.place;
    case 'type':
      return registry.schema.types.get(id)?.place;
    case 'property':
      return registry.schema.properties.get(id)?.place;
  }
}

/** The entities of a type, or the claims with a property: where the YAML names it. */
export async function usesOf(
  corpus: Corpus,
  { kind, id }: { readonly kind: 'type' | 'property'; readonly id: string },
): Promise<YamlPlace[]> {
  if (kind === 'type') {
    const { entities } = await corpus.registry();
    const own = [...entities.values()].filter(({ type }) => type === id);
    return own.map(({ place }) => valuePlace(place, 'type'));
  }
  const { files } = await corpus.index();
  const claims = [...files.values()].flatMap((file) => file.claims);
  const own = claims.filter(({ property }) => property === id);
  return own.map(({ place }) => valuePlace(place, 'property'));
}

function valuePlace({ file, span, values }: Place, key: string): YamlPlace {
  return { file, span: values.get(key) ?? span };
}
