/** What the views show, as data. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  Corpus,
  type DatedClaim,
  chronologyOf,
  entityClaims,
  entityTypes,
  mentionLines,
  mentionLinesOf,
  mentioningSources,
  placeOf,
  quoteOf,
  relationsOf,
} from '../../../src/core';
import { World, lines, moonWorld } from '../world';
import { claiming } from './claiming';

describe('chronologyOf', () => {
  const shown = ({ record, words }: DatedClaim) => `${record.subject} ${words}`;
  const chronology = async (files: Record<string, string>) =>
    (await chronologyOf(World.corpus(files))).map(({ label, claims }) => [
      label,
      claims.map(shown),
    ]);

  it('orders all sources by what the dates may mean, and never makes them more precise', async () => {
    const files = claiming(
      ['mou-2021', 'planned-for', '2022'],
      ['chang-e-7', 'planned-for', '2026-08'],
      ['chang-e-7', 'planned-for', '2026'],
      ['chang-e-7', 'period', '202X'],
      ['chang-e-7', 'period', '../2020'],
      ['chang-e-7', 'period', '2018/2022'],
      ['chang-e-7', 'period', '[2021,2023]'],
      ['chang-e-7', 'status', '2021'],
      ['chang-e-7', 'in', 'spring'],
    );
    assert.deepEqual(await chronology(files), [
      ['2018', ['chang-e-7 2018 to 2022']],
      ['2020s', ['chang-e-7 2020s']],
      ['2020', ['chang-e-7 until 2020']],
      ['2021', ['mou-2021 9 March 2021', 'mou-2021 10 March 2021']],
      ['2022', ['mou-2021 2022']],
      ['2024', ['chang-e-7 spring 2024']],
      ['2026', ['chang-e-7 2026', 'chang-e-7 August 2026']],
      [undefined, ['chang-e-7 one of 2021, 2023']],
    ]);
  });

  it('tells plans from what was done by the schema', async () => {
    const files = claiming(['mou-2021', 'planned-for', '2020'], ['mou-2021', 'period', '2020']);
    const claims = (await chronologyOf(World.corpus(files))).flatMap((year) => year.claims);
    assert.deepEqual(
      claims.map(({ property }) => [property.id, property.modality]),
      [
        ['planned-for', 'planned'],
        ['period', undefined],
        ['signed-on', 'done'],
        ['signed-on', 'done'],
      ],
    );
  });

  it('says with what a date is at odds, each other date once', async () => {
    const files = claiming(
      ['mou-2021', 'signed-on', '2021-03-10'],
      ['mou-2021', 'signed-on', '2021-03'],
    );
    const claims = (await chronologyOf(World.corpus(files))).flatMap((year) => year.claims);
    assert.deepEqual(
      claims.map((one) => [
        one.words,
        one.against.map((other) => `${other.words} ${other.source}`),
      ]),
      [
        ['March 2021', []],
        ['9 March 2021', ['10 March 2021 seeds/b.txt']],
        ['10 March 2021', ['9 March 2021 seeds/a.txt']],
        ['10 March 2021', ['9 March 2021 seeds/a.txt']],
      ],
    );
  });

  it('reads no source', async () => {
    const world = new World(moonWorld());
    await chronologyOf(new Corpus(world));
    assert.deepEqual(
      world.reads.filter((path) => path.startsWith('seeds/')),
      [],
    );
  });
});

describe('entityTypes', () => {
  const types = async (query?: string) =>
    (await entityTypes(World.corpus(claiming()), query)).map(({ type, entities }) => [
      type.id,
      entities.map(({ entity, mentions }) => `${entity.id} ${mentions}`),
    ]);

  it('has every entity under its type in the order of the schema, with its mentions', async () => {
    assert.deepEqual(await types(), [
      ['mission', ['chang-e-7 2']],
      ['agreement', ['mou-2021 2']],
      ['organization', ['cnsa 1']],
      ['date', ['spring 0']],
    ]);
  });

  it('filters by any spelling of any name', async () => {
    assert.deepEqual(await types('change7'), [['mission', ['chang-e-7 2']]]);
    assert.deepEqual(await types('memorandun of 2021'), [['agreement', ['mou-2021 2']]]);
    assert.deepEqual(await types('nothing like it'), []);
  });

  it('keeps types that the schema does not know', async () => {
    const files = {
      ...moonWorld(),
      'annotations/entities/x.yaml': lines('x: {type: odd, name: X}'),
    };
    const groups = await entityTypes(World.corpus(files));
    assert.equal(groups.at(-1)?.type.id, 'odd');
  });
});

describe('entityClaims', () => {
  it('has the claims in the order of the schema, with values as a reader says them', async () => {
    const files = claiming(
      ['mou-2021', 'status', 'cnsa'],
      ['mou-2021', 'odd', '2021'],
      ['mou-2021', 'operator', 'cnsa'],
      ['mou-2021', 'operator', 'nobody'],
    );
    const claims = await entityClaims(World.corpus(files), 'mou-2021');
    assert.deepEqual(
      claims.map(({ property, value, named, contradicted, source }) =>
        [property.label, value, named?.id, contradicted, source].join(' | '),
      ),
      [
        'run by | China National Space Administration | cnsa | false | seeds/c.txt',
        'run by | nobody |  | false | seeds/c.txt',
        'signed on | 9 March 2021 |  | true | seeds/a.txt',
        'signed on | 10 March 2021 |  | true | seeds/b.txt',
        'status | cnsa |  | false | seeds/c.txt',
        'odd | 2021 |  | false | seeds/c.txt',
      ],
    );
  });
});

describe('mentionLines', () => {
  it('has each mention in its sentence, source by source', async () => {
    const corpus = World.corpus(moonWorld());
    const sources = await mentioningSources(corpus, 'mou-2021');
    assert.deepEqual(
      [...sources],
      [
        ['seeds/a.txt', 1],
        ['seeds/b.txt', 1],
      ],
    );
    const [line, ...others] = await mentionLines(corpus, 'seeds/a.txt', 'mou-2021');
    assert.deepEqual(others, []);
    assert(line);
    const { text, span } = line.place ?? {};
    assert.deepEqual(text?.positionAt(span!.start), { line: 2, character: 26 });
    assert.deepEqual(line.excerpt, [
      { text: '… ', marked: false },
      { text: 'Roscosmos signed ', marked: false },
      { text: 'a memorandum', marked: true },
      { text: ' on March 9, 2021.', marked: false },
    ]);
  });

  it('has those without a place at the end, in their stored words', async () => {
    const files = moonWorld();
    files['annotations/b.yaml'] = files['annotations/b.yaml']!.replace(
      'mentions:',
      'mentions:\n  - {id: b0, entity: mou-2021, exact: The lost pact}',
    );
    const found = await mentionLines(World.corpus(files), 'seeds/b.txt', 'mou-2021');
    assert.deepEqual(
      found.map(({ record, status, place }) => [record.id, status, place?.text.slice(place.span)]),
      [
        ['b2', 'found', 'The memorandum'],
        ['b0', 'lost', undefined],
      ],
    );
    assert.deepEqual(found[1]?.excerpt, [{ text: 'The lost pact', marked: true }]);
  });
});

describe('mentionLinesOf', () => {
  it('has every source, and reads no more of them once nobody waits', async () => {
    const files: Record<string, string> = {};
    for (let at = 10; at < 40; at++) {
      files[`seeds/${at}.txt`] = 'Luna flies.';
      files[`annotations/${at}.yaml`] = lines(
        `source: seeds/${at}.txt`,
        'mentions:',
        `  - {id: m${at}, entity: luna, exact: Luna}`,
      );
    }
    const world = new World(files);
    const corpus = new Corpus(world);
    const sources = () => world.reads.filter((path) => path.startsWith('seeds/')).length;
    const none = await mentionLinesOf(corpus, 'luna', { isCancellationRequested: true });
    assert.deepEqual([none.size, sources()], [0, 0]);
    const cancellation = {
      get isCancellationRequested() {
        return sources() > 0;
      },
    };
    await mentionLinesOf(corpus, 'luna', cancellation);
    assert(sources() < 10, String(sources()));
    const all = await mentionLinesOf(corpus, 'luna');
    assert.deepEqual([all.size, sources()], [30, 30]);
    assert.equal([...all.keys()][0], 'seeds/10.txt');
  });
});

describe('relationsOf', () => {
  it('has both directions, each relation once with all its quotes', async () => {
    const corpus = World.corpus(
      claiming(
        ['mou-2021', 'in', 'chang-e-7'],
        ['mou-2021', 'operator', 'cnsa'],
        ['mou-2021', 'operator', 'cnsa'],
        ['chang-e-7', 'in', 'mou-2021'],
        ['mou-2021', 'status', 'cnsa'],
        ['nobody', 'operator', 'cnsa'],
      ),
    );
    const relations = async (id: string) =>
      (await relationsOf(corpus, id)).map(({ direction, property, other, citations }) =>
        [direction, property.id, other.id, citations.map(quoteOf).join(' ')].join(' | '),
      );
    assert.deepEqual(await relations('mou-2021'), [
      'outgoing | operator | cnsa | w1 w2',
      'outgoing | in | chang-e-7 | w0',
      'incoming | in | chang-e-7 | w3',
    ]);
    assert.deepEqual(await relations('cnsa'), ['incoming | operator | mou-2021 | w1 w2']);
    assert.deepEqual(await relations('nobody'), ['outgoing | operator | cnsa | w5']);
    assert.deepEqual(await relations('chang-e-8'), []);
  });

  it('follows the annotations', async () => {
    const world = new World(claiming(['mou-2021', 'operator', 'cnsa']));
    const corpus = new Corpus(world);
    assert.equal((await relationsOf(corpus, 'cnsa')).length, 1);
    world.write('annotations/c.yaml', lines('source: seeds/c.txt'));
    corpus.changed('annotations/c.yaml');
    assert.deepEqual(await relationsOf(corpus, 'cnsa'), []);
  });
});

describe('placeOf', () => {
  it('is nowhere for what is lost or what another file claims', async () => {
    const corpus = World.corpus(claiming(['mou-2021', 'status', 'x']));
    const [claim] = (await entityClaims(corpus, 'mou-2021')).filter(
      ({ property }) => property.id === 'status',
    );
    assert(claim);
    assert.equal((await placeOf(corpus, claim))?.span.start, 0);
    assert.equal(await placeOf(corpus, { ...claim, source: 'seeds/a.txt' }), undefined);
    assert.equal(await placeOf(corpus, { ...claim, source: 'seeds/none.txt' }), undefined);
  });
});
