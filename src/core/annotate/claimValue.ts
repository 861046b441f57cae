import type { Registry } from '../corpus/registry';
import { isEdtf } from '../format/dates';
import type { Entity, Property } from '../model';

/** Whether an entity of a type may have a property. */
export function mayHave({ domain }: Property, type: string): boolean {
  return domain.length === 0 || domain.includes(type);
}

/** Whether an entity may be the value of a property. */
export function mayBe({ range }: Property, { type }: Pick<Entity, 'type'>): boolean {
  return range === 'entity' || (typeof range !== 'string' && range.includes(type));
}

/** Why a value is none of a property, in a sentence; undefined: it is one. */
export function problemOf(
  registry: Registry,
  property: Property,
  value: string,
): string | undefined {
  const { range, label } = property;
  if (value.trim() === '') return 'A claim needs a value.';
  if (range === 'text' || range === 'quantity') return undefined;
  if (range === 'date') {
    return isEdtf(value) ? undefined : 'Write a date in EDTF, such as 2021-03-09, 2021-03 or 2021.';
  }
  const entity = registry.entities.get(value);
  if (!entity) return `The registry has no entity “${value}”.`;
  if (mayBe(property, entity)) return undefined;
  const types = typeof range === 'string' ? [] : range.map((id) => registry.type(id).label);
  return `“${label}” takes ${types.join(', ')}; “${entity.name}” is none.`;
}
