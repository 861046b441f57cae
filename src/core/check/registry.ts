import type { Corpus } from '../corpus/corpus';
import { type Diagnostic, quoted } from '../diagnostic';
import { isEdtf } from '../format/dates';
import type { Entity, Schema } from '../model';

/** That each entity stands once, is of a known type, and that dates are dates. */
export async function checkEntities(corpus: Corpus): Promise<Diagnostic[]> {
  const { entities, schema, diagnostics } = await corpus.registry();
  return [...diagnostics, ...[...entities.values()].flatMap((one) => checkEntity(one, schema))];
}

function checkEntity({ id, type, value, place }: Entity, schema: Schema): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (key: string, code: Diagnostic['code'], message: string) => {
    const span = place.values.get(key) ?? place.span;
    found.push({ code, severity: 'error', message, file: place.file, span });
  };
  if (!schema.types.has(type)) {
    report('type', 'unknown-type', `The schema has no entity type ${quoted(type)}.`);
  }
  if (type === 'date' && value === undefined) {
    report('type', 'missing-key', `The date ${quoted(id)} has no “value” in EDTF.`);
  }
  if (type === 'date' && value !== undefined && !isEdtf(value)) {
    report(
      'value',
      'bad-value',
      `${quoted(value)} is no date in EDTF, such as 2021-03-09 or 2021.`,
    );
  }
  return found;
}
