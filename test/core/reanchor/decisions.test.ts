import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  Corpus,
  EditRefusedError,
  type FileChange,
  acceptPlaces,
  checkCorpus,
  looseOf,
  placeRecord,
  quickFixesFor,
  removeRecords,
  storedExcerpt,
} from '../../../src/core';
import { describeAll } from '../../../src/core/anchor';
import { hashOf } from '../../../src/core/hash';
import { storePlaces } from '../../../src/core/reanchor/storeQuotes';
import { printYaml } from '../../../src/core/format/yamlPrint';
import { World, lines, moonWorld } from '../world';

const source = 'seeds/news.txt';
const yaml = 'annotations/news.yaml';

const sentences = [
  'The Soviet probe Luna-24 returned samples from the Sea of Crises in 1976.',
  'Chang’e-5 brought back younger rocks from Oceanus Procellarum in 2020.',
  'CNSA keeps most of its samples in Beijing, and lends some of them abroad.',
  'In Hunan a smaller vault holds a tenth of them against floods and fire.',
  'Roscosmos has asked to borrow half a gram of the younger rocks for study.',
  'No date for the loan was given, and neither side has named a price yet.',
];

const words = ['Luna-24', 'Chang’e-5', 'CNSA', 'Hunan', 'Roscosmos', 'the loan', 'neither side'];

/** A source with a mention of each of the words; then it was changed outside. */
function worldOf(changed: readonly string[]): World {
  const text = lines(...sentences);
  const spans = words.map((one) => ({
    start: text.indexOf(one),
    end: text.indexOf(one) + one.length,
  }));
  const mentions = describeAll(text, spans).map(({ exact, prefix, suffix }, at) => ({
    ...{ id: `m${at}`, entity: 'cnsa', exact },
    ...{ prefix: prefix || undefined, suffix: suffix || undefined },
  }));
  return new World({
    ...moonWorld(),
    [source]: lines(...changed),
    [yaml]: printYaml({ source, sha256: hashOf(text), mentions }),
  });
}

async function looseIn(world: World) {
  const all = await looseOf(new Corpus(world));
  return all.filter((one) => one.source === source).flatMap(({ records }) => records);
}

/** What is loose, by the words that are stored. */
async function loose(world: World): Promise<string[]> {
  return (await looseIn(world)).map(
    ({ looseness, record }) => `${looseness}: ${record.selectors.map(({ exact }) => exact).join()}`,
  );
}

async function write(world: World, changes: readonly FileChange[]): Promise<void> {
  for (const { path, before, after } of changes) {
    assert.equal(before, await world.read(path));
    world.write(path, after);
  }
}

async function stored(world: World): Promise<string> {
  return (await world.read(yaml)) ?? '';
}

const without = sentences.filter((_, at) => at !== 3);
const [first = '', ...others] = sentences;
const firstLast = [...others, first];
const misspelt = sentences.map((one) => one.replace('Luna-24 returned', 'Lunar-24 returned'));

describe('what is loose', () => {
  it('is nothing where every quote stands', async () => {
    assert.deepEqual(await loose(worldOf(sentences)), []);
  });

  it('is lost, moved or changed, with where to look for it', async () => {
    assert.deepEqual(await loose(worldOf(without)), ['lost: Hunan']);
    assert.deepEqual(await loose(worldOf(firstLast)), ['moved: Luna-24']);
    assert.deepEqual(await loose(worldOf(misspelt)), ['changed: Luna-24']);
    const [record] = await looseIn(worldOf(without));
    assert(record);
    const end = lines(...without).indexOf('CNSA') + 4;
    assert.deepEqual(record.near, { start: end, end });
    assert.deepEqual(storedExcerpt(record.record), [
      { text: 'In ', marked: false },
      { text: 'Hunan', marked: true },
      { text: ' a smaller vault holds a', marked: false },
    ]);
  });
});

describe('deciding what becomes of it', () => {
  it('accepts what has moved, in its order, and the hash with it', async () => {
    const world = worldOf(firstLast);
    await write(world, await acceptPlaces(new Corpus(world), source));
    assert.deepEqual(await loose(world), []);
    const ids = [...(await stored(world)).matchAll(/id: (m\d)/g)].map(([, id]) => id);
    assert.deepEqual(ids, ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm0']);
    assert((await stored(world)).includes(hashOf(lines(...firstLast))));
  });

  it('accepts what has moved by quick fix', async () => {
    const world = worldOf(firstLast);
    const corpus = new Corpus(world);
    const found = (await checkCorpus(corpus)).find(({ code }) => code === 'anchor-moved');
    assert(found);
    const [fix] = await quickFixesFor(corpus, yaml, 'anchor-moved', found.span);
    assert(fix);
    assert.equal(fix.title, 'Accept its place on line 6');
    await write(world, await fix.changes());
    assert.deepEqual(await loose(world), []);
  });

  it('accepts some of several, and leaves the hash to the last of them', async () => {
    const world = worldOf([...misspelt.slice(1), misspelt[0] ?? ''].filter((_, at) => at !== 2));
    assert.deepEqual(await loose(world), ['changed: Luna-24', 'lost: Hunan']);
    await write(world, await acceptPlaces(new Corpus(world), source));
    assert.deepEqual(await loose(world), ['lost: Hunan']);
    assert.match(await stored(world), /exact: Lunar-24/);
    assert((await stored(world)).includes(hashOf(lines(...sentences))));
    const [left] = await looseIn(world);
    assert(left);
    await assert.rejects(acceptPlaces(new Corpus(world), source), EditRefusedError);
    await write(world, await removeRecords(new Corpus(world), [left.record]));
    assert.deepEqual(await loose(world), []);
    assert(!(await stored(world)).includes('Hunan'));
  });

  it('places what is lost where somebody says', async () => {
    const world = worldOf(without);
    const [record] = await looseIn(world);
    assert(record);
    const text = lines(...without);
    const start = text.indexOf('Beijing');
    const choice = {
      ...record,
      spans: [{ start, end: start + 'Beijing'.length }],
      words: ['Beijing'],
    };
    await write(world, await placeRecord(new Corpus(world), choice));
    assert.deepEqual(await loose(world), []);
    assert.match(await stored(world), /exact: Beijing\n/);
    assert((await stored(world)).includes(hashOf(text)));
  });

  it('refuses words that are no longer there, too few pieces, and files with errors', async () => {
    const world = worldOf(without);
    const [record] = await looseIn(world);
    assert(record);
    const choice = { ...record, spans: [{ start: 0, end: 3 }], words: ['CNSA'] };
    await assert.rejects(placeRecord(new Corpus(world), choice), /has changed meanwhile/);
    await assert.rejects(
      placeRecord(new Corpus(world), { ...choice, spans: [], words: [] }),
      /quoted in one piece/,
    );
    world.write(yaml, `${await stored(world)}broken: [\n`);
    const now = { ...choice, words: ['The'] };
    await assert.rejects(placeRecord(new Corpus(world), now), /has errors/);
    await assert.rejects(removeRecords(new Corpus(world), [record.record]), /has errors/);
  });

  it('refuses what was read before the file changed, so that no other record is meant', async () => {
    const world = worldOf(without);
    const corpus = new Corpus(world);
    const found = (await looseOf(corpus)).flatMap(({ records }) => records);
    const lost = found.find(({ looseness }) => looseness === 'lost');
    assert(lost);
    const [file, resolved] = [await corpus.file(yaml), await corpus.source(source)];
    assert(file && resolved);
    const other = await new Corpus(world).file(yaml);
    const [record] = other?.annotations?.mentions ?? [];
    assert(record);
    const place = { record, spans: [{ start: 0, end: 3 }] };
    const changed = { message: `${yaml} has changed meanwhile.` };
    await assert.rejects(storePlaces(corpus, resolved, file, [place]), changed);
    world.write(yaml, (await stored(world)).replace('exact: Hunan', 'exact: Beijing'));
    await assert.rejects(removeRecords(corpus, [lost.record]), changed);
  });

  it('keeps a list that people wrote in their own way', async () => {
    const world = worldOf(firstLast);
    const remark = (await stored(world)).replace('  - id: m0', '  # My first.\n  - id: m0 # Mine');
    world.write(yaml, remark);
    await write(world, await acceptPlaces(new Corpus(world), source));
    assert.match(await stored(world), /id: m0 # Mine\n/);
    assert.match(await stored(world), /# My first\.\n/);
  });
});
