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

  /** The agreement, and what one annotation file claims of it. */
  const claiming = (schema: string, values: readonly string[]) => ({
    'annotations/schema.yaml': lines('properties:', `  place: {${schema}, single: true}`),
    'annotations/entities/all.yaml': lines('pact: {type: agreement, name: The Pact}'),
    'seeds/a.txt': lines('The Pact was signed.'),
    'annotations/a.yaml': lines(
      'source: seeds/a.txt',
      'claims:',
      ...values.map(
        (value, at) =>
          `  - {id: c${at}, subject: pact, property: place, value: "${value}", exact: signed}`,
      ),
    ),
  });
  const reported = async (schema: string, values: readonly string[]) => {
    const found = await checkCorpus(World.corpus(claiming(schema, values)));
    return found
      .filter(({ code }) => code === 'contradiction')
      .map(({ message, related }) => [
        / here, (.+?) /.exec(message)?.[1],
        related?.map((place) => place.message.split(' ')[0]).join(' '),
      ]);
  };

  it('names the first claim of another value, and one of each before a second of any', async () => {
    assert.deepEqual(await reported('range: text', ['A', 'B', 'A', 'B', 'C']), [
      ['B', 'B C B'],
      ['A', 'A C A'],
      ['B', 'B C B'],
      ['A', 'A C A'],
      ['A', 'A B A B'],
    ]);
  });

  it('names at most ten others', async () => {
    const [first, ...others] = await reported('range: text', 'ABBCDEFGHIJKLM'.split(''));
    assert.deepEqual(first, ['B', 'B C D E F G H I J K']);
    assert.equal(others.length, 13);
    assert.deepEqual(others.at(-1), ['A', 'A B C D E F G H I J']);
    const [one] = await reported('range: text', 'ABBBBBBBBBBBB'.split(''));
    assert.deepEqual(one, ['B', 'B B B B B B B B B B']);
  });

  it('leaves out dates that only overlap', async () => {
    assert.deepEqual(
      await reported('range: date', ['2021', '2021-03', '2021-05', '2021-04/2022']),
      [
        ['2021-05', '2021-05 2021-04/2022'],
        ['2021-03', '2021-03'],
        ['2021-03', '2021-03'],
      ],
    );
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
  /** Without a prototype. */
  const byType = (counts: Record<string, number>) =>
    Object.assign(Object.create(null) as Record<string, number>, counts);

  it('counts types whose names every object inherits', async () => {
    const files = moonWorld();
    for (const [name, type] of [
      ['mission', '__proto__'],
      ['organization', 'constructor'],
    ] as const) {
      const path = `annotations/entities/${name}.yaml`;
      files[path] = files[path]!.replace(`type: ${name}`, `type: ${type}`);
    }
    const { sources } = await statisticsOf(World.corpus(files));
    assert.deepEqual(
      sources.map(({ mentionsByType }) => JSON.stringify(mentionsByType)),
      ['{"__proto__":1,"constructor":1,"agreement":1}', '{"__proto__":1,"agreement":1}'],
    );
    assert.equal(sources[1]?.mentionsByType.constructor, undefined);
  });

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
          mentionsByType: byType({ mission: 1, organization: 1, agreement: 1 }),
        },
        {
          source: 'seeds/b.txt',
          mentions: 2,
          claims: 1,
          entities: 2,
          coverage: 5 / 16,
          mentionsByType: byType({ mission: 1, agreement: 1 }),
        },
        {
          source: 'seeds/c.txt',
          mentions: 0,
          claims: 0,
          entities: 0,
          coverage: 0,
          mentionsByType: byType({}),
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
