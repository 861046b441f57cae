import type { Registry } from '../corpus/registry';
import type { Entity, Span } from '../model';
import { introducedAcronym } from './acronyms';
import { coordinatedWith } from './coordination';
import { type NameMatch, NameTrie } from './nameTrie';
import { acceptsSpelling } from './spelling';
import type { Suggestion } from './suggestions';

interface KnownName {
  readonly name: string;
  readonly entity: Entity;
}

/** The names and aliases of a registry, ready to be found in texts. */
export class KnownNames {
  readonly trie = new NameTrie<KnownName>();
  /** By value. */
  readonly #dates = new Map<string, string>();

  /** @param registry dates and quantities are recognised by their form, not by their names */
  constructor(registry: Registry) {
    for (const entity of registry.entities.values()) {
      const { id, type, value } = entity;
      if (type === 'date' && value !== undefined && !this.#dates.has(value))
        this.#dates.set(value, id);
      if (entity.type === 'date' || entity.type === 'quantity') continue;
      for (const name of new Set([entity.name, ...entity.aliases])) {
        this.trie.add(name, { name, entity });
      }
    }
  }

  /** What a date is an entity of. */
  dateOf({ value }: { readonly value?: string }): {
    readonly type: string;
    readonly entity?: string;
  } {
    const entity = value === undefined ? undefined : this.#dates.get(value);
    return { type: 'date', ...(entity !== undefined && { entity }) };
  }
}

/**
 * Where a text has a known name, under any spelling of it: the registry's names, the acronyms and
 * surnames that the text itself makes of them, and the members of lists that borrow their head.
 */
export function knownMentions(text: string, { trie }: KnownNames): Suggestion[] {
  const matches = [...trie.matches(text, accepted)];
  const derived = new NameTrie<KnownName>();
  for (const match of matches) addDerived(text, match, derived, trie);
  return [
    ...matches.flatMap((match) => suggestionOf(text, match, 1)),
    ...[...derived.matches(text, accepted)].flatMap((match) => suggestionOf(text, match, 0.85)),
    ...matches.flatMap((match) => elliptical(text, match, trie)),
  ];
}

function accepted(names: readonly KnownName[], words: string): readonly KnownName[] {
  return names.filter(({ name }) => acceptsSpelling(name, words));
}

/** Names that hold in this text only. What the registry has is not made anew. */
function addDerived(
  text: string,
  match: NameMatch<KnownName>,
  derived: NameTrie<KnownName>,
  trie: NameTrie<KnownName>,
): void {
  const [known] = match.values;
  if (!known || match.values.some(({ entity }) => entity !== known.entity)) return;
  const names = [introducedAcronym(text, match), ...surnames(text, match, known.entity)];
  for (const name of names) {
    if (name === undefined || trie.get(name).length > 0) continue;
    derived.add(name, { name, entity: known.entity });
  }
}

/** The last word of a full name; the first too, which is the surname in much of Asia. */
function surnames(text: string, { start, end }: Span, { type }: Entity): string[] {
  const words = text.slice(start, end).split(/\s+/);
  if (type !== 'person' || words.length < 2) return [];
  return [words.at(-1) ?? '', words[0] ?? ''].filter((word) => /^\p{Lu}[\p{L}’'-]+$/u.test(word));
}

function suggestionOf(text: string, match: NameMatch<KnownName>, sureness: number): Suggestion[] {
  const { start, end, values, isPlural } = match;
  const entities = new Map(values.map(({ entity }) => [entity.id, entity]));
  const [entity] = entities.values();
  if (!entity) return [];
  const isExact = values.some(({ name }) => name === text.slice(start, end));
  const likeness = isExact ? 0.98 : isPlural ? 0.85 : 0.95;
  const confidence = Math.round((100 * sureness * likeness) / entities.size) / 100;
  return [{ start, end, entity: entity.id, type: entity.type, kind: 'name', confidence }];
}

function elliptical(
  text: string,
  match: NameMatch<KnownName>,
  trie: NameTrie<KnownName>,
): Suggestion[] {
  const [known] = match.values;
  if (!known) return [];
  return coordinatedWith(text, match).map(({ start, end, name }) => {
    const [own] = trie.get(name);
    const { type } = own?.entity ?? known.entity;
    const confidence = own ? 0.9 : 0.6;
    return {
      start,
      end,
      ...(own ? { entity: own.entity.id } : { name }),
      type,
      kind: 'elliptical',
      confidence,
    };
  });
}
