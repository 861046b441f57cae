import { describe } from '../anchor';
import type { Corpus } from '../corpus/corpus';
import { parseFile } from '../corpus/parsedFile';
import { annotationsFolder, registryPathFor } from '../corpus/paths';
import type { Anchored } from '../corpus/anchored';
import type { ResolvedSource } from '../corpus/resolvedSource';
import { isEntityId } from '../format/entityId';
import { selectorTexts } from '../format/selectorTexts';
import { editYaml, insertEntry } from '../format/yamlEdit';
import { type YamlRecord, printYaml } from '../format/yamlPrint';
import type { Mention, MentionKind, Span } from '../model';
import { hashOf } from '../hash';
import { EditRefusedError, type FileChange } from '../textEdit';
import { newRecordId } from './ids';

export interface NewEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** For a date its value in EDTF, for a quantity the amount. */
  readonly value?: string;
}

export interface NewMention {
  readonly source: string;
  readonly span: Span;
  /** The words of the span as the user saw them: a text that has changed since is not annotated. */
  readonly words: string;
  /** The id of an entity of the registry, or an entity that is to be added to it. */
  readonly entity: string | NewEntity;
  readonly kind: MentionKind;
}

/**
 * The changes that annotate a span of a source: its annotation file, and the registry for a new
 * entity. Nothing is written here.
 * @throws {EditRefusedError} where a file that would change has errors, or there is no such source.
 */
export async function annotate(corpus: Corpus, wanted: NewMention): Promise<FileChange[]> {
  const resolved = await corpus.source(wanted.source);
  if (!resolved) throw new EditRefusedError(`The source ${wanted.source} cannot be read.`);
  if (wanted.words === '' || resolved.source.slice(wanted.span) !== wanted.words) {
    throw new EditRefusedError(`${wanted.source} has changed meanwhile; select the words again.`);
  }
  refuseUndecodable(resolved, wanted.span);
  const { entity, span } = wanted;
  const id = typeof entity === 'string' ? entity : entity.id;
  if (
    resolved.placed.some(({ record, span: old }) => record.entity === id && sameSpan(old, span))
  ) {
    const name = (await corpus.registry()).nameOf(id);
    throw new EditRefusedError(`These words are annotated as “${name}” already.`);
  }
  const { entities } = await corpus.registry();
  if (typeof entity === 'string' && !entities.has(entity)) {
    throw new EditRefusedError(`The registry has no entity “${entity}”.`);
  }
  const mention = await addMention(corpus, resolved, wanted, id);
  return typeof entity === 'string' ? [mention] : [await addEntity(corpus, entity), mention];
}

/**
 * That the file which keeps a source's annotations can be edited at all: to be asked before a user
 * is.
 * @throws {EditRefusedError} naming the file and what is wrong with it.
 */
export async function assertEditable(corpus: Corpus, source: string): Promise<void> {
  const path = await corpus.annotationFileOf(source);
  const trouble = (await corpus.file(path))?.diagnostics.find(({ code }) =>
    code.startsWith('yaml-'),
  );
  if (!trouble) return;
  const line = (await corpus.linesOf(path)).positionAt(trouble.span.start).line + 1;
  throw new EditRefusedError(
    `${path} has an error on line ${line} and is left as it is until that is mended: ${trouble.message}`,
  );
}

/**
 * The change that takes a mention out of its annotation file.
 * @throws {EditRefusedError} where that file has errors or no such mention any more.
 */
export async function removeMention(corpus: Corpus, mention: Mention): Promise<FileChange> {
  const path = mention.place.file;
  const before = (await corpus.read(path)) ?? '';
  const { annotations } = await parseFile(path, before);
  const present = annotations?.mentions.filter((one) => isSameRecord(one, mention)) ?? [];
  const [record, twin] = present;
  if (!record) throw new EditRefusedError('The annotation is no longer there.');
  if (twin)
    throw new EditRefusedError(`There are two such annotations in ${path}; remove one by hand.`);
  const { start } = record.place.span;
  return { path, before, after: editYaml(before, [{ do: 'remove item', key: 'mentions', start }]) };
}

/** An id may stand twice by mistake: what the record says counts too. */
function isSameRecord(a: Mention, b: Mention): boolean {
  const content = ({ id, entity, selectors }: Mention) => JSON.stringify([id, entity, selectors]);
  return content(a) === content(b);
}

/** What was decoded wrongly would be quoted wrongly, for ever. */
function refuseUndecodable({ source, path }: ResolvedSource, span: Span): void {
  const { exact, prefix, suffix } = describe(source.text, span);
  if (!(prefix + exact + suffix).includes('\ufffd')) return;
  throw new EditRefusedError(
    `Characters of ${path} could not be decoded here (\ufffd). Open it with its own encoding, or save it as UTF-8.`,
  );
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

async function addMention(
  corpus: Corpus,
  resolved: ResolvedSource,
  { source, span, kind }: NewMention,
  entity: string,
): Promise<FileChange> {
  const path = await corpus.annotationFileOf(source);
  const before = await corpus.read(path);
  const index = await corpus.index();
  const id = newRecordId((one) => index.placesOfId(one).length > 0);
  const record: YamlRecord = {
    id,
    entity,
    kind: kind === 'name' ? undefined : kind,
    ...selectorTexts(describe(resolved.source.text, span)),
  };
  const initial = printYaml({ source, sha256: hashOf(resolved.source.text) });
  const text = before ?? initial;
  const next = await nextAfter(text, path, resolved.mentions, span);
  const insertion = { do: 'insert item', key: 'mentions', before: next, record } as const;
  return { path, before, initial, after: editYaml(text, [insertion]) };
}

/** Where the first item begins that stands later in the source; mentions without a place stay put. */
async function nextAfter(
  text: string,
  path: string,
  mentions: readonly Anchored<Mention>[],
  span: Span,
): Promise<number | undefined> {
  const later = mentions.find((one) => one.span && comesAfter(one.span, span));
  const { annotations } = await parseFile(path, text);
  return annotations?.mentions.find(({ id }) => id === later?.record.id)?.place.span.start;
}

/** By position in the source, the longer first. */
function comesAfter(a: Span, b: Span): boolean {
  return a.start > b.start || (a.start === b.start && a.end < b.end);
}

/**
 * The change that puts a new entity into the registry.
 * @throws {EditRefusedError} where there is one of this id, the id is none, or the file has errors.
 */
export async function addEntity(
  corpus: Corpus,
  { id, type, name, value }: NewEntity,
): Promise<FileChange> {
  const { entities } = await corpus.registry();
  if (entities.has(id)) throw new EditRefusedError(`There is an entity “${id}” already.`);
  if (!isEntityId(id)) throw new EditRefusedError(`“${id}” is no entity id.`);
  // The type comes from a file that anybody may have written: it must not choose the path freely.
  const path = isEntityId(type)
    ? registryPathFor(type)
    : `${annotationsFolder}/entities/other.yaml`;
  const before = await corpus.read(path);
  return { path, before, after: insertEntry(before ?? '', id, { type, name, value }) };
}
