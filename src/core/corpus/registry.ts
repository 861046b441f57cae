import type { Diagnostic } from '../diagnostic';
import { quoted } from '../diagnostic';
import { builtinSchema } from '../format/builtinSchema';
import type { Entity, EntityType, Schema } from '../model';

/** What exists: the entities of all registry files under one schema. */
export class Registry {
  readonly schema: Schema;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Ids that stand in more than one place. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(schema: Schema, entities: readonly Entity[]) {
    const byId = new Map<string, Entity>();
    const diagnostics: Diagnostic[] = [];
    for (const entity of entities) {
      const first = byId.get(entity.id);
      if (first) diagnostics.push(duplicate(first, entity));
      else byId.set(entity.id, entity);
    }
    this.schema = schema;
    this.entities = byId;
    this.diagnostics = diagnostics;
  }

  /** The type's own entry, or a plain one for a type that the schema does not know. */
  typeOf(entity: Entity): EntityType {
    return this.type(entity.type);
  }

  type(id: string): EntityType {
    const known = this.schema.types.get(id) ?? builtinSchema.types.get(id);
    return known ?? { id, label: id, description: '', icon: 'symbol-misc' };
  }

  /** The entity's name, or the id itself where there is no such entity. */
  nameOf(id: string): string {
    return this.entities.get(id)?.name ?? id;
  }
}

function duplicate(first: Entity, second: Entity): Diagnostic {
  return {
    code: 'duplicate-entity',
    severity: 'error',
    message: `The entity ${quoted(second.id)} is in the registry twice; only the first entry counts.`,
    file: second.place.file,
    span: second.place.span,
    related: [{ message: 'The first entry', file: first.place.file, span: first.place.span }],
  };
}
