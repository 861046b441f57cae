import { wordsOf } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import type { Stated } from '../corpus/corpusIndex';
import type { Registry } from '../corpus/registry';
import { type Diagnostic, type RelatedPlace, quoted } from '../diagnostic';
import {
  type Contradiction,
  contradictionTest,
  contradictionsOf,
} from '../features/contradictions';
import type { Claim, Property } from '../model';

/** Where sources disagree on some subjects, by subject: a finding of the corpus, not a fault in it. */
export async function checkContradictions(
  corpus: Corpus,
  subjects: ReadonlySet<string>,
): Promise<Map<string, Diagnostic[]>> {
  const registry = await corpus.registry();
  const found = new Map<string, Diagnostic[]>();
  for (const one of await contradictionsOf(corpus, subjects)) {
    found.set(one.subject, [...(found.get(one.subject) ?? []), ...reportEach(one, registry)]);
  }
  return found;
}

/** More places than these tell a reader nothing new, and each claim would name all others. */
const maxRelated = 10;

/** At each claim, with some that contradict it: one of each other value before a second of any. */
function reportEach(
  { subject, property, claims }: Contradiction,
  registry: Registry,
): Diagnostic[] {
  const of = `“${property.label}” of ${quoted(registry.nameOf(subject))}`;
  const othersOf = contradictingClaims(property, claims);
  return claims.flatMap(({ record }): Diagnostic[] => {
    const others = othersOf.get(record.value) ?? [];
    const [first] = others;
    if (!first) return [];
    const message = `The sources disagree on ${of}: ${reading(record, registry)} here, ${reading(first.record, registry)} in ${first.annotations.source ?? first.annotations.file}.`;
    const { file, values, span } = record.place;
    return [
      {
        code: 'contradiction',
        severity: 'information',
        message,
        file,
        span: values.get('value') ?? span,
        related: others.map((other) => relatedTo(other.record, registry)),
      },
    ];
  });
}

/** By value: claims that contradict it, the first of all of them in front. */
function contradictingClaims(
  property: Property,
  claims: readonly Stated<Claim>[],
): Map<string, Stated<Claim>[]> {
  const byValue = new Map<string, Stated<Claim>[]>();
  for (const claim of claims) {
    const same = byValue.get(claim.record.value);
    if (same) same.push(claim);
    else byValue.set(claim.record.value, [claim]);
  }
  const contradicts = contradictionTest(property);
  const found = new Map<string, Stated<Claim>[]>();
  for (const value of byValue.keys()) {
    const others: Stated<Claim>[][] = [];
    for (const [other, stated] of byValue) {
      if (contradicts(value, other)) others.push(stated.slice(0, maxRelated));
      if (others.length === maxRelated) break;
    }
    const firsts = others.flatMap((stated) => stated.slice(0, 1));
    const further = others.flatMap((stated) => stated.slice(1));
    found.set(value, [...firsts, ...further].slice(0, maxRelated));
  }
  return found;
}

function reading(claim: Claim, registry: Registry): string {
  return `${registry.nameOf(claim.value)} (${quoted(wordsOf(claim))})`;
}

function relatedTo(claim: Claim, registry: Registry): RelatedPlace {
  const { file, values, span } = claim.place;
  return { message: reading(claim, registry), file, span: values.get('value') ?? span };
}
