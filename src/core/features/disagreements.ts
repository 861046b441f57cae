import type { Corpus } from '../corpus/corpus';
import type { Claim, Property, Tension } from '../model';
import type { Citation } from './citation';
import { contradictionTest, contradictionsOf } from './contradictions';
import { valueInWords } from './values';

/** What sources disagree on: told by the claims themselves, or stated as a tension. */
export type Disagreement = ContradictionSides | TensionSides;

interface Sides {
  /** Unique in the corpus, and the same as long as it is the same disagreement. */
  readonly id: string;
  /** Names of the entities that it is about. */
  readonly entities: readonly string[];
  /** The first two stand against each other. */
  readonly sides: readonly Side[];
}

export interface ContradictionSides extends Sides {
  readonly kind: 'contradiction';
  readonly sides: readonly (Side & { readonly record: Claim })[];
  readonly property: Property;
}

export interface TensionSides extends Sides {
  readonly kind: 'tension';
  readonly tension: Tension;
}

export interface Side extends Citation {
  /** What is claimed, as a reader would say it; undefined for the quotes of a tension. */
  readonly value: string | undefined;
}

/** Contradictions in order of the registry, then tensions in that of their file. Reads no source. */
export async function disagreementsOf(corpus: Corpus): Promise<Disagreement[]> {
  const [registry, contradictions, tensions] = await Promise.all([
    corpus.registry(),
    contradictionsOf(corpus),
    corpus.tensions(),
  ]);
  return [
    ...contradictions.map(({ subject, property, claims }): ContradictionSides => {
      const sides = opposedFirst(property, claims).map(({ annotations, record }) => {
        const value = valueInWords(registry, property, record.value);
        return { value, source: annotations.source ?? '', record };
      });
      const id = `${subject}/${property.id}`;
      return { kind: 'contradiction', id, entities: [registry.nameOf(subject)], property, sides };
    }),
    ...tensions.map((tension): TensionSides => ({
      kind: 'tension',
      id: tension.id,
      entities: tension.entities.map((one) => registry.nameOf(one)),
      tension,
      sides: tension.quotes.map((record) => ({
        value: undefined,
        source: record.source,
        record,
      })),
    })),
  ];
}

/** The first two sides that stand against each other, of those that pass; undefined where none do. */
export function opposedSides(
  disagreement: Disagreement,
  passes: (side: Side) => boolean,
): readonly [Side, Side] | undefined {
  if (disagreement.kind === 'contradiction') {
    return opposed(disagreement.property, disagreement.sides.filter(passes));
  }
  const [first, second] = disagreement.sides.filter(passes);
  return first && second && [first, second];
}

/** The first two that contradict each other in front, the others as they were. */
function opposedFirst<T extends Claiming>(property: Property, claims: readonly T[]): T[] {
  const pair: readonly T[] = opposed(property, claims) ?? [];
  return [...pair, ...claims.filter((one) => !pair.includes(one))];
}

interface Claiming {
  readonly record: Claim;
}

/** The first two that contradict each other. */
function opposed<T extends Claiming>(
  property: Property,
  claims: readonly T[],
): readonly [T, T] | undefined {
  const contradicts = contradictionTest(property);
  for (const first of claims) {
    const second = claims.find(({ record }) => contradicts(first.record.value, record.value));
    if (second) return [first, second];
  }
  return undefined;
}
