import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, mapOf } from '../../../src/core';
import { World, lines, moonWorld } from '../world';

/** The written world, with relations, a plan and dates of every kind. */
function relatedWorld(): Record<string, string> {
  return {
    ...moonWorld(),
    'annotations/c.yaml': lines(
      'source: seeds/c.txt',
      'claims:',
      '  - {id: c1, subject: mou-2021, property: signed-by, value: cnsa, exact: signed}',
      '  - {id: c2, subject: mou-2021, property: party, value: cnsa, exact: party}',
      '  - {id: c3, subject: mou-2021, property: party, value: cnsa, exact: a party}',
      '  - {id: c4, subject: mou-2021, property: party, value: nobody, exact: nobody}',
      '  - {id: c5, subject: chang-e-7, property: planned-for, value: 2026?, exact: 2026}',
      '  - {id: c6, subject: chang-e-7, property: planned-for, value: ../2027, exact: by 2027}',
      '  - {id: c7, subject: chang-e-7, property: planned-for, value: "[2026,2028]", exact: or}',
      '  - {id: c8, subject: chang-e-7, property: concerns, value: march, exact: March}',
      '  - {id: c9, subject: chang-e-7, property: status, value: cnsa, exact: as CNSA says}',
    ),
    'annotations/entities/date.yaml': lines('march: {type: date, name: March, value: 2021-03}'),
    'annotations/tensions.yaml': lines(
      'who-signed:',
      '  entities: [mou-2021, cnsa, cnsa]',
      '  statement: Who signed it is not clear.',
    ),
  };
}

describe('mapOf', () => {
  it('has things as nodes, weighed by mentions and marked by disagreements', async () => {
    const { nodes, types } = await mapOf(World.corpus(relatedWorld()));
    assert.deepEqual(
      nodes.map(({ id, mentions, contradictions, tensions }) => {
        return [id, mentions, contradictions, tensions];
      }),
      [
        ['mou-2021', 2, 1, 1],
        ['chang-e-7', 2, 0, 0],
        ['cnsa', 1, 0, 1],
      ],
    );
    assert.deepEqual(
      types.map(({ id, label }) => [id, label]),
      [
        ['mission', 'Mission'],
        ['agreement', 'Agreement'],
        ['organization', 'Organization'],
      ],
    );
  });

  it('joins all claims of one entity on another, and counts them by property', async () => {
    const { edges } = await mapOf(World.corpus(relatedWorld()));
    assert.deepEqual(edges, [
      {
        from: 'mou-2021',
        to: 'cnsa',
        source: 'seeds/c.txt',
        claim: 'c1',
        relations: [
          { label: 'signed by', count: 1 },
          { label: 'party', count: 2 },
        ],
      },
    ]);
  });

  it('gives dates the days that they may mean, in order of time', async () => {
    const { dates, undatable } = await mapOf(World.corpus(relatedWorld()));
    assert.deepEqual(
      dates.map(({ subject, value, first, last }) => [subject, value, first, last]),
      [
        ['chang-e-7', '../2027', undefined, '2027-12-31'],
        ['chang-e-7', '2021-03', '2021-03-01', '2021-03-31'],
        ['mou-2021', '2021-03-09', '2021-03-09', '2021-03-09'],
        ['mou-2021', '2021-03-10', '2021-03-10', '2021-03-10'],
        ['chang-e-7', '2026?', '2026-01-01', '2026-12-31'],
      ],
    );
    assert.equal(undatable, 1);
    assert.deepEqual(
      dates.map(({ planned, uncertain, contradicted, source, claim }) => {
        return [planned, uncertain, contradicted, source, claim];
      }),
      [
        [true, false, false, 'seeds/c.txt', 'c6'],
        [false, false, false, 'seeds/c.txt', 'c8'],
        [false, false, true, 'seeds/a.txt', 'a4'],
        [false, false, true, 'seeds/b.txt', 'b3'],
        [true, true, false, 'seeds/c.txt', 'c5'],
      ],
    );
  });

  it('reads no source', async () => {
    const world = new World(relatedWorld());
    await mapOf(new Corpus(world));
    assert.deepEqual(
      world.reads.filter((path) => path.startsWith('seeds/')),
      [],
    );
  });
});
