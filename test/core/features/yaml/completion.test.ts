import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Corpus, completionsAt, parseYamlFile, roleOf } from '../../../../src/core';
import { World, lines, moonWorld } from '../../world';

const annotations = 'annotations/a.yaml';

/** What is offered at the `|` in some lines. */
async function offered(corpus: Corpus, path: string, ...text: string[]) {
  const marked = lines(...text);
  const schema = JSON.parse(readFileSync(`schemas/${roleOf(path)}.schema.json`, 'utf8')) as unknown;
  const offset = marked.indexOf('|');
  return completionsAt(corpus, path, marked.replace('|', ''), offset, schema);
}

async function texts(corpus: Corpus, path: string, ...text: string[]): Promise<string[]> {
  return (await offered(corpus, path, ...text))?.items.map((one) => one.text) ?? [];
}

const moon = () => World.corpus(moonWorld());

describe('completionsAt', () => {
  it('offers the entities that go on as typed, with name, type and description', async () => {
    const found = await offered(moon(), annotations, 'mentions:', '  - entity: ch|x');
    const [first] = found?.items ?? [];
    assert.deepEqual(
      [first?.text, first?.detail, first?.description],
      ['chang-e-7', "Chang'e 7 · Mission", 'Chang’e-7\n\nChinese mission to the lunar south pole.'],
    );
    assert.deepEqual([found?.typed, found?.end], [{ start: 22, end: 24 }, 25]);
    // One by its id, the other by a word of its name.
    assert.deepEqual(
      found?.items.map(({ text }) => text),
      ['chang-e-7', 'cnsa'],
    );
    assert.deepEqual(await texts(moon(), annotations, 'mentions:', '  - entity: na|'), ['cnsa']);
  });

  it('offers first what the quote names', async () => {
    const at = (words: string) =>
      texts(moon(), annotations, 'mentions:', '  - entity: |', `    exact: ${words}`);
    assert.deepEqual((await at('a memorandum'))[0], 'mou-2021');
    assert.deepEqual((await at('CNSA'))[0], 'cnsa');
    assert.equal((await at('CNSA')).length, 3);
  });

  it('offers first the subjects and values that the property allows', async () => {
    const record = ['claims:', '  - subject: |', '    property: signed-on'];
    assert.equal((await texts(moon(), annotations, ...record))[0], 'mou-2021');
    const value = ['claims:', '  - subject: mou-2021', '    property: party', '    value: |'];
    assert.equal((await texts(moon(), annotations, ...value))[0], 'cnsa');
    const date = ['claims:', '  - subject: mou-2021', '    property: signed-on', '    value: |'];
    assert.deepEqual(await texts(moon(), annotations, ...date), []);
  });

  it('offers first the properties that the subject may have', async () => {
    const of = (subject: string) =>
      texts(moon(), annotations, 'claims:', `  - {id: x, subject: ${subject}, property: |}`);
    const [ofAgreement, ofMission] = [await of('mou-2021'), await of('chang-e-7')];
    assert.equal(ofAgreement[0], 'party');
    assert.equal(ofMission[0], 'status');
    assert.deepEqual([...ofMission].sort(), [...ofAgreement].sort());
  });

  it('offers the types of the schema, where they belong', async () => {
    const entities = 'annotations/entities/x.yaml';
    assert((await texts(moon(), entities, 'moon:', '  type: |')).includes('mission'));
    const range = await texts(
      moon(),
      'annotations/schema.yaml',
      'properties:',
      '  x:',
      '    range: |',
    );
    assert.deepEqual(range.slice(-4), ['date', 'quantity', 'text', 'entity']);
    assert(range.includes('mission'));
    const icon = await texts(moon(), 'annotations/schema.yaml', 'types:', '  x:', '    icon: |');
    assert.deepEqual(icon, []);
  });

  it('offers the keys that are not there yet, with what they hold', async () => {
    const found = await offered(
      moon(),
      annotations,
      'mentions:',
      '  - id: a1',
      '    |',
      '    exact: x',
    );
    assert.deepEqual(
      found?.items.map(({ text }) => text),
      [
        'entity',
        'role',
        'kind',
        'prefix',
        'suffix',
        'occurrence',
        'segments',
        'note',
        'attributes',
      ],
    );
    assert.match(found.items[0]?.description ?? '', /id of the entity/);
    const top = await offered(moon(), annotations, 'source: seeds/a.txt', '|');
    assert.deepEqual(
      top?.items.map(({ text, holds }) => [text, holds]),
      [
        ['sha256', 'text'],
        ['mentions', 'list of maps'],
        ['claims', 'list of maps'],
        ['rejected', 'list of maps'],
      ],
    );
    const entry = await texts(
      moon(),
      'annotations/entities/x.yaml',
      'moon:',
      '  type: place',
      '  |',
    );
    assert.deepEqual(entry.slice(0, 3), ['name', 'value', 'aliases']);
    assert.deepEqual(await texts(moon(), 'annotations/entities/x.yaml', 'constructor:', 'mo|'), []);
  });

  it('offers the few values that a key may have', async () => {
    const kinds = await texts(moon(), annotations, 'mentions:', '  - kind: |');
    assert.deepEqual(kinds, ['name', 'nominal', 'elliptical']);
    const single = await texts(
      moon(),
      'annotations/schema.yaml',
      'properties:',
      '  x: {single: |}',
    );
    assert.deepEqual(single, ['true', 'false']);
  });

  it('offers sources, those first that are not annotated yet', async () => {
    const corpus = World.corpus({ ...moonWorld(), 'seeds/new.txt': 'New.\n' });
    assert.deepEqual(await texts(corpus, 'annotations/new.yaml', 'source: |'), [
      'seeds/new.txt',
      'seeds/a.txt',
      'seeds/b.txt',
    ]);
    const quote = ['one:', '  quotes:', '    - source: |'];
    assert.equal((await texts(corpus, 'annotations/tensions.yaml', ...quote))[0], 'seeds/a.txt');
  });

  it('writes what it offers so that it is read as that', async () => {
    const paths = ['notes: draft', 'a #1', "it's", 'a, b', 'plain'].map(
      (one) => `seeds/${one}.txt`,
    );
    const world = Object.fromEntries(paths.map((path) => [path, 'New.\n']));
    const corpus = World.corpus({
      ...world,
      'annotations/entities/place.yaml': lines('no:', '  type: place', '  name: Norway'),
    });
    const places = ['source: |', 'source: "|"', "source: '|'", '{source: |}', '{source: "|"}'];
    for (const line of places) {
      const found = await offered(corpus, 'annotations/new.yaml', line);
      const read = await Promise.all(
        (found?.items ?? []).map(async ({ written }) => {
          const file = await parseYamlFile('annotations/new.yaml', line.replace('|', written));
          return file.annotations?.source;
        }),
      );
      assert.deepEqual(read, [...paths].sort(), line);
    }
    const plain = await offered(corpus, 'annotations/new.yaml', 'source: |');
    assert.equal(plain?.items.at(-1)?.written, 'seeds/plain.txt');
    const id = await offered(corpus, annotations, 'mentions:', '  - entity: |');
    assert.deepEqual(
      id?.items.map(({ text, written }) => [text, written]),
      [['no', '"no"']],
    );
    const single = ['properties:', '  x: {single: |}'];
    const fixed = await offered(corpus, 'annotations/schema.yaml', ...single);
    assert.equal(fixed?.items[0]?.written, 'true');
  });

  it('offers entities to tensions, in a list too, and a new id to a record', async () => {
    const item = ['one:', '  entities:', '    - cns|'];
    assert.deepEqual(await texts(moon(), 'annotations/tensions.yaml', ...item), ['cnsa']);
    const [id = ''] = await texts(moon(), annotations, 'mentions:', '  - id: |');
    assert.match(id, /^[0-9a-hjkmnp-tv-z]{8}$/);
  });

  it('offers nothing within words, comments and unknown keys', async () => {
    for (const line of ['    exact: a|', '    unknown: |', '    # ent|']) {
      assert.deepEqual(await texts(moon(), annotations, 'mentions:', '  - id: a1', line), []);
    }
  });

  it('stays quick in a large registry, and says that there are more', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      [`entity-${at}:`, '  type: place', `  name: Place number ${at}`].join('\n'),
    );
    const corpus = World.corpus({ 'annotations/entities/place.yaml': many.join('\n') });
    await corpus.registry();
    const started = performance.now();
    const all = await offered(
      corpus,
      annotations,
      'mentions:',
      '  - entity: |',
      '    exact: Place',
    );
    assert.deepEqual([all?.items.length, all?.isIncomplete], [200, true]);
    const found = await texts(corpus, annotations, 'mentions:', '  - entity: 1999|');
    assert.equal(found[0], 'entity-1999');
    assert(performance.now() - started < 1500);
  });
});
