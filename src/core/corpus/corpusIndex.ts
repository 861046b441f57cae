import { commonEnds } from '../commonEnds';
import type { Claim, Mention, Place, SourceAnnotations } from '../model';
import { FileRecords, type Statements } from './fileRecords';
import { sourceLabels } from './sourceLabels';

/** A record and the annotation file that states it. */
export interface Stated<T> {
  readonly annotations: SourceAnnotations;
  readonly record: T;
}

/** How often the corpus speaks of an entity. */
export interface EntityCounts {
  readonly mentions: number;
  /** Files that mention it. */
  readonly sources: number;
  /** Claims of which it is the subject. */
  readonly claims: number;
}

const none: EntityCounts = { mentions: 0, sources: 0, claims: 0 };

/** How often one file speaks of one entity. */
interface Tally {
  mentions: number;
  /** Of which it is the subject. */
  claims: number;
  /** Of which it is the value, if that is an id: the schema says. */
  naming: number;
}

const silent: Readonly<Tally> = { mentions: 0, claims: 0, naming: 0 };

/** By how much a file says more or less than before of each entity, and with each id. */
class Change {
  readonly entities = new Map<string, Tally>();
  readonly ids = new Map<string, number>();

  constructor(old: SourceAnnotations | undefined, now: SourceAnnotations | undefined) {
    const mentions = [old?.mentions ?? [], now?.mentions ?? []] as const;
    const sameMention = (a: Mention, b: Mention) => a.id === b.id && a.entity === b.entity;
    for (const { one, by } of changesOf(mentions, sameMention)) {
      this.#count(one.id, by);
      this.#of(one.entity).mentions += by;
    }
    const claims = [old?.claims ?? [], now?.claims ?? []] as const;
    const sameClaim = (a: Claim, b: Claim) =>
      a.id === b.id && a.subject === b.subject && a.value === b.value;
    for (const { one, by } of changesOf(claims, sameClaim)) {
      this.#count(one.id, by);
      this.#of(one.subject).claims += by;
      this.#of(one.value).naming += by;
    }
  }

  #count(id: string, by: number): void {
    this.ids.set(id, (this.ids.get(id) ?? 0) + by);
  }

  #of(entity: string): Tally {
    const known = this.entities.get(entity) ?? { ...silent };
    this.entities.set(entity, known);
    return known;
  }
}

/** What is gone, by -1, and what is new, by 1. */
function changesOf<T>(
  [old, now]: readonly [readonly T[], readonly T[]],
  isSame: (a: T, b: T) => boolean,
): { readonly one: T; readonly by: 1 | -1 }[] {
  const { front, back } = commonEnds(old, now, isSame);
  return [
    ...old.slice(front, old.length - back).map((one) => ({ one, by: -1 as const })),
    ...now.slice(front, now.length - back).map((one) => ({ one, by: 1 as const })),
  ];
}

/** All annotations by entity, by source and by id; kept up to date file by file. */
export class CorpusIndex {
  readonly #files = new Map<string, SourceAnnotations>();
  readonly #tallies = new Map<string, Map<string, Tally>>();
  /** The records of each file of which somebody has asked for them. */
  readonly #records = new Map<string, FileRecords>();
  readonly #filesOfEntity = new Map<string, Set<string>>();
  readonly #filesOfSource = new Map<string, Set<string>>();
  /** For each record with the id, the file that it stands in. */
  readonly #filesOfId = new Map<string, readonly string[]>();
  readonly #duplicateIds = new Set<string>();
  readonly #counts = new Map<string, EntityCounts>();
  #labels: ReadonlyMap<string, string> | undefined;

  get files(): ReadonlyMap<string, SourceAnnotations> {
    return this.#files;
  }

  /**
   * Takes the file's present content in place of what was known; undefined: the file is gone.
   * It costs what has changed, and a comparison of each record with what it was.
   */
  replace(file: string, annotations: SourceAnnotations | undefined): void {
    const old = this.#files.get(file);
    if (old?.source !== annotations?.source) {
      this.#labels = undefined;
      if (old?.source !== undefined) removeFrom(this.#filesOfSource, old.source, file);
      if (annotations?.source !== undefined) addTo(this.#filesOfSource, annotations.source, file);
    }
    if (annotations) this.#files.set(file, annotations);
    else this.#files.delete(file);
    this.#records.delete(file);
    const change = new Change(old, annotations);
    for (const [entity, by] of change.entities) this.#count(file, entity, by);
    for (const [id, by] of change.ids) if (by !== 0) this.#countId(file, id, by);
    if (!annotations) this.#tallies.delete(file);
  }

  /** A short name for each annotated source. */
  get sourceLabels(): ReadonlyMap<string, string> {
    return (this.#labels ??= sourceLabels(this.#filesOfSource.keys()));
  }

  /** Annotation files that name the source, in order of their paths. */
  filesOfSource(source: string): string[] {
    return [...(this.#filesOfSource.get(source) ?? [])].sort();
  }

  /** Every mention of an entity, by file in order of paths, as stored within a file. */
  mentionsOf(entity: string): Stated<Mention>[] {
    return this.#statedOf(entity, ({ mentions }) => mentions);
  }

  /** Every claim on an entity, in the same order. */
  claimsOf(entity: string): Stated<Claim>[] {
    return this.#statedOf(entity, ({ claims }) => claims);
  }

  /** Every claim whose value is an entity's id, or reads like it; in the same order. */
  claimsNaming(entity: string): Stated<Claim>[] {
    return this.#statedOf(entity, ({ naming }) => naming);
  }

  countsOf(entity: string): EntityCounts {
    return this.#counts.get(entity) ?? none;
  }

  /** Mentions that define the entity. */
  definitionsOf(entity: string): Stated<Mention>[] {
    return this.mentionsOf(entity).filter(({ record }) => record.role === 'definition');
  }

  /** Where records with this id stand; more than one place is trouble. */
  placesOfId(id: string): readonly Place[] {
    const files = new Set(this.#filesOfId.get(id));
    return [...files].flatMap((file) => this.#recordsIn(file)?.placesOf(id) ?? []);
  }

  /** Whether a record has this id. */
  hasId(id: string): boolean {
    return this.#filesOfId.has(id);
  }

  /** Ids with which more than one record stands. */
  get duplicateIds(): ReadonlySet<string> {
    return this.#duplicateIds;
  }

  /** All that a file mentions, makes claims on, or has as the value of one. */
  entitiesIn(file: string): Iterable<string> {
    return this.#tallies.get(file)?.keys() ?? [];
  }

  #statedOf<T>(entity: string, pick: (statements: Statements) => readonly T[]): Stated<T>[] {
    const files = [...(this.#filesOfEntity.get(entity) ?? [])].sort();
    return files.flatMap((path) => {
      const records = this.#recordsIn(path);
      if (!records) return [];
      const { annotations } = records;
      return pick(records.statementsOn(entity)).map((record) => ({ annotations, record }));
    });
  }

  #recordsIn(file: string): FileRecords | undefined {
    const known = this.#records.get(file);
    const annotations = this.#files.get(file);
    if (known || !annotations) return known;
    const records = new FileRecords(annotations);
    this.#records.set(file, records);
    return records;
  }

  #count(file: string, entity: string, by: Tally): void {
    const tallies = this.#tallies.get(file) ?? new Map<string, Tally>();
    this.#tallies.set(file, tallies);
    const before = tallies.get(entity) ?? silent;
    const after = sumOf(before, by);
    const isSaid = after.mentions + after.claims + after.naming > 0;
    if (isSaid) tallies.set(entity, after);
    else tallies.delete(entity);
    if (isSaid) addTo(this.#filesOfEntity, entity, file);
    else removeFrom(this.#filesOfEntity, entity, file);
    const all = this.countsOf(entity);
    const counts = {
      mentions: all.mentions + by.mentions,
      sources: all.sources + Math.sign(after.mentions) - Math.sign(before.mentions),
      claims: all.claims + by.claims,
    };
    if (counts.mentions + counts.claims > 0) this.#counts.set(entity, counts);
    else this.#counts.delete(entity);
  }

  #countId(file: string, id: string, by: number): void {
    const known = this.#filesOfId.get(id) ?? [];
    const others = known.filter((one) => one !== file);
    const own = known.length - others.length + by;
    const files = [...others, ...new Array<string>(own).fill(file)];
    if (files.length > 0) this.#filesOfId.set(id, files);
    else this.#filesOfId.delete(id);
    if (files.length > 1) this.#duplicateIds.add(id);
    else this.#duplicateIds.delete(id);
  }
}

function sumOf(one: Tally, other: Tally): Tally {
  return {
    mentions: one.mentions + other.mentions,
    claims: one.claims + other.claims,
    naming: one.naming + other.naming,
  };
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function removeFrom(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
