import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, disagreementsOf, opposedSides, placeOf, quoteOf } from '../../../src/core';
import { World, lines } from '../world';
import { claiming } from './claiming';

describe('disagreementsOf', () => {
  const files = {
    ...claiming(['mou-2021', 'signed-on', '2021-03']),
    'annotations/tensions.yaml': lines(
      'spelling:',
      '  entities: [chang-e-7, cnsa]',
      '  statement: Two spellings.',
      '  quotes:',
      '    - {source: seeds/a.txt, exact: Chang’e-7}',
      "    - {source: seeds/b.txt, exact: Chang'e 7}",
    ),
  };

  it('has contradictions with their values and tensions with their quotes', async () => {
    const all = await disagreementsOf(World.corpus(files));
    assert.deepEqual(
      all.map(({ kind, id, entities, sides }) => ({
        kind,
        id,
        entities,
        sides: sides.map((side) => [side.value, quoteOf(side), side.source].join(' | ')),
      })),
      [
        {
          kind: 'contradiction',
          id: 'mou-2021/signed-on',
          entities: ['Memorandum of 2021'],
          sides: [
            '9 March 2021 | signed a memorandum on March 9, 2021 | seeds/a.txt',
            '10 March 2021 | signed on March 10 | seeds/b.txt',
            'March 2021 | w0 | seeds/c.txt',
          ],
        },
        {
          kind: 'tension',
          id: 'spelling',
          entities: ["Chang'e 7", 'China National Space Administration'],
          sides: [' | Chang’e-7 | seeds/a.txt', " | Chang'e 7 | seeds/b.txt"],
        },
      ],
    );
  });

  it('puts two that contradict each other in front', async () => {
    const imprecise = claiming(['mou-2021', 'signed-on', '2021-03']);
    const { 'annotations/c.yaml': own, ...others } = imprecise;
    const [only] = await disagreementsOf(World.corpus({ ...others, 'annotations/0.yaml': own }));
    assert.deepEqual(
      only?.sides.map(({ value }) => value),
      ['9 March 2021', '10 March 2021', 'March 2021'],
    );
  });

  it('opposes two of the sides that are left, and none that agree', async () => {
    const [one, tension] = await disagreementsOf(World.corpus(files));
    assert(one && tension);
    const without = async (...lost: string[]) => {
      const pair = await opposedSides(one, ({ value = '' }) => !lost.includes(value));
      return pair?.map(({ value }) => value);
    };
    assert.deepEqual(await without(), ['9 March 2021', '10 March 2021']);
    assert.deepEqual(await without('March 2021'), ['9 March 2021', '10 March 2021']);
    assert.equal(await without('10 March 2021'), undefined);
    assert.equal(await without('9 March 2021'), undefined);
    const pair = await opposedSides(tension, () => true);
    assert.deepEqual(pair?.map(quoteOf), ['Chang’e-7', "Chang'e 7"]);
    assert.equal(await opposedSides(tension, ({ source }) => source === 'seeds/a.txt'), undefined);
  });

  it('opposes later sides where the first is gone', async () => {
    const three = claiming(['mou-2021', 'signed-on', '2021-03-11']);
    const [one] = await disagreementsOf(World.corpus(three));
    assert(one);
    const left = await opposedSides(one, ({ value }) => value !== '9 March 2021');
    assert.deepEqual(
      left?.map(({ value }) => value),
      ['10 March 2021', '11 March 2021'],
    );
  });

  it('reads no source until a place is asked for, and then that one', async () => {
    const world = new World(files);
    const corpus = new Corpus(world);
    const [, tension] = await disagreementsOf(corpus);
    const sources = () => world.reads.filter((path) => path.startsWith('seeds/'));
    assert.deepEqual(sources(), []);
    const place = tension?.sides[1] && (await placeOf(corpus, tension.sides[1]));
    assert.equal(place?.text.slice(place.span), "Chang'e 7");
    assert.deepEqual(sources(), ['seeds/b.txt']);
  });
});
