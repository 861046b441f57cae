import type { Property } from '../model';

/** Two different values of what can have but one. */
export function isContradicted(property: Property, values: readonly string[]): boolean {
  return property.single && new Set(values).size > 1;
}
