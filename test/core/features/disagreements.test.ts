import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  cardOf,
  checkCorpus,
  contradictionsOf,
  listCorpus,
  statisticsOf,
  tensionsOf,
} from '../../../src/core';
import { World, lines, moonWorld } from '../world';

const tensions = lines(
  '# What no property captures.',
  'name-of-the-mission:',
  '  entities: [chang-e-7]',
  '  statement: The sources spell the mission in two ways.',
  '  quotes:',
  '    - source: seeds/a.txt',
  '      exact: Chang’e-7 probe',
  '      prefix: "China plans to launch the "',
  '      suffix: " first."',
  '    - source: seeds/b.txt',
  "      exact: Chang'e 7 mission",
  '      prefix: "China\'s "',
  '      suffix: " carries a detector."',
);

const world = { ...moonWorld(), 'annotations/tensions.yaml': tensions };

/** A schema in which an agreement is signed but once. */
const single = {
  ...world,
  'annotations/schema.yaml': lines(
    'properties:',
    '  signed-on: {label: signed on, range: date, single: true}',
  ),
};

describe('contradictionsOf', () => {
  it('finds claims of which only one can be true', async () => {
    const [only, ...others] = await contradictionsOf(World.corpus(single));
    assert.deepEqual(others, []);
    assert.equal(only?.subject, 'mou-2021');
    assert.equal(only.property.id, 'signed-on');
    assert.deepEqual(
      only.claims.map(({ record }) => record.value),
      ['2021-03-09', '2021-03-10'],
    );
  });

  it('finds none where several values may be true', async () => {
    const many = single['annotations/schema.yaml'].replace(', single: true', '');
    const corpus = World.corpus({ ...single, 'annotations/schema.yaml': many });
    assert.deepEqual(await contradictionsOf(corpus), []);
  });

  it('is reported at each claim as information, with both quotes', async () => {
    const found = await checkCorpus(World.corpus(single));
    assert.deepEqual(
      found.map(({ code, severity, file, message, related }) => ({
        code,
        severity,
        file,
        message,
        related: related?.map((place) => place.file),
      })),
      [
        {
          code: 'contradiction',
          severity: 'information',
          file: 'annotations/a.yaml',
          message:
            'The sources disagree on “signed on” of “Memorandum of 2021”: 2021-03-09 (“signed a memorandum on March 9, 2021”) here, 2021-03-10 (“signed on March 10”) in seeds/b.txt.',
          related: ['annotations/b.yaml'],
        },
        {
          code: 'contradiction',
          severity: 'information',
          file: 'annotations/b.yaml',
          message:
            'The sources disagree on “signed on” of “Memorandum of 2021”: 2021-03-10 (“signed on March 10”) here, 2021-03-09 (“signed a memorandum on March 9, 2021”) in seeds/a.txt.',
          related: ['annotations/a.yaml'],
        },
      ],
    );
  });
});

describe('tensionsOf', () => {
  it('places each quote in its source', async () => {
    const [tension, ...others] = await tensionsOf(World.corpus(world), 'chang-e-7');
    assert.deepEqual(others, []);
    assert.equal(tension?.tension.statement, 'The sources spell the mission in two ways.');
    assert.deepEqual(
      tension.quotes.map(({ source, words, position }) => [source, words, position]),
      [
        ['seeds/a.txt', 'Chang’e-7 probe', { line: 0, character: 26 }],
        ['seeds/b.txt', "Chang'e 7 mission", { line: 0, character: 8 }],
      ],
    );
    assert.deepEqual(await tensionsOf(World.corpus(world), 'cnsa'), []);
  });

  it('stands on the card and in the listing', async () => {
    const corpus = World.corpus(world);
    const card = await cardOf(corpus, 'chang-e-7');
    assert.deepEqual(
      card.tensions.map(({ tension }) => tension.id),
      ['name-of-the-mission'],
    );
    assert.deepEqual((await listCorpus(corpus)).tensions, [
      {
        id: 'name-of-the-mission',
        entities: ['chang-e-7'],
        statement: 'The sources spell the mission in two ways.',
        quotes: [
          { source: 'seeds/a.txt', exact: 'Chang’e-7 probe' },
          { source: 'seeds/b.txt', exact: "Chang'e 7 mission" },
        ],
      },
    ]);
  });

  const troubles: [what: string, from: string, to: string, expected: string[]][] = [
    ['an unknown entity', '[chang-e-7]', '[nobody]', ['unknown-entity']],
    ['a quote that is not there', 'Chang’e-7 probe', 'Chang’e-7 rocket', ['anchor-changed']],
    ['a missing statement', '  statement: The', '  note: The', ['missing-key']],
    ['words that are gone', 'Chang’e-7 probe', 'Luna-26 and Luna-27', ['anchor-lost']],
    ['a source outside of the corpus', 'seeds/b.txt', '../b.txt', ['source-missing']],
  ];
  for (const [what, from, to, expected] of troubles) {
    it(`reports ${what}`, async () => {
      const changed = tensions.replace(from, to);
      assert.notEqual(changed, tensions);
      const files = { ...moonWorld(), 'annotations/tensions.yaml': changed };
      const found = await checkCorpus(World.corpus(files));
      const other = found.filter(({ code }) => code !== 'contradiction');
      assert.deepEqual(
        other.map(({ code }) => code),
        expected,
      );
    });
  }
});

describe('statisticsOf', () => {
  it('counts by source and type', async () => {
    const statistics = await statisticsOf(
      World.corpus({ ...single, 'seeds/c.txt': 'Not annotated yet.\n' }),
    );
    assert.deepEqual(statistics, {
      sources: [
        {
          source: 'seeds/a.txt',
          mentions: 3,
          claims: 1,
          entities: 3,
          coverage: 6 / 20,
          mentionsByType: { mission: 1, organization: 1, agreement: 1 },
        },
        {
          source: 'seeds/b.txt',
          mentions: 2,
          claims: 1,
          entities: 2,
          coverage: 5 / 16,
          mentionsByType: { mission: 1, agreement: 1 },
        },
        {
          source: 'seeds/c.txt',
          mentions: 0,
          claims: 0,
          entities: 0,
          coverage: 0,
          mentionsByType: {},
        },
      ],
      types: [
        { type: 'mission', entities: 1, defined: 1, mentions: 2, claims: 0 },
        { type: 'agreement', entities: 1, defined: 0, mentions: 2, claims: 2 },
        { type: 'organization', entities: 1, defined: 0, mentions: 1, claims: 0 },
      ],
      entities: 3,
      mentions: 5,
      claims: 2,
      contradictions: 1,
      tensions: 1,
      anchors: { found: 7, moved: 0, ambiguous: 0, lost: 0 },
    });
  });
});
