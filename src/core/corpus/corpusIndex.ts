import type { Claim, Mention, Place, SourceAnnotations } from '../model';

/** A record and the annotation file that states it. */
export interface Stated<T> {
  readonly annotations: SourceAnnotations;
  readonly record: T;
}

/** All annotations by entity, by source and by id; kept up to date file by file. */
export class CorpusIndex {
  readonly #files = new Map<string, SourceAnnotations>();
  readonly #filesOfEntity = new Map<string, Set<string>>();
  readonly #filesOfSource = new Map<string, Set<string>>();
  readonly #placesOfId = new Map<string, Place[]>();

  get files(): ReadonlyMap<string, SourceAnnotations> {
    return this.#files;
  }

  /** Takes the file's present content in place of what was known; undefined: the file is gone. */
  replace(file: string, annotations: SourceAnnotations | undefined): void {
    const old = this.#files.get(file);
    if (old) this.#remove(old);
    if (annotations) this.#add(annotations);
  }

  /** Annotation files that name the source, in order of their paths. */
  filesOfSource(source: string): string[] {
    return [...(this.#filesOfSource.get(source) ?? [])].sort();
  }

  /** Every mention of an entity, by file in order of paths, as stored within a file. */
  mentionsOf(entity: string): Stated<Mention>[] {
    return this.#statedOf(entity, (file) => file.mentions.filter((one) => one.entity === entity));
  }

  /** Every claim on an entity, in the same order. */
  claimsOf(entity: string): Stated<Claim>[] {
    return this.#statedOf(entity, (file) => file.claims.filter((one) => one.subject === entity));
  }

  /** Every claim whose value is an entity's id, or reads like it; in the same order. */
  claimsNaming(entity: string): Stated<Claim>[] {
    return this.#statedOf(entity, (file) => file.claims.filter((one) => one.value === entity));
  }

  /** Mentions that define the entity. */
  definitionsOf(entity: string): Stated<Mention>[] {
    return this.mentionsOf(entity).filter(({ record }) => record.role === 'definition');
  }

  /** Where records with this id stand; more than one place is trouble. */
  placesOfId(id: string): readonly Place[] {
    return this.#placesOfId.get(id) ?? [];
  }

  #statedOf<T>(entity: string, pick: (file: SourceAnnotations) => readonly T[]): Stated<T>[] {
    const files = [...(this.#filesOfEntity.get(entity) ?? [])].sort();
    return files.flatMap((path) => {
      const annotations = this.#files.get(path);
      return annotations ? pick(annotations).map((record) => ({ annotations, record })) : [];
    });
  }

  #add(annotations: SourceAnnotations): void {
    const { file, source } = annotations;
    this.#files.set(file, annotations);
    if (source !== undefined) addTo(this.#filesOfSource, source, file);
    for (const entity of entitiesOf(annotations)) addTo(this.#filesOfEntity, entity, file);
    for (const { id, place } of recordsOf(annotations)) {
      const places = this.#placesOfId.get(id);
      if (places) places.push(place);
      else this.#placesOfId.set(id, [place]);
    }
  }

  #remove(annotations: SourceAnnotations): void {
    const { file, source } = annotations;
    this.#files.delete(file);
    if (source !== undefined) removeFrom(this.#filesOfSource, source, file);
    for (const entity of entitiesOf(annotations)) removeFrom(this.#filesOfEntity, entity, file);
    for (const id of new Set(recordsOf(annotations).map((one) => one.id))) {
      const left = this.placesOfId(id).filter((place) => place.file !== file);
      if (left.length > 0) this.#placesOfId.set(id, left);
      else this.#placesOfId.delete(id);
    }
  }
}

function recordsOf(annotations: SourceAnnotations): readonly (Mention | Claim)[] {
  return [...annotations.mentions, ...annotations.claims];
}

/** Values count too: which of them are ids the schema says. */
function entitiesOf(annotations: SourceAnnotations): Set<string> {
  const mentioned = annotations.mentions.map((one) => one.entity);
  return new Set([...mentioned, ...annotations.claims.flatMap((one) => [one.subject, one.value])]);
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
