import type { Corpus } from '../corpus/corpus';
import type { Stated } from '../corpus/corpusIndex';
import { areCompatibleDates } from '../format/dateOrder';
import type { Claim, Property } from '../model';

/** Claims that cannot all be true: of one subject, on a property that has but one true value. */
export interface Contradiction {
  readonly subject: string;
  readonly property: Property;
  /** All that is claimed of it, in order of the files' paths. */
  readonly claims: readonly Stated<Claim>[];
}

/** Every contradiction of the corpus, by subject in order of the registry. */
export async function contradictionsOf(corpus: Corpus): Promise<Contradiction[]> {
  const [{ entities, schema }, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const single = [...schema.properties.values()].filter((property) => property.single);
  return [...entities.keys()].flatMap((subject) => {
    const claims = index.claimsOf(subject);
    return single.flatMap((property) => {
      const own = claims.filter(({ record }) => record.property === property.id);
      const values = own.map(({ record }) => record.value);
      return isContradicted(property, values) ? [{ subject, property, claims: own }] : [];
    });
  });
}

/** Different values of what can have but one. */
export function isContradicted(property: Property, values: readonly string[]): boolean {
  return values.some((value, at) =>
    values.slice(at + 1).some((other) => contradicts(property, value, other)),
  );
}

/** A date that is only less precise is no other value. */
export function contradicts({ single, range }: Property, a: string, b: string): boolean {
  if (!single) return false;
  return range === 'date' ? !areCompatibleDates(a, b) : a !== b;
}
