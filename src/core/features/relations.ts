import type { Corpus } from '../corpus/corpus';
import type { Stated } from '../corpus/corpusIndex';
import type { Registry } from '../corpus/registry';
import type { Claim, Entity, Property } from '../model';
import type { Citation } from './citation';
import { namedEntity, propertyOf } from './values';

/** A property that ties an entity to another, with every quote that says so. */
export interface Relation {
  /** `outgoing`: the entity has the property; `incoming`: the other has it. */
  readonly direction: 'outgoing' | 'incoming';
  readonly property: Property;
  readonly other: Entity;
  /** In order of the files' paths; never empty. */
  readonly citations: readonly Citation[];
}

/** What an entity is tied to, in the schema's order of properties, its own first. Reads no source. */
export async function relationsOf(corpus: Corpus, id: string): Promise<Relation[]> {
  const [registry, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const outgoing = index.claimsOf(id).map((claim) => relation(registry, claim, 'outgoing'));
  const incoming = index.claimsNaming(id).map((claim) => relation(registry, claim, 'incoming'));
  const merged = new Map<string, Relation & { readonly citations: Citation[] }>();
  for (const one of [...outgoing, ...incoming]) {
    if (!one) continue;
    const key = [one.direction, one.property.id, one.other.id].join('\n');
    const known = merged.get(key);
    if (known) known.citations.push(...one.citations);
    else merged.set(key, one);
  }
  const order = [...registry.schema.properties.keys()];
  const rank = ({ direction, property }: Relation) =>
    (direction === 'outgoing' ? 0 : order.length) + order.indexOf(property.id);
  return [...merged.values()].sort((a, b) => rank(a) - rank(b));
}

function relation(
  registry: Registry,
  { annotations, record }: Stated<Claim>,
  direction: Relation['direction'],
): (Relation & { readonly citations: Citation[] }) | undefined {
  const property = propertyOf(registry, record.property);
  const named = namedEntity(registry, property, record.value);
  const other = direction === 'outgoing' ? named : registry.entities.get(record.subject);
  if (!named || !other) return undefined;
  const citations = [{ source: annotations.source ?? '', record }];
  return { direction, property, other, citations };
}
