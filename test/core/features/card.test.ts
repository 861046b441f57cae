import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, cardOf, placeOf } from '../../../src/core';
import { World, lines, moonWorld } from '../world';

describe('cardOf', () => {
  it('gathers names, claims, counts and the definition from all sources', async () => {
    const card = await cardOf(World.corpus(moonWorld()), 'chang-e-7');
    assert.equal(card.name, "Chang'e 7");
    assert.equal(card.type.label, 'Mission');
    assert.deepEqual(card.aliases, ['Chang’e-7']);
    assert.equal(card.entity?.description, 'Chinese mission to the lunar south pole.');
    assert.deepEqual(card.mentions, [
      { source: 'seeds/a.txt', count: 1 },
      { source: 'seeds/b.txt', count: 1 },
    ]);
    assert.deepEqual(
      card.definitions.map(({ source }) => source),
      ['seeds/a.txt'],
    );
  });

  it('puts disagreeing claims side by side, each with its quote and place', async () => {
    const { properties } = await cardOf(World.corpus(moonWorld()), 'mou-2021');
    assert.equal(properties.length, 1);
    assert.equal(properties[0]?.contradicted, true);
    assert.deepEqual(
      properties[0].claims.map(({ value, quote, source, position }) => ({
        value,
        quote,
        source,
        line: position?.line,
      })),
      [
        {
          value: '9 March 2021',
          quote: 'signed a memorandum on March 9, 2021',
          source: 'seeds/a.txt',
          line: 2,
        },
        { value: '10 March 2021', quote: 'signed on March 10', source: 'seeds/b.txt', line: 1 },
      ],
    );
  });

  it('sees no disagreement where a date is only less precise', async () => {
    const files = moonWorld();
    files['annotations/b.yaml'] = files['annotations/b.yaml']!.replace('"2021-03-10"', '2021-03');
    const { properties } = await cardOf(World.corpus(files), 'mou-2021');
    assert.equal(properties[0]?.contradicted, false);
  });

  it('places what a second file claims of the same source', async () => {
    const files = moonWorld();
    files['annotations/more.yaml'] = lines(
      'source: seeds/a.txt',
      'claims:',
      '  - {id: m1, subject: chang-e-7, property: status, value: planned, exact: China plans}',
    );
    const corpus = World.corpus(files);
    const [claim] = (await cardOf(corpus, 'chang-e-7')).properties[0]?.claims ?? [];
    assert.deepEqual(claim?.span, { start: 0, end: 11 });
    const [record] = (await corpus.file('annotations/more.yaml'))?.annotations?.claims ?? [];
    assert(record);
    assert.deepEqual((await placeOf(corpus, { source: 'seeds/a.txt', record }))?.span, claim.span);
  });

  it('takes a value for an entity only where the property has entities', async () => {
    const files = moonWorld();
    files['annotations/b.yaml'] =
      files['annotations/b.yaml']! +
      lines(
        '  - {id: t1, subject: chang-e-7, property: status, value: cnsa, exact: mission}',
        '  - {id: t2, subject: chang-e-7, property: operator, value: cnsa, exact: mission}',
      );
    const { properties } = await cardOf(World.corpus(files), 'chang-e-7');
    const values = properties.map(({ property, claims }) => [property.id, claims[0]?.value]);
    assert.deepEqual(Object.fromEntries(values), {
      status: 'cnsa',
      operator: 'China National Space Administration',
    });
    assert.deepEqual(properties.map(({ claims }) => claims[0]?.entity).sort(), ['cnsa', undefined]);
  });

  it('reads no source for what nobody waits for any more', async () => {
    const tensions = lines(
      'one:',
      '  entities: [chang-e-7]',
      '  statement: It is so.',
      '  quotes: [{source: seeds/b.txt, exact: a detector}]',
    );
    const world = new World({ ...moonWorld(), 'annotations/tensions.yaml': tensions });
    await cardOf(new Corpus(world), 'chang-e-7', { isCancellationRequested: true });
    assert.deepEqual(
      world.reads.filter((path) => path.startsWith('seeds/')),
      [],
    );
  });

  it('answers for an id that the registry does not know', async () => {
    const card = await cardOf(World.corpus(moonWorld()), 'nobody');
    assert.equal(card.entity, undefined);
    assert.equal(card.name, 'nobody');
    assert.deepEqual(card.properties, []);
  });
});
