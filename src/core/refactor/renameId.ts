import type { Corpus } from '../corpus/corpus';
import type { Stated } from '../corpus/corpusIndex';
import type { ParsedFile } from '../corpus/parsedFile';
import type { Registry } from '../corpus/registry';
import { quoted } from '../diagnostic';
import { type YamlTarget, targetsOf } from '../features/yaml/targets';
import { isEntityId } from '../format/entityId';

import { sortEntry } from '../format/yamlEntryEdit';
import type { YamlOperation } from '../format/yamlOperation';
import { retextYaml } from '../format/yamlRetext';
import type { Claim } from '../model';
import { EditRefusedError } from '../textEdit';
import { unsettled } from './objections';
import { Draft, type Following, type Refactoring, counted, filesNaming } from './refactoring';

type Named = Extract<YamlTarget, { readonly id: string }>;

/** What has an id that is used all over the corpus. */
export interface IdOf {
  readonly kind: Named['kind'];
  readonly id: string;
}

/**
 * Why an id cannot become another, as a sentence; undefined where it can. One that nothing states
 * may become one that something does: so what was misspelt everywhere is mended.
 */
export function whyNotRenamed(
  { entities, schema }: Registry,
  { kind, id }: IdOf,
  to: string,
): string | undefined {
  const known = { entity: entities, type: schema.types, property: schema.properties }[kind];
  if (to === id) return `${quoted(id)} is its id already.`;
  if (!isEntityId(to)) {
    return `${quoted(to)} is no id: write lower-case words joined by hyphens.`;
  }
  if (kind === 'type' && rangeWords.includes(to)) return `${quoted(to)} is a word of the schema.`;
  const stated = known.get(id);
  if (!stated) return undefined;
  if (!stated.place) return `${quoted(id)} is built into Glossator and keeps its id.`;
  return known.has(to) ? `There is ${nouns[kind]} ${quoted(to)} already.` : undefined;
}

/** What a range may be besides types. */
const rangeWords = ['entity', 'text', 'date', 'quantity'];
const nouns = { entity: 'an entity', type: 'a type', property: 'a property' };

/**
 * Gives an entity, a type or a property another id wherever it stands.
 * @throws {EditRefusedError} where the id cannot become that, or a file that has it has errors.
 */
export async function renameId(
  corpus: Corpus,
  what: IdOf,
  to: string,
  following: Following = {},
): Promise<Refactoring> {
  const registry = await corpus.registry();
  const reason = whyNotRenamed(registry, what, to);
  if (reason !== undefined) throw new EditRefusedError(reason);
  const uses = await usesOfId(corpus, what, following);
  refuseTwice(uses, what);
  const draft = new Draft(corpus);
  for (const { file, targets } of uses) {
    draft.change(file, (text) => retextYaml(text, renaming(targets, to)));
    if (what.kind === 'entity' && targets.some(({ isEntry }) => isEntry)) {
      draft.change(file, (text) => sortEntry(text, to));
    }
  }
  const adopted = await usesOfId(corpus, { ...what, id: to }, following);
  const naming = (await corpus.index()).claimsNaming(what.id);
  return {
    label: `Rename ${quoted(what.id)} to ${quoted(to)}`,
    changes: await draft.changes(following),
    notes: notesOn(registry, what, to, adopted, naming),
  };
}

function renaming(targets: readonly Named[], to: string): YamlOperation[] {
  return targets.map(({ isEntry, span: { start } }) =>
    isEntry ? { do: 'rename key', start, to } : { do: 'replace text', start, value: to },
  );
}

function notesOn(
  registry: Registry,
  { kind, id }: IdOf,
  to: string,
  adopted: readonly FileUses[],
  naming: readonly Stated<Claim>[],
): string[] {
  const notes: string[] = [];
  const others = adopted.flatMap(({ targets }) => targets).length;
  if (others > 0) {
    notes.push(
      `${quoted(to)} stands in ${counted(others, 'place')} already: all will mean the same.`,
    );
  }
  const claims = kind === 'entity' ? naming.map(({ record }) => record) : [];
  return [...notes, ...unsettled(registry, claims, id)];
}

/** Some places where an id stands in a file. */
export interface FileUses {
  readonly file: ParsedFile;
  readonly targets: readonly Named[];
}

/**
 * All places where an id stands, file by file.
 * @throws {EditRefusedError} where a file that may name it has errors.
 */
export async function usesOfId(
  corpus: Corpus,
  { kind, id }: IdOf,
  following: Following = {},
): Promise<FileUses[]> {
  const { schema } = await corpus.registry();
  return (await filesNaming(corpus, [id], following)).flatMap((file) => {
    const targets = targetsOf(file, schema).filter(
      (one): one is Named => one.kind === kind && one.id === id,
    );
    return targets.length > 0 ? [{ file, targets }] : [];
  });
}

/**
 * That the files which name something can be edited: to be asked before a user is.
 * @throws {EditRefusedError} naming the file and what is wrong with it.
 */
export async function assertRenamable(corpus: Corpus, what: IdOf): Promise<void> {
  refuseTwice(await usesOfId(corpus, what), what);
}

/** Which of two entries would be meant, nobody could say. */
export function refuseTwice(uses: readonly FileUses[], { id }: IdOf): void {
  const stating = uses.filter(({ targets }) => targets.some(({ isEntry }) => isEntry));
  if (stating.length < 2) return;
  const paths = stating.map(({ file }) => file.path).join(', ');
  throw new EditRefusedError(`${quoted(id)} stands twice (${paths}); mend that first.`);
}
