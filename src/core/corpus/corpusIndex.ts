import type { Claim, Mention, Place, SourceAnnotations } from '../model';
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

/** What one file says of one entity, in stored order. */
interface Statements {
  readonly mentions: Mention[];
  /** Of which it is the subject. */
  readonly claims: Claim[];
  /** Of which it is the value, if that is an id: the schema says. */
  readonly naming: Claim[];
}

/** All annotations by entity, by source and by id; kept up to date file by file. */
export class CorpusIndex {
  readonly #files = new Map<string, SourceAnnotations>();
  readonly #statements = new Map<string, ReadonlyMap<string, Statements>>();
  readonly #filesOfEntity = new Map<string, Set<string>>();
  readonly #filesOfSource = new Map<string, Set<string>>();
  readonly #placesOfId = new Map<string, Place[]>();
  readonly #duplicateIds = new Set<string>();
  readonly #counts = new Map<string, EntityCounts>();
  #labels: ReadonlyMap<string, string> | undefined;

  get files(): ReadonlyMap<string, SourceAnnotations> {
    return this.#files;
  }

  /** Takes the file's present content in place of what was known; undefined: the file is gone. */
  replace(file: string, annotations: SourceAnnotations | undefined): void {
    const old = this.#files.get(file);
    if (old?.source !== annotations?.source) this.#labels = undefined;
    if (old) this.#remove(old);
    if (annotations) this.#add(annotations);
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
    return this.#placesOfId.get(id) ?? [];
  }

  /** Ids with which more than one record stands. */
  get duplicateIds(): ReadonlySet<string> {
    return this.#duplicateIds;
  }

  /** All that a file mentions, makes claims on, or has as the value of one. */
  entitiesIn(file: string): Iterable<string> {
    return this.#statements.get(file)?.keys() ?? [];
  }

  #statedOf<T>(entity: string, pick: (statements: Statements) => readonly T[]): Stated<T>[] {
    const files = [...(this.#filesOfEntity.get(entity) ?? [])].sort();
    return files.flatMap((path) => {
      const annotations = this.#files.get(path);
      const statements = this.#statements.get(path)?.get(entity);
      if (!annotations || !statements) return [];
      return pick(statements).map((record) => ({ annotations, record }));
    });
  }

  #add(annotations: SourceAnnotations): void {
    const { file, source } = annotations;
    const statements = byEntity(annotations);
    this.#files.set(file, annotations);
    this.#statements.set(file, statements);
    if (source !== undefined) addTo(this.#filesOfSource, source, file);
    for (const [entity, said] of statements) {
      addTo(this.#filesOfEntity, entity, file);
      this.#count(entity, said, 1);
    }
    for (const { id, place } of recordsOf(annotations)) {
      this.#setPlaces(id, [...this.placesOfId(id), place]);
    }
  }

  #remove(annotations: SourceAnnotations): void {
    const { file, source } = annotations;
    for (const [entity, said] of this.#statements.get(file) ?? []) {
      removeFrom(this.#filesOfEntity, entity, file);
      this.#count(entity, said, -1);
    }
    this.#files.delete(file);
    this.#statements.delete(file);
    if (source !== undefined) removeFrom(this.#filesOfSource, source, file);
    for (const id of new Set(recordsOf(annotations).map((one) => one.id))) {
      this.#setPlaces(
        id,
        this.placesOfId(id).filter((place) => place.file !== file),
      );
    }
  }

  #count(entity: string, { mentions, claims }: Statements, by: 1 | -1): void {
    const before = this.countsOf(entity);
    const counts = {
      mentions: before.mentions + by * mentions.length,
      sources: before.sources + by * Math.sign(mentions.length),
      claims: before.claims + by * claims.length,
    };
    if (counts.mentions + counts.claims > 0) this.#counts.set(entity, counts);
    else this.#counts.delete(entity);
  }

  #setPlaces(id: string, places: Place[]): void {
    if (places.length > 0) this.#placesOfId.set(id, places);
    else this.#placesOfId.delete(id);
    if (places.length > 1) this.#duplicateIds.add(id);
    else this.#duplicateIds.delete(id);
  }
}

function recordsOf(annotations: SourceAnnotations): readonly (Mention | Claim)[] {
  return [...annotations.mentions, ...annotations.claims];
}

function byEntity({ mentions, claims }: SourceAnnotations): ReadonlyMap<string, Statements> {
  const all = new Map<string, Statements>();
  const of = (entity: string) => {
    const known = all.get(entity);
    if (known) return known;
    const statements: Statements = { mentions: [], claims: [], naming: [] };
    all.set(entity, statements);
    return statements;
  };
  for (const mention of mentions) of(mention.entity).mentions.push(mention);
  for (const claim of claims) {
    of(claim.subject).claims.push(claim);
    of(claim.value).naming.push(claim);
  }
  return all;
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
