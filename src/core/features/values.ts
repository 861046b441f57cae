import type { Registry } from '../corpus/registry';
import { dateInWords } from '../format/dateWords';
import type { Entity, Property } from '../model';

/** A claim's value as a reader would say it: an entity's name, a date in words. */
export function valueInWords(registry: Registry, property: Property, value: string): string {
  if (property.range === 'date') return dateInWords(value);
  return namedEntity(registry, property, value)?.name ?? value;
}

/** The entity that a value names, if the property's values are entities and there is such a one. */
export function namedEntity(
  registry: Registry,
  property: Property,
  value: string,
): Entity | undefined {
  return hasEntities(property) ? registry.entities.get(value) : undefined;
}

/** Whether the values of a property are ids of entities. */
export function hasEntities({ range }: Property): boolean {
  return range !== 'date' && range !== 'quantity' && range !== 'text';
}

/** The schema's own entry, or a plain one for a property that it does not know. */
export function propertyOf({ schema }: Registry, id: string): Property {
  const label = id.replaceAll('-', ' ');
  return schema.properties.get(id) ?? { id, label, domain: [], range: 'text', single: false };
}
