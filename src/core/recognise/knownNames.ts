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

/** A place that has a name of the registry, under any spelling of it. */
export type KnownMatch = NameMatch<KnownName>;

/** The names and aliases of a registry, ready to be found in texts. */
export class KnownNames {
  readonly #trie = new NameTrie<KnownName>();
  readonly #entities = new Map<string, readonly KnownName[]>();
  /** Ids by value. */
  readonly #dates = new Map<string, string>();
  #registry: Registry | undefined;
  #version = 0;

  constructor(registry: Registry) {
    this.update(registry);
  }

  /** Another whenever something may be found that was not, or the other way round. */
  get version(): number {
    return this.#version;
  }

  get trie(): NameTrie<KnownName> {
    return this.#trie;
  }

  /** Follows the registry; what is as it was costs a comparison. */
  update(registry: Registry): void {
    if (registry === this.#registry) return;
    this.#registry = registry;
    let isOther = false;
    this.#dates.clear();
    for (const entity of registry.entities.values()) {
      if (entity.type === 'date' && entity.value !== undefined) this.#addDate(entity);
      isOther = this.#replace(entity.id, entity) || isOther;
    }
    for (const id of this.#entities.keys()) {
      if (!registry.entities.has(id)) isOther = this.#replace(id, undefined) || isOther;
    }
    if (isOther) this.#version++;
  }

  /** What a date is an entity of. */
  dateOf({ value }: { readonly value?: string }): {
    readonly type: string;
    readonly entity?: string;
  } {
    const entity = value === undefined ? undefined : this.#dates.get(value);
    return { type: 'date', ...(entity !== undefined && { entity }) };
  }

  #addDate({ id, value = '' }: Entity): void {
    if (!this.#dates.has(value)) this.#dates.set(value, id);
  }

  /** Whether anything is another then. */
  #replace(id: string, entity: Entity | undefined): boolean {
    const before = this.#entities.get(id) ?? [];
    const names = entity ? namesOf(entity) : [];
    const type = before[0]?.entity.type;
    const isSame =
      names.length === before.length &&
      before.every(({ name }, at) => name === names[at]) &&
      (names.length === 0 || type === entity?.type);
    if (isSame) return false;
    for (const one of before) this.#trie.remove(one.name, one);
    const known = entity ? names.map((name) => ({ name, entity })) : [];
    for (const one of known) this.#trie.add(one.name, one);
    if (known.length > 0) this.#entities.set(id, known);
    else this.#entities.delete(id);
    return true;
  }
}

/** Dates and quantities are recognised by their form, not by their names. */
function namesOf({ type, name, aliases }: Entity): readonly string[] {
  if (type === 'date' || type === 'quantity') return [];
  return aliases.length === 0 ? [name] : [...new Set([name, ...aliases])];
}

/** Where a text has a name of the registry. */
export function knownMatches(text: string, { trie }: KnownNames): readonly KnownMatch[] {
  return [...trie.matches(text, accepted)];
}

/** The acronyms and surnames that a text makes of known names; they hold in this text only. */
export class DerivedNames {
  readonly trie = new NameTrie<KnownName>();

  /** @param text a part of the text, in which the matches were found */
  add(text: string, matches: readonly KnownMatch[], { trie }: KnownNames): void {
    for (const match of matches) {
      const [known] = match.values;
      if (!known || match.values.some(({ entity }) => entity !== known.entity)) continue;
      const names = [introducedAcronym(text, match), ...surnames(text, match, known.entity)];
      for (const name of names) {
        // What the registry has is not made anew.
        if (name === undefined || trie.get(name).length > 0) continue;
        if (this.trie.get(name).some(({ entity }) => entity === known.entity)) continue;
        this.trie.add(name, { name, entity: known.entity });
      }
    }
  }
}

/**
 * What a text, or a part of one, has of a registry: its names, those that the text itself makes of
 * them, and the members of lists that borrow their head.
 */
export function knownSuggestions(
  text: string,
  matches: readonly KnownMatch[],
  derived: DerivedNames,
  { trie }: KnownNames,
): Suggestion[] {
  return [
    ...matches.flatMap((match) => suggestionOf(text, match, 1)),
    ...[...derived.trie.matches(text, accepted)].flatMap((match) =>
      suggestionOf(text, match, 0.85),
    ),
    ...matches.flatMap((match) => elliptical(text, match, trie)),
  ];
}

function accepted(names: readonly KnownName[], words: string): readonly KnownName[] {
  return names.filter(({ name }) => acceptsSpelling(name, words));
}

/** The last word of a full name; the first too, which is the surname in much of Asia. */
function surnames(text: string, { start, end }: Span, { type }: Entity): string[] {
  if (type !== 'person') return [];
  const words = text.slice(start, end).split(/\s+/);
  if (words.length < 2) return [];
  return [words.at(-1) ?? '', words[0] ?? ''].filter((word) => /^\p{Lu}[\p{L}’'-]+$/u.test(word));
}

function suggestionOf(text: string, match: KnownMatch, sureness: number): Suggestion[] {
  const { start, end, values, isPlural } = match;
  const [first] = values;
  if (!first) return [];
  const { entity } = first;
  const others = values.length === 1 ? 1 : new Set(values.map((one) => one.entity.id)).size;
  const words = text.slice(start, end);
  const isExact = values.some(({ name }) => name === words);
  const likeness = isExact ? 0.98 : isPlural ? 0.85 : 0.95;
  const confidence = Math.round((100 * sureness * likeness) / others) / 100;
  return [{ start, end, entity: entity.id, type: entity.type, kind: 'name', confidence }];
}

function elliptical(text: string, match: KnownMatch, trie: NameTrie<KnownName>): Suggestion[] {
  const [known] = match.values;
  if (!known) return [];
  return coordinatedWith(text, match).map(({ start, end, name }) => {
    const [own] = trie.get(name);
    const { type } = own?.entity ?? known.entity;
    const confidence = own ? 0.9 : 0.6;
    const meant = own ? { entity: own.entity.id } : { name };
    return { start, end, ...meant, type, kind: 'elliptical', confidence };
  });
}
