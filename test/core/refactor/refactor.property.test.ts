import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  Corpus,
  EditRefusedError,
  type Refactoring,
  changeType,
  checkCorpus,
  mergeEntities,
  renameId,
  splitEntity,
} from '../../../src/core';
import { World } from '../world';
import { applied } from './refactored';

type Files = Readonly<Record<string, string>>;

const ids = ['aa', 'bb-1', 'cc', 'mm', 'zz'];
const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const sources = ['one', 'two'];
const id = fc.constantFrom(...ids);

/** An entry as people write it. */
const entry = fc.record({
  above: fc.constantFrom('', '# above\n', '\n', '\n# far\n\n'),
  comment: fc.constantFrom('', ' # trailing'),
  aliases: fc.constantFrom(
    '',
    '  aliases: A\n',
    '  aliases: [A, "B"]\n',
    '  aliases:\n    - C # c\n',
  ),
  more: fc.constantFrom(
    '',
    '  note: x\n',
    '  # inside\n  description: d\n',
    '  same-as: [urn:1]\n',
  ),
});

const registry = fc.tuple(...ids.map(() => entry)).map((entries) =>
  entries
    .map(({ above, comment, aliases, more }, at) => {
      const key = ids[at] ?? '';
      return `${above}${key}:${comment}\n  type: organization\n  name: Name of ${key}\n${aliases}${more}`;
    })
    .join(''),
);

const record = fc.record({
  entity: id,
  word: fc.constantFrom(...words),
  value: id,
  isFlow: fc.boolean(),
  comment: fc.constantFrom('', ' # said'),
});
type Said = typeof record extends fc.Arbitrary<infer T> ? T : never;

function listed(key: string, records: readonly Said[], print: (one: Said, at: number) => string[]) {
  if (records.length === 0) return '';
  const items = records.map((one, at) => {
    const pairs = print(one, at);
    if (one.isFlow) return `  - {${pairs.join(', ')}}${one.comment}\n`;
    return `  - ${pairs.join(`${one.comment}\n    `)}\n`;
  });
  return `${key}:\n${items.join('')}`;
}

const annotations = (source: string) =>
  fc
    .record({
      mentions: fc.array(record, { maxLength: 5 }),
      claims: fc.array(record, { maxLength: 4 }),
      rejected: fc.array(record, { maxLength: 3 }),
    })
    .map(
      ({ mentions, claims, rejected }) =>
        `source: seeds/${source}.txt\n` +
        listed('mentions', mentions, ({ entity, word }, at) => [
          `id: ${source}m${at}`,
          `entity: ${entity}`,
          `exact: ${word}`,
        ]) +
        listed('claims', claims, ({ entity, word, value }, at) => [
          `id: ${source}c${at}`,
          `subject: ${entity}`,
          'property: part-of',
          `value: ${value}`,
          `exact: ${word}`,
        ]) +
        listed('rejected', rejected, ({ entity, word }) => [`entity: ${entity}`, `exact: ${word}`]),
    );

const tensions = fc
  .uniqueArray(id, { minLength: 1, maxLength: 3 })
  .map(
    (entities) =>
      `t:\n  entities: [${entities.join(', ')}]\n  statement: s\n  quotes: [{source: seeds/one.txt, exact: One}]\n`,
  );

const corpora = fc
  .tuple(registry, annotations('one'), annotations('two'), tensions)
  .map(([entities, one, two, tension]): Files => ({
    'seeds/one.txt': `${words.join(' ')}.\n`,
    'seeds/two.txt': `${words.join(' ')}.\n`,
    'annotations/entities/organization.yaml': entities,
    'annotations/one.yaml': one,
    'annotations/two.yaml': two,
    'annotations/tensions.yaml': tension,
  }));

async function errorsIn(files: Files): Promise<string[]> {
  const found = await checkCorpus(World.corpus(files));
  return found.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** Ids of all records, and the entities that they name, in order. */
async function recordsIn(files: Files) {
  const index = await new Corpus(new World(files)).index();
  const all = [...index.files.values()];
  const mentions = all.flatMap((one) =>
    one.mentions.map((mention) => [mention.id, mention.entity]),
  );
  const claims = all.flatMap((one) =>
    one.claims.map((claim) => [claim.id, claim.subject, claim.value]),
  );
  return { mentions, claims, all: [...mentions, ...claims] };
}

function commentsIn(files: Files): string[] {
  return Object.values(files)
    .flatMap((text) => text.match(/# \w+/g) ?? [])
    .sort();
}

/** Undefined where it is refused, which is always allowed. */
async function orRefused(run: Promise<Refactoring>): Promise<Refactoring | undefined> {
  try {
    return await run;
  } catch (error) {
    assert(error instanceof EditRefusedError, String(error));
    return undefined;
  }
}

describe('refactoring any corpus', function () {
  this.timeout(60_000);

  it('renames so that all names the new id, and back to the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpora,
        id,
        fc.constantFrom('0', 'ab', 'new-id', 'nn', 'zzz'),
        async (files, from, to) => {
          const what = { kind: 'entity', id: from } as const;
          const there = applied(files, await renameId(World.corpus(files), what, to));
          const renamed = (one: string | undefined) => (one === from ? to : one);
          assert.deepEqual(
            (await recordsIn(there)).all,
            (await recordsIn(files)).all.map((one) => one.map(renamed)),
          );
          assert.deepEqual(await errorsIn(there), []);
          assert.deepEqual(commentsIn(there), commentsIn(files));
          const back = applied(
            there,
            await renameId(World.corpus(there), { kind: 'entity', id: to }, from),
          );
          // Beside which entry a comment by itself stood, nobody knows once that entry has moved.
          if (!commentsIn(files).includes('# far')) assert.deepEqual(back, files);
          assert.deepEqual(commentsIn(back), commentsIn(files));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('merges so that nothing names what is gone, and nothing else is lost', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, id, id, async (files, into, from) => {
        const made = await orRefused(mergeEntities(World.corpus(files), into, from));
        if (!made) return;
        const after = applied(files, made);
        assert.deepEqual(await errorsIn(after), []);
        assert.deepEqual(commentsIn(after), commentsIn(files));
        const [old, now] = [await recordsIn(files), await recordsIn(after)];
        const merged = (one: string | undefined) => (one === from ? into : one);
        const kept = new Set(now.all.map(([one]) => one));
        assert.deepEqual(
          now.all,
          old.all.filter(([one]) => kept.has(one)).map((one) => one.map(merged)),
        );
        const { entities } = await World.corpus(after).registry();
        assert.deepEqual(
          [...entities.keys()].sort(),
          ids.filter((one) => one !== from),
        );
        assert(entities.get(into)?.aliases.includes(`Name of ${from}`));
        // What went is said by another record of the same file.
        for (const [gone, entity] of old.mentions.filter(([one]) => !kept.has(one))) {
          assert.equal(entity, from);
          const [source = ''] = sources.filter((one) => gone?.startsWith(one));
          assert(now.mentions.some(([one, other]) => one?.startsWith(source) && other === into));
        }
      }),
      { numRuns: 250 },
    );
  });

  it('splits and changes types so that nothing is lost', async () => {
    const made = { id: 'new', type: 'organization', name: 'New' };
    await fc.assert(
      fc.asyncProperty(corpora, id, fc.nat(), async (files, from, seed) => {
        const corpus = World.corpus(files);
        const index = await corpus.index();
        const mentions = index
          .mentionsOf(from)
          .map(({ record: one }) => one)
          .filter((_, at) => (seed >> at) % 2 === 0);
        const claims = index
          .claimsOf(from)
          .map(({ record: one }) => one)
          .filter((_, at) => (seed >> at) % 3 === 0);
        const split = await orRefused(splitEntity(corpus, from, made, { mentions, claims }));
        if (split) {
          const after = applied(files, split);
          assert.deepEqual(await errorsIn(after), []);
          assert.deepEqual(commentsIn(after), commentsIn(files));
          const now = await recordsIn(after);
          assert.equal(
            now.mentions.filter(([, entity]) => entity === 'new').length,
            mentions.length,
          );
          assert.equal(now.all.length, (await recordsIn(files)).all.length);
        }
        const retyped = applied(files, await changeType(World.corpus(files), from, 'place'));
        assert.deepEqual(await errorsIn(retyped), []);
        assert.deepEqual(commentsIn(retyped), commentsIn(files));
        const back = applied(
          retyped,
          await changeType(World.corpus(retyped), from, 'organization'),
        );
        const { 'annotations/entities/place.yaml': place, ...rest } = back;
        assert.equal(place, '');
        assert.deepEqual(await recordsIn(rest), await recordsIn(files));
      }),
      { numRuns: 150 },
    );
  });
});
