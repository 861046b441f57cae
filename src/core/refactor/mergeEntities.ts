import type { Corpus } from '../corpus/corpus';
import type { ParsedFile } from '../corpus/parsedFile';
import { quoted } from '../diagnostic';
import { cutEntry } from '../format/yamlEntryEdit';
import { setList } from '../format/yamlList';
import { retextYaml } from '../format/yamlRetext';
import type { Tension } from '../model';
import { EditRefusedError } from '../textEdit';
import { keepingComments } from './comments';
import { type Entry, entryOfEntity } from './entry';
import { type MergedEntry, mergedEntry, refuseUnknownKeys, writeMerged } from './mergeEntry';
import { type MergedRecords, type Merging, mergeRecords } from './mergeRecords';
import { objections, unsettled } from './objections';
import { Draft, type Following, type Refactoring, counted, filesNaming } from './refactoring';

/**
 * Makes two entities one: everything that names `from` names `into`, which takes over its names,
 * what is said of it, and its comments.
 * @throws {EditRefusedError} where there are no such two, a file that names `from` has errors, or
 *   something would be lost.
 */
export async function mergeEntities(
  corpus: Corpus,
  into: string,
  from: string,
  following: Following = {},
): Promise<Refactoring> {
  if (into === from) throw new EditRefusedError('An entity cannot be merged with itself.');
  const [kept, gone] = [await entryOfEntity(corpus, into), await entryOfEntity(corpus, from)];
  refuseUnknownKeys(gone.entity);
  const [registry, index] = [await corpus.registry(), await corpus.index()];
  const isDefined = index.definitionsOf(into).length > 0;
  const merging: Merging = { into, from, registry, isDefined };
  const draft = new Draft(corpus);
  const records: MergedRecords[] = [];
  for (const file of await filesNaming(corpus, [from], following)) {
    records.push(await draftRecords(corpus, draft, file, merging));
  }
  const entry = mergedEntry(kept.entity, gone.entity);
  draftEntries(draft, kept, gone, entry);
  const claims = index.claimsOf(from).map(({ record }) => record);
  const naming = index.claimsNaming(from).map(({ record }) => record);
  return {
    label: `Merge ${quoted(gone.entity.name)} into ${quoted(kept.entity.name)}`,
    changes: await draft.changes(following),
    notes: [
      ...notesOn(records, entry),
      ...unsettled(registry, naming, from),
      ...objections(registry, { claims, naming }, gone.entity.type, kept.entity.type),
    ],
  };
}

async function draftRecords(
  corpus: Corpus,
  draft: Draft,
  file: ParsedFile,
  merging: Merging,
): Promise<MergedRecords> {
  const merged = await mergeRecords(corpus, file, merging);
  if (merged.operations.length > 0) {
    draft.change(file, (text) => keepingComments(text, retextYaml(text, merged.operations)));
  }
  // From the end, so that what comes before stays where it was.
  for (const tension of [...(file.tensions ?? [])].reverse()) {
    if (!tension.entities.includes(merging.from)) continue;
    draft.change(file, (text) => mergeTension(text, tension, merging));
  }
  return merged;
}

function mergeTension(text: string, { entities, place }: Tension, { into, from }: Merging): string {
  const merged = [...new Set(entities.map((one) => (one === from ? into : one)))];
  return setList(text, place.span.start, 'entities', merged, []);
}

function draftEntries(draft: Draft, kept: Entry, gone: Entry, merged: MergedEntry): void {
  const cut = cutEntry(gone.file.text.text, gone.entity.id).entry;
  draft.change(gone.file, (text) => cutEntry(text, gone.entity.id).rest);
  draft.change(kept.file, (text) => writeMerged(kept.file.path, text, kept.entity, merged, cut));
}

function notesOn(all: readonly MergedRecords[], { isNoted }: MergedEntry): string[] {
  const sum = (count: (one: MergedRecords) => number) =>
    all.reduce((total, one) => total + count(one), 0);
  const notes: string[] = [];
  const say = (count: number, one: string, many: string, what: string) => {
    if (count > 0) notes.push(`${counted(count, one, many)} ${what}`);
  };
  say(
    sum(({ doubles }) => doubles),
    'record says',
    'records say',
    'the same as another and will go.',
  );
  say(
    sum(({ definitions }) => definitions),
    'passage that introduces',
    'passages that introduce',
    'the one that goes will be a mention like others.',
  );
  say(
    sum(({ overruled }) => overruled),
    'rejection of words that',
    'rejections of words that',
    'mention the other will go.',
  );
  say(
    sum(({ circular }) => circular),
    'claim',
    'claims',
    'will tie the entity to itself.',
  );
  if (isNoted) notes.push('What only one entry can say goes into the note of the one that stays.');
  return notes;
}
