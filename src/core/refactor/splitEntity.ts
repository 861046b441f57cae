import { type NewEntity, addEntity } from '../annotate/annotate';
import type { Corpus } from '../corpus/corpus';
import type { ParsedFile } from '../corpus/parsedFile';
import type { Registry } from '../corpus/registry';
import { quoted } from '../diagnostic';
import { hasEntities } from '../features/values';
import type { YamlOperation } from '../format/yamlOperation';
import { retextYaml } from '../format/yamlRetext';
import type { Claim, Mention } from '../model';
import { EditRefusedError } from '../textEdit';
import { entryOfEntity } from './entry';
import { objections } from './objections';
import { Draft, type Following, type Refactoring, filesNaming } from './refactoring';

/** Records as the corpus has them now. */
export interface SplitRecords {
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
}

/**
 * Gives some of what is said of an entity to a new one: mentions, and claims on it or that name it.
 * @throws {EditRefusedError} where nothing is given, the new entity cannot be made, or a file has
 *   errors or has changed.
 */
export async function splitEntity(
  corpus: Corpus,
  id: string,
  entity: NewEntity,
  { mentions, claims }: SplitRecords,
  following: Following = {},
): Promise<Refactoring> {
  const { entity: whole } = await entryOfEntity(corpus, id);
  if (mentions.length + claims.length === 0) {
    throw new EditRefusedError('Choose at least one mention or claim that goes to the new entity.');
  }
  const registry = await corpus.registry();
  const files = new Map<string, ParsedFile>();
  for (const file of await filesNaming(corpus, [id], following)) files.set(file.path, file);
  const draft = new Draft(corpus);
  for (const [path, operations] of operationsByFile(registry, id, entity.id, mentions, claims)) {
    const file = files.get(path);
    if (!file || !holds(file, mentions, claims)) {
      throw new EditRefusedError(`${path} has changed meanwhile.`);
    }
    draft.change(file, (text) => retextYaml(text, operations));
  }
  const made = await addEntity(corpus, entity);
  const changes = await draft.changes(following);
  const naming = claims.filter(({ value }) => value === id);
  const own = claims.filter(({ subject }) => subject === id);
  return {
    label: `Split ${quoted(entity.name)} off ${quoted(whole.name)}`,
    changes: following.cancellation?.isCancellationRequested === true ? [] : [made, ...changes],
    notes: [
      ...(await leftovers(corpus, id, mentions)),
      ...objections(registry, { claims: own, naming }, whole.type, entity.type),
    ],
  };
}

function operationsByFile(
  { schema }: Registry,
  id: string,
  to: string,
  mentions: readonly Mention[],
  claims: readonly Claim[],
): Map<string, YamlOperation[]> {
  const byFile = new Map<string, YamlOperation[]>();
  const replace = ({ place }: Mention | Claim, key: string) => {
    const start = place.values.get(key)?.start;
    if (start === undefined) return;
    const operation = { do: 'replace text', start, value: to } as const;
    const operations = byFile.get(place.file);
    if (operations) operations.push(operation);
    else byFile.set(place.file, [operation]);
  };
  for (const mention of mentions) if (mention.entity === id) replace(mention, 'entity');
  for (const claim of claims) {
    const property = schema.properties.get(claim.property);
    if (claim.subject === id) replace(claim, 'subject');
    if (claim.value === id && property && hasEntities(property)) replace(claim, 'value');
  }
  return byFile;
}

/** Whether the records of a file are those that it holds. */
function holds(
  { path, annotations }: ParsedFile,
  mentions: readonly Mention[],
  claims: readonly Claim[],
): boolean {
  const ours = ({ place }: Mention | Claim) => place.file === path;
  return (
    mentions.filter(ours).every((one) => annotations?.mentions.includes(one)) &&
    claims.filter(ours).every((one) => annotations?.claims.includes(one))
  );
}

async function leftovers(
  corpus: Corpus,
  id: string,
  mentions: readonly Mention[],
): Promise<string[]> {
  const all = (await corpus.index()).mentionsOf(id).length;
  if (all > 0 && mentions.length === all) return [`${quoted(id)} will not be mentioned any more.`];
  return [];
}
