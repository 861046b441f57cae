import type { Corpus } from '../corpus/corpus';
import { editYaml } from '../format/yamlEdit';
import type { Mention, MentionKind, Span } from '../model';
import { EditRefusedError, type FileChange } from '../textEdit';
import { annotateAll, entityChanges } from './annotateAll';
import { fileOfMention, storedMention } from './storedMention';

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
  const { entity, span } = wanted;
  const id = typeof entity === 'string' ? entity : entity.id;
  const placed = (await corpus.source(wanted.source))?.placed ?? [];
  if (placed.some(({ record, span: old }) => record.entity === id && sameSpan(old, span))) {
    const name = (await corpus.registry()).nameOf(id);
    throw new EditRefusedError(`These words are annotated as “${name}” already.`);
  }
  return annotateAll(corpus, [wanted]);
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
  const { path, text } = await fileOfMention(corpus, mention);
  const { start } = (await storedMention({ path, text }, mention)).place.span;
  const removal = { do: 'remove item', key: 'mentions', start } as const;
  return { path, before: text, after: editYaml(text, [removal]) };
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/**
 * The change that puts a new entity into the registry.
 * @throws {EditRefusedError} where there is one of this id, the id is none, or the file has errors.
 */
export async function addEntity(corpus: Corpus, entity: NewEntity): Promise<FileChange> {
  const [change] = await entityChanges(corpus, [entity]);
  if (!change) throw new Error('An entity is one change.');
  return change;
}
