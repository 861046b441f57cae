import type { Entity, MentionKind } from '../model';
import { foldName } from './foldName';

/**
 * How a text refers to an entity: by one of its names, by the rest of a coordinated name
 * (“Chang’e-6, 7 and 8”), or by a description.
 */
export function guessKind(text: string, entity: Pick<Entity, 'name' | 'aliases'>): MentionKind {
  const folded = foldName(text);
  if ([entity.name, ...entity.aliases].some((name) => foldName(name) === folded)) return 'name';
  if (/^[\p{Pd}]?\p{N}+$/u.test(text)) return 'elliptical';
  return /^\p{Ll}/u.test(text) || /^(the|a|an|this|that|its)\s/i.test(text) ? 'nominal' : 'name';
}
