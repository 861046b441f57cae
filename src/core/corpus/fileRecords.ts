import type { Claim, Mention, Place, SourceAnnotations } from '../model';

/** What one file says of one entity, in stored order. */
export interface Statements {
  readonly mentions: Mention[];
  /** Of which it is the subject. */
  readonly claims: Claim[];
  /** Of which it is the value, if that is an id: the schema says. */
  readonly naming: Claim[];
}

const nothing: Statements = { mentions: [], claims: [], naming: [] };

/** The records of one annotation file by entity and by id; sorted when first asked for. */
export class FileRecords {
  readonly annotations: SourceAnnotations;
  #statements: ReadonlyMap<string, Statements> | undefined;
  #places: ReadonlyMap<string, readonly Place[]> | undefined;

  constructor(annotations: SourceAnnotations) {
    this.annotations = annotations;
  }

  statementsOn(entity: string): Statements {
    this.#statements ??= byEntity(this.annotations);
    return this.#statements.get(entity) ?? nothing;
  }

  /** Where its records with an id stand. */
  placesOf(id: string): readonly Place[] {
    this.#places ??= byId(this.annotations);
    return this.#places.get(id) ?? [];
  }
}

function byId({ mentions, claims }: SourceAnnotations): ReadonlyMap<string, readonly Place[]> {
  const all = new Map<string, Place[]>();
  for (const { id, place } of [...mentions, ...claims]) {
    const known = all.get(id);
    if (known) known.push(place);
    else all.set(id, [place]);
  }
  return all;
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
