import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import { type AnchorStatus, type Anchored, lost, wordsOf } from '../corpus/anchored';
import type { Claim, Mention, Quote, SourceAnnotations, Tension } from '../model';
import { CodePointCounter } from '../text';

/** The whole corpus as plain data for other programs: what `glossator list` prints. */
export interface Listing {
  readonly mentions: readonly ListedMention[];
  readonly claims: readonly ListedClaim[];
  readonly tensions: readonly ListedTension[];
}

export interface ListedTension {
  readonly id: string;
  readonly entities: readonly string[];
  readonly statement: string;
  readonly quotes: readonly { readonly source: string; readonly exact: string }[];
}

interface Listed {
  readonly id: string;
  /** Path of the text from the corpus root. */
  readonly source: string;
  readonly exact: string;
  /** Unicode code points of the file as it is, `end` exclusive; null where there is no one place. */
  readonly start: number | null;
  readonly end: number | null;
  /** Only where the words are discontinuous: start and end of each piece. */
  readonly segments?: readonly (readonly [number, number])[];
  readonly status: AnchorStatus;
}

export interface ListedMention extends Listed {
  readonly entity: string;
  /** Null where the registry has no such entity. */
  readonly type: string | null;
  readonly kind: Mention['kind'];
  readonly role?: 'definition';
}

export interface ListedClaim extends Listed {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
}

const parallelSources = 8;

/** In order of the annotation files' paths, then as stored. */
export async function listCorpus(corpus: Corpus): Promise<Listing> {
  const [registry, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const files = [...index.files.keys()].sort().flatMap((path) => index.files.get(path) ?? []);
  const listings = await mapLimited(files, parallelSources, async (file) => {
    const { mentions, claims } = await anchorsOf(corpus, file);
    return {
      mentions: mentions.map(({ record, listed }) => ({
        ...listed,
        entity: record.entity,
        type: registry.entities.get(record.entity)?.type ?? null,
        kind: record.kind,
        ...(record.role && { role: record.role }),
      })),
      claims: claims.map(({ record, listed }) => ({
        ...listed,
        subject: record.subject,
        property: record.property,
        value: record.value,
      })),
    };
  });
  return {
    mentions: listings.flatMap((one) => one.mentions),
    claims: listings.flatMap((one) => one.claims),
    tensions: (await corpus.tensions()).map(listTension),
  };
}

function listTension({ id, entities, statement, quotes }: Tension): ListedTension {
  const list = (quote: Quote) => ({ source: quote.source, exact: wordsOf(quote) });
  return { id, entities, statement, quotes: quotes.map(list) };
}

async function anchorsOf(corpus: Corpus, file: SourceAnnotations) {
  const source = file.source ?? '';
  const resolved = await corpus.source(source);
  const counter = new CodePointCounter(resolved?.source.text ?? '');
  // A source that is not there, or that another file annotates, places nothing.
  const own = resolved?.annotations?.file === file.file ? resolved : undefined;
  const list = <T extends Mention | Claim>(records: readonly Anchored<T>[]) =>
    records.map((one) => ({ record: one.record, listed: listed(source, one, counter) }));
  return {
    mentions: list(own?.mentions ?? file.mentions.map(lost)),
    claims: list(own?.claims ?? file.claims.map(lost)),
  };
}

function listed(
  source: string,
  { record, status, span, segments }: Anchored<Mention | Claim>,
  counter: CodePointCounter,
): Listed {
  const pieces = segments.map((one) => [counter.at(one.start), counter.at(one.end)] as const);
  return {
    id: record.id,
    source,
    exact: wordsOf(record),
    start: span ? counter.at(span.start) : null,
    end: span ? counter.at(span.end) : null,
    ...(pieces.length > 1 && { segments: pieces }),
    status,
  };
}
