import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type YamlSymbol, entryOf, usesOf, yamlSymbols } from '../../../../src/core';
import { World, lines, moonWorld } from '../../world';

const world = {
  ...moonWorld(),
  'annotations/schema.yaml': lines(
    'types:',
    '  mission: {label: Mission}',
    '  agreement: {label: Agreement}',
    'properties:',
    '  signed-on: {range: date, domain: agreement}',
  ),
  'annotations/tensions.yaml': lines(
    'two-dates:',
    '  entities: mou-2021',
    '  statement: It was signed on two days.',
    '  quotes: [{source: seeds/a.txt, exact: CNSA}]',
  ),
};

async function outline(path: string): Promise<string[]> {
  const corpus = World.corpus(world);
  const file = await corpus.file(path);
  assert(file);
  const text = file.text;
  const told = (symbol: YamlSymbol, depth = ''): string[] => [
    `${depth}${symbol.name} | ${symbol.detail} | ${text.slice(symbol.selection)}`,
    ...symbol.children.flatMap((child) => told(child, `${depth}> `)),
  ];
  return (await yamlSymbols(file, await corpus.registry())).flatMap((symbol) => told(symbol));
}

describe('yamlSymbols', () => {
  it('tells mentions by their words and claims by what they say', async () => {
    assert.deepEqual(await outline('annotations/b.yaml'), [
      'mentions | 2 | ',
      "> Chang'e 7 | Chang'e 7 | Chang'e 7",
      '> The memorandum | Memorandum of 2021 | The memorandum',
      'claims | 1 | ',
      '> signed on: 10 March 2021 | Memorandum of 2021 | signed-on',
    ]);
  });

  it('tells entities, tensions, types and properties by their ids', async () => {
    assert.deepEqual(await outline('annotations/entities/mission.yaml'), [
      "chang-e-7 | Chang'e 7 · Mission | chang-e-7",
    ]);
    assert.deepEqual(await outline('annotations/tensions.yaml'), [
      'two-dates | It was signed on two days. | two-dates',
      '> CNSA | seeds/a.txt | CNSA',
    ]);
    const schema = await outline('annotations/schema.yaml');
    assert.deepEqual(
      schema.filter((one) => one.startsWith('>')),
      [
        '> mission | Mission | mission',
        '> agreement | Agreement | agreement',
        '> signed-on | signed on | signed-on',
      ],
    );
  });
});

describe('usesOf and the counts of the index', () => {
  it('find the entities of a type, the claims with a property, and where each is stated', async () => {
    const corpus = World.corpus(world);
    const registry = await corpus.registry();
    const uses = async (kind: 'type' | 'property', id: string) =>
      (await usesOf(corpus, { kind, id })).map(({ file, span }) => [file, span.start]);
    const places = ['annotations/a.yaml', 'annotations/b.yaml'].map((file) => [
      file,
      world[file as keyof typeof world].indexOf('signed-on'),
    ]);
    assert.deepEqual(await uses('property', 'signed-on'), places);
    assert.deepEqual(await uses('type', 'agreement'), [
      ['annotations/entities/agreement.yaml', 18],
    ]);
    const entries = (['entity', 'type', 'property'] as const).map((kind, at) => {
      const id = ['cnsa', 'mission', 'signed-on'][at] ?? '';
      return entryOf(registry, { kind, id, isEntry: false, span: { start: 0, end: 0 } })?.key;
    });
    assert.deepEqual(entries, [
      { start: 0, end: 4 },
      { start: 9, end: 16 },
      { start: 81, end: 90 },
    ]);
  });

  it('count mentions, their sources, and claims', async () => {
    const index = await World.corpus(world).index();
    assert.deepEqual(index.countsOf('mou-2021'), { mentions: 2, sources: 2, claims: 2 });
    assert.deepEqual(index.countsOf('nobody'), { mentions: 0, sources: 0, claims: 0 });
  });
});
