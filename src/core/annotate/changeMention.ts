import { describe } from '../anchor';
import type { Corpus } from '../corpus/corpus';
import type { Anchored } from '../corpus/anchored';
import { parseFile } from '../corpus/parsedFile';
import { ResolvedSource } from '../corpus/resolvedSource';
import { selectorTexts } from '../format/selectorTexts';
import { editYaml } from '../format/yamlEdit';
import type { YamlOperation } from '../format/yamlOperation';
import type { Texts } from '../format/yamlReplacement';
import type { Mention, MentionKind, SourceAnnotations, Span } from '../model';
import { isSame } from '../reanchor/storeQuotes';
import { EditRefusedError, type FileChange } from '../textEdit';
import { type NewEntity, addEntity } from './annotate';
import { type MentionFile, fileOfMention, storedMention } from './storedMention';

/** What is decided anew of a mention; what is absent stays as it is. */
export interface MentionChange {
  readonly mention: Mention;
  /** The id of an entity of the registry, or an entity that is to be added to it. */
  readonly entity?: string | NewEntity;
  readonly role?: 'definition' | 'none';
  readonly kind?: MentionKind;
  /** Where its words are to stand: a span for each of its selectors. */
  readonly segments?: readonly Span[];
}

/**
 * The changes by decisions on mentions of one source: in its annotation file the lines that say what
 * was decided, and no others; new entities in the registry. Nothing is written here.
 * @throws {EditRefusedError} where the file has errors, a mention is gone, or the outcome would be
 * two mentions of one entity at the same words, or words that could not be found again.
 */
export async function changeMentions(
  corpus: Corpus,
  source: string,
  changes: readonly MentionChange[],
): Promise<FileChange[]> {
  const [first] = changes;
  const resolved = await corpus.source(source);
  if (!first || !resolved) throw new EditRefusedError(`The source ${source} cannot be read.`);
  const made = await newEntities(corpus, changes);
  const file = await fileOfMention(corpus, first.mention);
  const operations = await operationsOf(resolved, file, changes);
  return [...made, await soundChange(corpus, resolved, file, operations, changes)];
}

/** What is decided on mentions, as operations on the file that states them. */
export async function operationsOf(
  resolved: ResolvedSource,
  file: MentionFile,
  changes: readonly MentionChange[],
): Promise<YamlOperation[]> {
  const operations: YamlOperation[] = [];
  for (const change of changes) {
    const stored = await storedMention(file, change.mention);
    for (const { start, texts } of textsOf(resolved, stored, change)) {
      operations.push({ do: 'set texts', start, texts });
    }
  }
  return operations;
}

/**
 * The change of a file by operations, after which the changed mentions stand where they are to.
 * @throws {EditRefusedError} as `changeMentions`.
 */
export async function soundChange(
  corpus: Corpus,
  resolved: ResolvedSource,
  { path, text }: MentionFile,
  operations: readonly YamlOperation[],
  changes: readonly MentionChange[],
): Promise<FileChange> {
  const after = editYaml(text, operations);
  const { annotations } = await parseFile(path, after);
  await assertSound(corpus, resolved, annotations, changes);
  return { path, before: text, after };
}

/** The registry's changes; no entity that nobody knows. */
async function newEntities(
  corpus: Corpus,
  changes: readonly MentionChange[],
): Promise<FileChange[]> {
  const { entities } = await corpus.registry();
  const wanted = new Map(
    changes.flatMap((one) => (one.entity === undefined ? [] : [[idOf(one) ?? '', one.entity]])),
  );
  const made: FileChange[] = [];
  for (const [id, entity] of wanted) {
    if (typeof entity !== 'string') made.push(await addEntity(corpus, entity));
    else if (!entities.has(id)) {
      throw new EditRefusedError(`The registry has no entity “${id}”.`);
    }
  }
  return made;
}

function idOf({ entity }: MentionChange): string | undefined {
  return typeof entity === 'object' ? entity.id : entity;
}

interface MapTexts {
  /** Where the map begins in which they stand. */
  readonly start: number;
  readonly texts: Texts;
}

function textsOf(resolved: ResolvedSource, stored: Mention, change: MentionChange): MapTexts[] {
  const { place } = stored;
  const own: Record<string, string | undefined> = { entity: idOf(change) ?? stored.entity };
  if (change.role) own.role = change.role === 'none' ? undefined : change.role;
  else if (stored.role) own.role = stored.role;
  if (change.kind) own.kind = change.kind === 'name' ? undefined : change.kind;
  const before = resolved.mentions.find(({ record }) => record.id === stored.id)?.segments ?? [];
  const maps = place.items?.get('segments') ?? [place.span];
  const quotes = (change.segments ?? []).flatMap((span, at): MapTexts[] => {
    const map = maps[at];
    if (!map || isSame([span], before.slice(at, at + 1))) return [];
    return [{ start: map.start, texts: selectorTexts(describe(resolved.source.text, span)) }];
  });
  const [first] = quotes;
  // One edit for one map: it is proved as a whole.
  return first?.start === place.span.start
    ? [{ start: first.start, texts: { ...own, ...first.texts } }]
    : [{ start: place.span.start, texts: own }, ...quotes];
}

/**
 * That words are found again where they were chosen, and that one entity has one mention there.
 * @throws {EditRefusedError}
 */
async function assertSound(
  corpus: Corpus,
  { path, source }: ResolvedSource,
  annotations: SourceAnnotations | undefined,
  changes: readonly MentionChange[],
): Promise<void> {
  const { mentions } = ResolvedSource.of(path, source.text, annotations);
  for (const { mention, entity, segments } of changes) {
    const own = mentions.find(({ record }) => record.id === mention.id);
    if (!own || (segments && !isSame(own.segments, segments))) {
      throw new EditRefusedError('Nothing around these words tells them from others like them.');
    }
    if (own.segments.length === 0 || (entity === undefined && !segments)) continue;
    const isTwin = ({ record, segments: places }: Anchored<Mention>) =>
      record.entity === own.record.entity && isSame(places, own.segments);
    if (!mentions.some((one) => one !== own && isTwin(one))) continue;
    const name = (await corpus.registry()).nameOf(own.record.entity);
    throw new EditRefusedError(`These words are annotated as “${name}” already.`);
  }
}

/**
 * What makes a mention the passage that introduces its entity, or takes that from it: in one source
 * one passage does.
 */
export async function definitionChanges(
  corpus: Corpus,
  source: string,
  mention: Mention,
): Promise<MentionChange[]> {
  if (mention.role === 'definition') return [{ mention, role: 'none' }];
  const resolved = await corpus.source(source);
  const others = (resolved?.mentions ?? []).filter(
    ({ record }) => record.entity === mention.entity && record.role === 'definition',
  );
  return [
    { mention, role: 'definition' },
    ...others.map(({ record }): MentionChange => ({ mention: record, role: 'none' })),
  ];
}
