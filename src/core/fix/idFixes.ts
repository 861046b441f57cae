import { wordsOf } from '../corpus/anchored';
import { addEntity } from '../annotate/annotate';
import { likenessOf, rankEntities } from '../annotate/candidates';
import { newRecordId } from '../annotate/ids';
import { targetsOf, type YamlTarget } from '../features/yaml/targets';
import { isEntityId } from '../format/entityId';
import { replaceText } from '../format/yamlEdit';
import type { Claim } from '../model';
import { quoted } from '../diagnostic';
import { type QuickFix, type Trouble, changeOf } from './quickFix';
import { spellingLikeness } from './spelling';

/** From here on a name is what was meant, misspelt. */
const likely = 0.5;
const shown = 3;
/** A type is guessed; two guesses are help, more are a list to read. */
const guessedTypes = 2;

/** Ids that are spelt alike; or the entity is made. */
export function unknownEntityFixes(trouble: Trouble): QuickFix[] {
  return namedHere(trouble, 'entity')
    .filter(({ id }) => !trouble.registry.entities.has(id))
    .flatMap((target) => [...likelyEntities(trouble, target), ...newEntities(trouble, target)]);
}

function likelyEntities(trouble: Trouble, target: Named): QuickFix[] {
  const { registry } = trouble;
  const types = allowedTypes(trouble, target);
  return rankEntities(registry, target.id)
    .filter(({ entity }) => types.length === 0 || types.includes(entity.type))
    .map(({ entity, score }) => ({
      entity,
      score: Math.max(score, spellingLikeness(entity.id, target.id)),
    }))
    .filter(({ score }) => score >= likely)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ entity }) => replacementFix(trouble, target, entity.id, entity.name));
}

function newEntities(trouble: Trouble, target: Named): QuickFix[] {
  const { corpus, registry } = trouble;
  const { id } = target;
  if (!isEntityId(id)) return [];
  const name = nameFor(trouble, target);
  return guessTypes(trouble, target).map((type) => ({
    title: `Create the entity ${quoted(id)} (${registry.type(type).label})`,
    changes: async () => [await addEntity(corpus, { id, type, name })],
  }));
}

/** What the property allows; else what the entities with the likest names are. A date needs a value. */
function guessTypes(trouble: Trouble, target: Named): string[] {
  const { registry } = trouble;
  const alike = rankEntities(registry, target.id).filter(({ score }) => score > 0.2);
  const guessed = [...allowedTypes(trouble, target), ...alike.map(({ entity }) => entity.type)];
  const known = [...guessed, ...registry.schema.types.keys()];
  return [...new Set(known)].filter((type) => type !== 'date').slice(0, guessedTypes);
}

/** As the mention has it, where it is a name; else the words of the id. */
function nameFor({ file }: Trouble, { id, span }: Named): string {
  const mention = file.annotations?.mentions.find(
    ({ place, kind }) => place.values.get('entity')?.start === span.start && kind === 'name',
  );
  return mention ? wordsOf(mention) : id.replaceAll('-', ' ');
}

/** Types that the property of a claim allows at this place; none: all. */
function allowedTypes({ file, registry }: Trouble, { span }: Named): readonly string[] {
  const at = (key: string) => (claim: Claim) => claim.place.values.get(key)?.start === span.start;
  const statedProperty = (claim: Claim | undefined) =>
    registry.schema.properties.get(claim?.property ?? '');
  const claims = file.annotations?.claims ?? [];
  const range = statedProperty(claims.find(at('value')))?.range;
  if (typeof range === 'object') return range;
  return statedProperty(claims.find(at('subject')))?.domain ?? [];
}

export function unknownTypeFixes(trouble: Trouble): QuickFix[] {
  const { types } = trouble.registry.schema;
  return namedHere(trouble, 'type')
    .filter(({ id }) => !types.has(id))
    .flatMap((target) =>
      likest(target.id, [...types.values()]).map(({ id, label }) =>
        replacementFix(trouble, target, id, label),
      ),
    );
}

/** Of properties that are as alike, those first that may be said of the subject. */
export function unknownPropertyFixes(trouble: Trouble): QuickFix[] {
  const { entities, schema } = trouble.registry;
  return namedHere(trouble, 'property').flatMap((target) => {
    const claim = trouble.file.annotations?.claims.find(
      ({ place }) => place.values.get('property')?.start === target.span.start,
    );
    const type = entities.get(claim?.subject ?? '')?.type ?? '';
    const all = [...schema.properties.values()];
    const fitting = all.filter(({ domain }) => domain.length === 0 || domain.includes(type));
    return likest(target.id, [...new Set([...fitting, ...all])]).map(({ id, label }) =>
      replacementFix(trouble, target, id, label),
    );
  });
}

/** Records share an id where one was copied: the later one is the copy. */
export async function duplicateIdFixes(trouble: Trouble): Promise<QuickFix[]> {
  const { corpus, file, span } = trouble;
  const records = [...(file.annotations?.mentions ?? []), ...(file.annotations?.claims ?? [])];
  const record = records.find(({ place }) => place.values.get('id')?.start === span.start);
  if (!record) return [];
  const index = await corpus.index();
  return [
    {
      title: 'Give this record an id of its own',
      isPreferred: index
        .placesOfId(record.id)
        .some(({ file: path, span: other }) =>
          path === file.path ? other.start < record.place.span.start : path < file.path,
        ),
      changes: async () => {
        const id = newRecordId((one) => index.hasId(one));
        return [await changeOf(trouble, (text) => replaceText(text, span.start, id))];
      },
    },
  ];
}

/** Sources whose paths are spelt alike; those first that are not annotated yet. */
export async function missingSourceFixes(trouble: Trouble): Promise<QuickFix[]> {
  const { corpus, file, registry, span } = trouble;
  const target = targetsOf(file, registry.schema).find((one) => one.span.start === span.start);
  if (target?.kind !== 'source') return [];
  const index = await corpus.index();
  const sources = (await corpus.sources()).map((path) => ({ path, id: baseName(path), label: '' }));
  const isFree = ({ path }: { path: string }) => index.filesOfSource(path).length === 0;
  const sorted = [...sources.filter(isFree), ...sources.filter((one) => !isFree(one))];
  return likest(baseName(target.path), sorted).map(({ path }) => ({
    title: `Change to ${quoted(path)}`,
    changes: async () => [await changeOf(trouble, (text) => replaceText(text, span.start, path))],
  }));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

type Named = Extract<YamlTarget, { readonly id: string }>;

/** A diagnostic may stand at an id, or at the whole list in which it is. */
function namedHere({ file, registry, span }: Trouble, kind: Named['kind']): Named[] {
  return targetsOf(file, registry.schema).flatMap((target) => {
    const isHere = target.span.start >= span.start && target.span.end <= span.end;
    return isHere && target.kind === kind && !target.isEntry ? [target] : [];
  });
}

function likest<T extends { readonly id: string; readonly label: string }>(
  wanted: string,
  all: readonly T[],
): T[] {
  return all
    .map((one) => ({
      one,
      score: Math.max(
        likenessOf(one.id, wanted),
        likenessOf(one.label, wanted),
        spellingLikeness(one.id, wanted),
      ),
    }))
    .filter(({ score }) => score >= likely)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ one }) => one);
}

function replacementFix(trouble: Trouble, { span }: Named, id: string, name: string): QuickFix {
  return {
    title: `Change to ${quoted(id)}${name === id ? '' : `: ${name}`}`,
    changes: async () => [await changeOf(trouble, (text) => replaceText(text, span.start, id))],
  };
}
