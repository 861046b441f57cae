import { describeAll } from '../anchor';
import type { Anchored } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import { annotationsFolder, registryPathFor } from '../corpus/paths';
import type { ResolvedSource } from '../corpus/resolvedSource';
import { isEntityId } from '../format/entityId';
import { selectorTexts } from '../format/selectorTexts';
import { editYaml } from '../format/yamlEdit';
import type { YamlOperation } from '../format/yamlOperation';
import { printYaml } from '../format/yamlPrint';
import { hashOf } from '../hash';
import type { Place, Span } from '../model';
import { EditRefusedError, type FileChange } from '../textEdit';
import type { NewEntity, NewMention } from './annotate';
import { newRecordId } from './ids';

/** Words of a source, as a user saw them. */
export interface SeenWords {
  readonly source: string;
  readonly span: Span;
  readonly words: string;
}

/**
 * The changes of one decision on many places: each file is planned once and proved once. An entity
 * that is new to several of them is added once.
 * @throws {EditRefusedError} where a file that would change has errors, words stand there no more,
 * or the registry has no such entity; nothing of it is to be done then.
 */
export async function annotateAll(
  corpus: Corpus,
  wanted: readonly NewMention[],
): Promise<FileChange[]> {
  const { entities } = await corpus.registry();
  const added = new Map<string, NewEntity>();
  for (const { entity } of wanted) {
    if (typeof entity !== 'string') added.set(entity.id, entity);
    else if (!entities.has(entity)) {
      throw new EditRefusedError(`The registry has no entity “${entity}”.`);
    }
  }
  const changes = await entityChanges(corpus, [...added.values()]);
  for (const [source, own] of bySource(wanted)) {
    changes.push(await mentionChange(corpus, source, own));
  }
  return changes;
}

/** In text order, for each source. */
export function bySource<T extends SeenWords>(wanted: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of [...wanted].sort((a, b) => (comesAfter(a.span, b.span) ? 1 : -1))) {
    const group = groups.get(one.source);
    if (group) group.push(one);
    else groups.set(one.source, [one]);
  }
  return groups;
}

async function mentionChange(
  corpus: Corpus,
  source: string,
  wanted: readonly NewMention[],
): Promise<FileChange> {
  const index = await corpus.index();
  const made = new Set<string>();
  const isTaken = (id: string) => made.has(id) || index.hasId(id);
  return addRecords(corpus, source, wanted, {
    key: 'mentions',
    recordOf: ({ entity, kind }, quote) => {
      const id = newRecordId(isTaken);
      made.add(id);
      const own = typeof entity === 'string' ? entity : entity.id;
      return { id, entity: own, kind: kind === 'name' ? undefined : kind, ...quote };
    },
    nextOf: ({ span }, { mentions }) => firstAfter(mentions, span),
  });
}

type Texts = Readonly<Record<string, string | undefined>>;

/** How records are added to a list of an annotation file. */
export interface Adding<T> {
  readonly key: 'mentions' | 'claims' | 'rejected';
  /** What is written, given the quote with its context. */
  readonly recordOf: (one: T, quote: Texts) => Texts;
  /** The record before which it goes; undefined: it is the last. */
  readonly nextOf: (one: T, resolved: ResolvedSource) => { readonly place: Place } | undefined;
}

/**
 * The change of a source’s annotation file by records that quote places of the source, each in its
 * place by the order of the source.
 */
export async function addRecords<T extends SeenWords>(
  corpus: Corpus,
  source: string,
  wanted: readonly T[],
  { key, recordOf, nextOf }: Adding<T>,
): Promise<FileChange> {
  const resolved = await sourceWith(corpus, source, wanted);
  const path = await corpus.annotationFileOf(source);
  const before = await corpus.read(path);
  if (before !== undefined && (await corpus.linesOf(path)).text !== before) {
    throw new EditRefusedError(`${path} has changed meanwhile; try again.`);
  }
  const { text } = resolved.source;
  const initial = printYaml({ source, sha256: hashOf(text) });
  const spans = wanted.map(({ span }) => span);
  const operations = describeAll(text, spans).flatMap((selector, at): YamlOperation[] => {
    const one = wanted[at];
    if (!one) return [];
    refuseUndecodable(source, selector);
    const record = recordOf(one, selectorTexts(selector));
    const next = nextOf(one, resolved)?.place.span.start;
    return [{ do: 'insert item', key, before: next, record }];
  });
  return { path, before, initial, after: editYaml(before ?? initial, operations) };
}

/** The source, which has the words at their places. */
async function sourceWith(
  corpus: Corpus,
  source: string,
  wanted: readonly SeenWords[],
): Promise<ResolvedSource> {
  const resolved = await corpus.source(source);
  if (!resolved) throw new EditRefusedError(`The source ${source} cannot be read.`);
  for (const { words, span } of wanted) {
    if (words !== '' && resolved.source.slice(span) === words) continue;
    throw new EditRefusedError(`${source} has changed meanwhile; select the words again.`);
  }
  return resolved;
}

/** What was decoded wrongly would be quoted wrongly, for ever. */
function refuseUndecodable(
  path: string,
  { exact, prefix, suffix }: { exact: string; prefix: string; suffix: string },
): void {
  if (!(prefix + exact + suffix).includes('\ufffd')) return;
  throw new EditRefusedError(
    `Characters of ${path} could not be decoded here (\ufffd). Open it with its own encoding, or save it as UTF-8.`,
  );
}

/** The first that stands later in the source; what has no place stays put. */
export function firstAfter<T>(all: readonly Anchored<T>[], stretch: Span): T | undefined {
  return all.find(({ span }) => span && comesAfter(span, stretch))?.record;
}

/** By position in the source, the longer first. */
function comesAfter(a: Span, b: Span): boolean {
  return a.start > b.start || (a.start === b.start && a.end < b.end);
}

/**
 * The changes that put new entities into the registry, one a file.
 * @throws {EditRefusedError} where there is one of this id, the id is none, or a file has errors.
 */
export async function entityChanges(
  corpus: Corpus,
  wanted: readonly NewEntity[],
): Promise<FileChange[]> {
  const { entities } = await corpus.registry();
  const operations = new Map<string, YamlOperation[]>();
  for (const { id, type, name, value } of wanted) {
    if (entities.has(id)) throw new EditRefusedError(`There is an entity “${id}” already.`);
    if (!isEntityId(id)) throw new EditRefusedError(`“${id}” is no entity id.`);
    // The type comes from a file that anybody may have written: it must not choose the path freely.
    const path = isEntityId(type)
      ? registryPathFor(type)
      : `${annotationsFolder}/entities/other.yaml`;
    const own = operations.get(path) ?? [];
    own.push({ do: 'insert entry', key: id, record: { type, name, value } });
    operations.set(path, own);
  }
  const changes: FileChange[] = [];
  for (const [path, own] of operations) {
    const before = await corpus.read(path);
    changes.push({ path, before, after: editYaml(before ?? '', own) });
  }
  return changes;
}
