import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import { type Diagnostic, type DiagnosticCode, type Severity, quoted } from '../diagnostic';
import { isEdtf } from '../format/dates';
import type { Claim, Property, SourceAnnotations } from '../model';

/** That each claim says something that the schema allows, of an entity that exists. */
export async function checkClaims(
  corpus: Corpus,
  annotations: SourceAnnotations,
): Promise<Diagnostic[]> {
  const registry = await corpus.registry();
  return annotations.claims.flatMap((claim) => {
    const property = registry.schema.properties.get(claim.property);
    return [
      ...checkSubject(registry, claim, property),
      ...(property ? checkValue(registry, claim, property) : [unknownProperty(claim)]),
    ];
  });
}

function checkSubject(
  registry: Registry,
  claim: Claim,
  property: Property | undefined,
): Diagnostic[] {
  const subject = registry.entities.get(claim.subject);
  if (!subject) {
    const message = `The registry has no entity ${quoted(claim.subject)}.`;
    return [report(claim, 'subject', 'unknown-entity', message)];
  }
  if (!property || property.domain.length === 0 || property.domain.includes(subject.type))
    return [];
  const message = `“${property.id}” is said of ${property.domain.join(', ')}; ${quoted(subject.id)} is of type ${quoted(subject.type)}.`;
  return [report(claim, 'subject', 'wrong-domain', message, 'warning')];
}

function unknownProperty(claim: Claim): Diagnostic {
  const message = `The schema has no property ${quoted(claim.property)}.`;
  return report(claim, 'property', 'unknown-property', message);
}

function checkValue(registry: Registry, claim: Claim, { id, range }: Property): Diagnostic[] {
  if (range === 'text' || range === 'quantity') return [];
  if (range === 'date') {
    if (isEdtf(claim.value)) return [];
    const message = `“${id}” takes a date in EDTF, such as 2021-03-09 or 2021; ${quoted(claim.value)} is none.`;
    return [report(claim, 'value', 'bad-value', message)];
  }
  const entity = registry.entities.get(claim.value);
  if (!entity) {
    const message = `“${id}” takes an entity; the registry has no ${quoted(claim.value)}.`;
    return [report(claim, 'value', 'unknown-entity', message)];
  }
  if (range === 'entity' || range.includes(entity.type)) return [];
  const message = `“${id}” takes ${range.join(', ')}; ${quoted(entity.id)} is of type ${quoted(entity.type)}.`;
  return [report(claim, 'value', 'bad-value', message)];
}

function report(
  { place }: Claim,
  key: string,
  code: DiagnosticCode,
  message: string,
  severity: Severity = 'error',
): Diagnostic {
  return { code, severity, message, file: place.file, span: place.values.get(key) ?? place.span };
}
