import type { Corpus } from '../corpus/corpus';
import type { Stated } from '../corpus/corpusIndex';
import { type Days, daysOf, haveCommonDay } from '../format/dateOrder';
import type { Claim, Property } from '../model';

/** Claims that cannot all be true: of one subject, on a property that has but one true value. */
export interface Contradiction {
  readonly subject: string;
  readonly property: Property;
  /** All that is claimed of it, in order of the files' paths. */
  readonly claims: readonly Stated<Claim>[];
}

/** Every contradiction of the corpus, in order of the registry, or of some subjects, in theirs. */
export async function contradictionsOf(
  corpus: Corpus,
  subjects?: ReadonlySet<string>,
): Promise<Contradiction[]> {
  const [{ entities, schema }, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const single = [...schema.properties.values()].filter((property) => property.single);
  return [...(subjects ?? entities.keys())].flatMap((subject) => {
    if (!entities.has(subject)) return [];
    const claims = index.claimsOf(subject);
    return single.flatMap((property) => {
      const own = claims.filter(({ record }) => record.property === property.id);
      const values = own.map(({ record }) => record.value);
      return isContradicted(property, values) ? [{ subject, property, claims: own }] : [];
    });
  });
}

/** Different values of what can have but one. */
export function isContradicted({ single, range }: Property, values: readonly string[]): boolean {
  if (!single) return false;
  const distinct = [...new Set(values)];
  return range === 'date' ? !haveCommonDay(distinct.map(daysOf)) : distinct.length > 1;
}

/**
 * Tells of two values whether only one can be true: a date that is only less precise is no other
 * value. To be asked about many pairs, it reads each date once.
 */
export function contradictionTest({ single, range }: Property): (a: string, b: string) => boolean {
  if (!single) return () => false;
  if (range !== 'date') return (a, b) => a !== b;
  const known = new Map<string, Days | undefined>();
  const spanOf = (date: string) => {
    if (!known.has(date)) known.set(date, daysOf(date));
    return known.get(date);
  };
  return (a, b) => !haveCommonDay([spanOf(a), spanOf(b)]);
}
