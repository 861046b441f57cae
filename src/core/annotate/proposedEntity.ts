import type { Registry } from '../corpus/registry';
import { dateInWords } from '../format/dateWords';
import type { NewEntity } from './annotate';
import { entityIdFor } from './ids';

/** What is known of something new that words may mention. */
export interface Proposed {
  readonly type: string;
  /** EDTF, of a date. */
  readonly value?: string;
  /** The whole name, where the words are only a part of it. */
  readonly name?: string;
}

/**
 * The entity that words would add to the registry. Undefined where only a user can say what it is:
 * the schema has no such type, or a date has no value.
 */
export function proposedEntity(
  registry: Registry,
  words: string,
  { type, value, name }: Proposed,
  isTaken: (id: string) => boolean = (id) => registry.entities.has(id),
): NewEntity | undefined {
  if (!registry.schema.types.has(type)) return undefined;
  if (type !== 'date') {
    const own = (name ?? words).replace(/\s+/g, ' ').trim();
    return { id: entityIdFor(own, isTaken), type, name: own };
  }
  if (value === undefined) return undefined;
  const id = entityIdFor(`date ${value.replaceAll('/', ' to ')}`, isTaken);
  return { id, type, name: dateInWords(value), value };
}
