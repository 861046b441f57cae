import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  Corpus,
  EditRefusedError,
  type FileChange,
  annotate,
  assertEditable,
  checkCorpus,
  removeMention,
} from '../../../src/core';
import { World, agreeingWorld, moonWorld } from '../world';

const withoutIds = (text: string) =>
  text.replace(/^( *- )id: [0-9a-hjkmnp-tv-z]{8}$/gm, '$1id: ID');

/** The lines that a change adds. */
function added({ before, after }: FileChange): string[] {
  const old = (before ?? '').split('\n');
  return withoutIds(after)
    .split('\n')
    .filter((line) => !old.includes(line));
}

function spanOf(text: string | undefined, words: string) {
  const start = text?.indexOf(words) ?? -1;
  assert(start >= 0, words);
  return { start, end: start + words.length };
}

describe('annotate', () => {
  it('adds a mention at its place in the order of the source', async () => {
    const files = agreeingWorld();
    const world = new World(files);
    const corpus = new Corpus(world);
    const span = spanOf(files['seeds/a.txt'], 'Roscosmos');
    const changes = await annotate(corpus, {
      source: 'seeds/a.txt',
      span,
      words: 'Roscosmos',
      entity: { id: 'roscosmos', type: 'organization', name: 'Roscosmos' },
      kind: 'name',
    });
    const [registry, annotations] = changes;
    assert(registry && annotations);
    assert.equal(registry.path, 'annotations/entities/organization.yaml');
    assert.deepEqual(added(registry), ['roscosmos:', '  name: Roscosmos']);
    assert.equal(annotations.path, 'annotations/a.yaml');
    assert.deepEqual(added(annotations), [
      '  - id: ID',
      '    entity: roscosmos',
      '    exact: Roscosmos',
      '    prefix: "CNSA and "',
      '    suffix: " signed a memorandum on March"',
    ]);
    assert.match(annotations.after, /exact: CNSA[^]*exact: Roscosmos[^]*exact: a memorandum/);
    for (const { path, after } of changes) {
      world.write(path, after);
      corpus.changed(path);
    }
    assert.deepEqual(await checkCorpus(corpus), []);
    const resolved = await corpus.source('seeds/a.txt');
    assert.deepEqual(resolved?.mentionsAt(span.start)[0]?.span, span);
  });

  it('makes the annotation file of a source that has none', async () => {
    const corpus = World.corpus({ ...moonWorld(), 'seeds/c.txt': 'The Moon.\r\nCNSA\r\n' });
    const [change] = await annotate(corpus, {
      source: 'seeds/c.txt',
      span: { start: 11, end: 15 },
      words: 'CNSA',
      entity: 'cnsa',
      kind: 'name',
    });
    assert(change);
    assert.equal(change.before, undefined);
    assert.equal(
      withoutIds(change.after),
      `source: seeds/c.txt\nsha256: ${sha256OfLf}\n` +
        'mentions:\n  - id: ID\n    entity: cnsa\n    exact: CNSA\n',
    );
  });

  it('does not annotate the same words with the same entity twice', async () => {
    const files = moonWorld();
    const span = spanOf(files['seeds/a.txt'], 'CNSA');
    const words = 'CNSA';
    const wanted = { source: 'seeds/a.txt', span, words, entity: 'cnsa', kind: 'name' } as const;
    await assert.rejects(annotate(World.corpus(files), wanted), EditRefusedError);
  });

  it('refuses words that no longer stand there, no words, and entities that nobody knows', async () => {
    const files = moonWorld();
    const span = spanOf(files['seeds/a.txt'], 'Roscosmos');
    const wanted = {
      source: 'seeds/a.txt',
      span,
      words: 'Roscosmos',
      entity: 'cnsa',
      kind: 'name',
    } as const;
    const refused = [
      { ...wanted, words: 'CNSA' },
      { ...wanted, words: '', span: { start: 3, end: 3 } },
      { ...wanted, entity: 'nobody' },
    ];
    for (const one of refused) {
      await assert.rejects(annotate(World.corpus(files), one), EditRefusedError);
    }
  });

  it('quotes no characters that could not be decoded', async () => {
    const corpus = World.corpus({ ...moonWorld(), 'seeds/c.txt': 'Caf\ufffd with Ada Byron\n' });
    const wanted = { source: 'seeds/c.txt', entity: 'cnsa', kind: 'name' } as const;
    await assert.rejects(
      annotate(corpus, { ...wanted, words: 'Ada Byron', span: { start: 10, end: 19 } }),
      /could not be decoded/,
    );
  });

  it('never rewrites a file with errors, and names it', async () => {
    const files = moonWorld();
    files['annotations/a.yaml'] = `${files['annotations/a.yaml'] ?? ''}broken: [\n`;
    const span = spanOf(files['seeds/a.txt'], 'Roscosmos');
    const words = 'Roscosmos';
    const wanted = { source: 'seeds/a.txt', span, words, entity: 'cnsa', kind: 'name' } as const;
    await assert.rejects(annotate(World.corpus(files), wanted), EditRefusedError);
    await assert.rejects(
      assertEditable(World.corpus(files), 'seeds/a.txt'),
      /^Error: annotations\/a\.yaml has an error on line \d+/,
    );
  });
});

/** Of "The Moon.\nCNSA\n". */
const sha256OfLf = '677165f88811a0d374d610d2657b922af92dc874b3a85068d6c1973a1ff903da';

describe('removeMention', () => {
  it('removes the lines of the mention and no other', async () => {
    const files = moonWorld();
    const corpus = World.corpus(files);
    const mention = (await corpus.source('seeds/a.txt'))?.mentions[1]?.record;
    assert(mention);
    const change = await removeMention(corpus, mention);
    assert.equal(
      change.after,
      (files['annotations/a.yaml'] ?? '').replace(/ {2}- id: a2\n(?: {4}.*\n)+/, ''),
    );
  });

  it('takes the record that was meant, where two share an id', async () => {
    const files = moonWorld();
    files['annotations/a.yaml'] = (files['annotations/a.yaml'] ?? '').replace('id: a3', 'id: a2');
    const corpus = World.corpus(files);
    const mention = (await corpus.source('seeds/a.txt'))?.mentions[2]?.record;
    assert.equal(mention?.entity, 'mou-2021');
    const { after } = await removeMention(corpus, mention);
    assert(after.includes('exact: CNSA') && !after.includes('exact: a memorandum'));
  });

  it('refuses where the mention is gone already', async () => {
    const world = new World(moonWorld());
    const corpus = new Corpus(world);
    const mention = (await corpus.source('seeds/a.txt'))?.mentions[1]?.record;
    assert(mention);
    world.write('annotations/a.yaml', 'source: seeds/a.txt\n');
    await assert.rejects(removeMention(corpus, mention), EditRefusedError);
  });
});
