import { areCompatibleDates } from '../format/dateOrder';
import type { Property } from '../model';

/** Different values of what can have but one; a date that is only less precise is no other value. */
export function isContradicted(property: Property, values: readonly string[]): boolean {
  if (!property.single) return false;
  const agree = property.range === 'date' ? areCompatibleDates : (a: string, b: string) => a === b;
  return values.some((value, at) => values.slice(at + 1).some((other) => !agree(value, other)));
}
