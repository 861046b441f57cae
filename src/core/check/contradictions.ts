import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import { type Diagnostic, type RelatedPlace, quoted } from '../diagnostic';
import { type Contradiction, contradicts, contradictionsOf } from '../features/contradictions';
import type { Claim } from '../model';

/** Where sources disagree: a finding of the corpus, not a fault in it. */
export async function checkContradictions(corpus: Corpus): Promise<Diagnostic[]> {
  const registry = await corpus.registry();
  const contradictions = await contradictionsOf(corpus);
  return contradictions.flatMap((one) => reportEach(one, registry));
}

/** At each claim, with those that contradict it. */
function reportEach(
  { subject, property, claims }: Contradiction,
  registry: Registry,
): Diagnostic[] {
  return claims.flatMap(({ record }): Diagnostic[] => {
    const others = claims.filter((other) =>
      contradicts(property, record.value, other.record.value),
    );
    const [first] = others;
    if (!first) return [];
    const of = `“${property.label}” of ${quoted(registry.nameOf(subject))}`;
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

function reading({ value, selectors }: Claim, registry: Registry): string {
  const quote = selectors.map(({ exact }) => exact).join(' … ');
  return `${registry.nameOf(value)} (${quoted(quote)})`;
}

function relatedTo(claim: Claim, registry: Registry): RelatedPlace {
  const { file, values, span } = claim.place;
  return { message: reading(claim, registry), file, span: values.get('value') ?? span };
}
