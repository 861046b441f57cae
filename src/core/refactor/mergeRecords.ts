import type { Corpus } from '../corpus/corpus';
import type { ParsedFile } from '../corpus/parsedFile';
import type { Registry } from '../corpus/registry';
import { hasEntities } from '../features/values';
import type { YamlOperation } from '../format/yamlOperation';
import type { Claim, Mention, Rejection, SourceAnnotations } from '../model';
import { refuseOtherKind, refuseToLose } from './losses';
import { type SamePlace, samePlaceIn } from './recordPlaces';

/** Two entities that become one. */
export interface Merging {
  /** The id that stays, and the one that goes. */
  readonly into: string;
  readonly from: string;
  readonly registry: Registry;
  /** Whether a passage introduces the one that stays: those of the other then introduce nothing. */
  readonly isDefined: boolean;
}

/** What became of the records of a file, counted. */
export interface MergedRecords {
  readonly operations: readonly YamlOperation[];
  /** Records that said the same as another and went. */
  readonly doubles: number;
  /** Passages that introduced the one that goes, and introduce nothing any more. */
  readonly definitions: number;
  /** Rejections of words that are a mention all the same. */
  readonly overruled: number;
  /** Claims that tie the entity to itself. */
  readonly circular: number;
}

/** What is to happen to one annotation file. */
export async function mergeRecords(
  corpus: Corpus,
  { annotations }: ParsedFile,
  merging: Merging,
): Promise<MergedRecords> {
  if (!annotations)
    return { operations: [], doubles: 0, definitions: 0, overruled: 0, circular: 0 };
  const isSame = await samePlaceIn(corpus, annotations);
  const mentions = mergeMentions(annotations, merging, isSame);
  const claims = mergeClaims(annotations, merging, isSame);
  const rejected = mergeRejections(annotations, merging, isSame);
  return {
    operations: [...mentions.operations, ...claims.operations, ...rejected.operations],
    doubles: mentions.doubles + claims.doubles + rejected.doubles,
    definitions: mentions.definitions,
    overruled: rejected.overruled,
    circular: claims.circular,
  };
}

function mergeMentions(
  { mentions }: SourceAnnotations,
  { into, from, isDefined }: Merging,
  isSame: SamePlace,
) {
  const operations: YamlOperation[] = [];
  let [doubles, definitions] = [0, 0];
  const kept = mentions.filter(({ entity }) => entity === into);
  for (const mention of mentions) {
    if (mention.entity !== from) continue;
    const twin = kept.find((one) => isSame(one, mention));
    const { start } = mention.place.span;
    if (twin) {
      refuseToLose(mention, 'mentions');
      refuseOtherKind(twin, mention);
      operations.push({ do: 'remove item', key: 'mentions', start });
      doubles++;
    }
    const isRole = mention.role === 'definition';
    if (isRole && isDefined && twin?.role !== 'definition') definitions++;
    const role = isRole && !isDefined ? 'definition' : undefined;
    if (!twin) {
      if (isRole && isDefined) {
        operations.push({ do: 'set texts', start, texts: { role: undefined } });
      }
      operations.push(replacement(mention, 'entity', into));
    } else if (role !== undefined && twin.role === undefined) {
      const texts = { entity: into, role };
      operations.push({ do: 'set texts', start: twin.place.span.start, texts });
    }
  }
  return { operations, doubles, definitions };
}

function replacement(
  { place }: Mention | Claim | Rejection,
  key: string,
  value: string,
): YamlOperation {
  return { do: 'replace text', start: (place.values.get(key) ?? place.span).start, value };
}

function mergeClaims(
  { claims }: SourceAnnotations,
  { into, from, registry }: Merging,
  isSame: SamePlace,
) {
  const operations: YamlOperation[] = [];
  let [doubles, circular] = [0, 0];
  const now = (claim: Claim) => {
    const property = registry.schema.properties.get(claim.property);
    const isNamed = claim.value === from && property !== undefined && hasEntities(property);
    return {
      subject: claim.subject === from ? into : claim.subject,
      value: isNamed ? into : claim.value,
    };
  };
  const kept = claims.filter((one) => isUnchanged(one, now(one)));
  for (const claim of claims) {
    const { subject, value } = now(claim);
    if (isUnchanged(claim, { subject, value })) continue;
    const { start } = claim.place.span;
    const says = (one: Claim) =>
      one.property === claim.property && now(one).subject === subject && now(one).value === value;
    if (kept.some((one) => says(one) && isSame(one, claim))) {
      refuseToLose(claim, 'claims');
      operations.push({ do: 'remove item', key: 'claims', start });
      doubles++;
      continue;
    }
    kept.push(claim);
    if (subject === value) circular++;
    if (subject !== claim.subject) operations.push(replacement(claim, 'subject', subject));
    if (value !== claim.value) operations.push(replacement(claim, 'value', value));
  }
  return { operations, doubles, circular };
}

function isUnchanged(claim: Claim, now: Pick<Claim, 'subject' | 'value'>): boolean {
  return claim.subject === now.subject && claim.value === now.value;
}

/** What is mentioned is not rejected: the mention was decided with the words in sight. */
function mergeRejections(
  { mentions, rejected }: SourceAnnotations,
  { into, from }: Merging,
  isSame: SamePlace,
) {
  const operations: YamlOperation[] = [];
  let [doubles, overruled] = [0, 0];
  const isOurs = ({ entity }: Mention | Rejection) => entity === into || entity === from;
  const mentioned = mentions.filter(isOurs);
  const kept = rejected.filter(({ entity }) => entity === into);
  const saysSame = (a: Rejection, b: Rejection) => a.scope === b.scope && isSame(a, b);
  for (const rejection of rejected.filter(isOurs)) {
    const { start } = rejection.place.span;
    // What one entity's mention and rejection say of each other is not for a merge to settle.
    const others = mentioned.filter(({ entity }) => entity !== rejection.entity);
    if (rejection.scope === undefined && others.some((one) => isSame(one, rejection))) {
      refuseToLose(rejection, 'rejected');
      operations.push({ do: 'remove item', key: 'rejected', start });
      overruled++;
    } else if (rejection.entity === from && kept.some((one) => saysSame(one, rejection))) {
      refuseToLose(rejection, 'rejected');
      operations.push({ do: 'remove item', key: 'rejected', start });
      doubles++;
    } else if (rejection.entity === from) {
      operations.push(replacement(rejection, 'entity', into));
    }
  }
  return { operations, doubles, overruled };
}
