import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Corpus,
  EditRefusedError,
  type FileChange,
  type Mention,
  type MentionChange,
  type Placed,
  changeMentions,
  definitionChanges,
  parseYamlFile,
  splitMention,
} from '../../../src/core';
import { World, lines, moonWorld } from '../world';

const source = 'seeds/a.txt';
const file = 'annotations/a.yaml';

async function mentionOf(corpus: Corpus, id: string): Promise<Placed<Mention>> {
  const resolved = await corpus.source(source);
  const found = resolved?.placed.find(({ record }) => record.id === id);
  assert(found, id);
  return found;
}

async function changed(corpus: Corpus, changes: MentionChange[]): Promise<FileChange> {
  const [change, ...more] = await changeMentions(corpus, source, changes);
  assert(change && more.length === 0);
  return change;
}

async function splitOf(...wanted: Parameters<typeof splitMention>): Promise<FileChange> {
  const [change, ...more] = (await splitMention(...wanted)).changes;
  assert(change && more.length === 0);
  return change;
}

/** A corpus in which the file says what is given after its first line. */
function corpusWith(text: string, ...records: string[]): Corpus {
  const files = moonWorld();
  files[source] = text;
  files[file] = lines(`source: ${source}`, ...records);
  return World.corpus(files);
}

/** The lines that differ, before and after. */
function difference(before: string | undefined, after: string): [string[], string[]] {
  const [old, now] = [(before ?? '').split('\n'), after.split('\n')];
  return [old.filter((line) => !now.includes(line)), now.filter((line) => !old.includes(line))];
}

const withoutNewId = (text: string) => text.replace(/id: "?[0-9a-hjkmnp-tv-z]{8}"?$/m, 'id: NEW');

describe('changeMentions', () => {
  it('gives a mention another entity: one line', async () => {
    const corpus = World.corpus(moonWorld());
    const { record: mention } = await mentionOf(corpus, 'a3');
    const change = await changed(corpus, [{ mention, entity: 'cnsa' }]);
    assert.equal(change.path, file);
    assert.equal(
      change.after,
      moonWorld()[file]?.replace('id: a3\n    entity: mou-2021', 'id: a3\n    entity: cnsa'),
    );
  });

  it('keeps comments, unknown keys and the way in which the record is written', async () => {
    const corpus = corpusWith(
      'The Luna-27 probe.\nCNSA here.\n',
      'mentions:',
      '  # Is it the lander?',
      '  - confidence: "low"   # ours',
      "    entity: 'chang-e-7' # sic",
      '    id: m1',
      '    exact: Luna-27',
      '  - {id: m2, entity: cnsa, exact: CNSA, by: me}',
    );
    const [first, second] = [await mentionOf(corpus, 'm1'), await mentionOf(corpus, 'm2')];
    const change = await changed(corpus, [
      { mention: first.record, entity: 'mou-2021' },
      { mention: second.record, kind: 'nominal', role: 'definition' },
    ]);
    assert.deepEqual(difference(change.before, change.after), [
      ["    entity: 'chang-e-7' # sic", '  - {id: m2, entity: cnsa, exact: CNSA, by: me}'],
      [
        '    entity: mou-2021 # sic',
        '  - {id: m2, entity: cnsa, role: definition, kind: nominal, exact: CNSA, by: me}',
      ],
    ]);
  });

  it('adds a new entity to the registry', async () => {
    const corpus = World.corpus(moonWorld());
    const mentions = [await mentionOf(corpus, 'a2'), await mentionOf(corpus, 'a3')];
    const entity = { id: 'rka', type: 'organization', name: 'RKA' };
    const decisions = mentions.map(({ record }) => ({ mention: record, entity }));
    const [registry, annotations, ...more] = await changeMentions(corpus, source, decisions);
    assert(registry && annotations && more.length === 0);
    assert.deepEqual(difference(registry.before, registry.after), [[], ['rka:', '  name: RKA']]);
    assert.deepEqual(difference(annotations.before, annotations.after), [
      ['    entity: cnsa', '    entity: mou-2021'],
      ['    entity: rka', '    entity: rka'],
    ]);
  });

  it('quotes other words with the context that tells them', async () => {
    const corpus = World.corpus(moonWorld());
    const { record: mention, span } = await mentionOf(corpus, 'a2');
    const segments = [{ start: span.start, end: span.end + ' and Roscosmos'.length }];
    const { before, after } = await changed(corpus, [{ mention, segments }]);
    assert.deepEqual(difference(before, after), [
      ['    exact: CNSA', '    suffix: " and Roscosmos signed a"'],
      ['    exact: CNSA and Roscosmos', '    suffix: " signed a memorandum on March"'],
    ]);
  });

  it('moves one piece of discontinuous words and leaves the other', async () => {
    const corpus = corpusWith(
      'Director General of the space agency.\n',
      'mentions:',
      '  - id: m1',
      '    entity: cnsa',
      '    segments:',
      '      - exact: Director',
      '        suffix: " General of the"',
      '      - exact: space agency',
      '        prefix: "General of the "',
    );
    const { record: mention, segments } = await mentionOf(corpus, 'm1');
    const [first, second] = segments;
    assert(first && second);
    const wider = [{ start: 0, end: 'Director General'.length }, second];
    const { before, after } = await changed(corpus, [{ mention, segments: wider }]);
    assert.deepEqual(difference(before, after), [
      ['      - exact: Director', '        suffix: " General of the"'],
      ['      - exact: Director General', '        suffix: " of the space agency."'],
    ]);
  });

  it('takes kind and role out again', async () => {
    const corpus = World.corpus(moonWorld());
    const definition = (await mentionOf(corpus, 'a1')).record;
    const nominal = (await mentionOf(corpus, 'a3')).record;
    const { before, after } = await changed(corpus, [
      { mention: definition, role: 'none' },
      { mention: nominal, kind: 'name' },
    ]);
    assert.deepEqual(difference(before, after), [
      ['    role: definition', '    kind: nominal'],
      [],
    ]);
  });

  it('refuses two mentions of one entity at the same words', async () => {
    const corpus = corpusWith(
      'CNSA here.\n',
      'mentions:',
      '  - {id: m1, entity: cnsa, exact: CNSA}',
      '  - {id: m2, entity: mou-2021, exact: CNSA}',
    );
    const { record: mention } = await mentionOf(corpus, 'm2');
    await assert.rejects(
      changeMentions(corpus, source, [{ mention, entity: 'cnsa' }]),
      /annotated as “China National Space Administration” already/,
    );
  });

  it('refuses an entity that nobody knows, and a file with errors', async () => {
    const files = moonWorld();
    const corpus = World.corpus(files);
    const { record: mention } = await mentionOf(corpus, 'a2');
    await assert.rejects(
      changeMentions(corpus, source, [{ mention, entity: 'nobody' }]),
      /no entity “nobody”/,
    );
    const broken = World.corpus({ ...files, [file]: `${files[file] ?? ''}broken: [\n` });
    await assert.rejects(
      changeMentions(broken, source, [{ mention, entity: 'mou-2021' }]),
      EditRefusedError,
    );
  });
});

describe('definitionChanges', () => {
  const records = [
    'mentions:',
    '  - {id: m1, entity: cnsa, role: definition, exact: CNSA, suffix: " here"}',
    '  - {id: m2, entity: cnsa, exact: CNSA, suffix: " there"}',
    '  - {id: m3, entity: mou-2021, role: definition, exact: there}',
  ];

  it('has one passage of a source introduce an entity', async () => {
    const corpus = corpusWith('CNSA here, CNSA there.\n', ...records);
    const { record } = await mentionOf(corpus, 'm2');
    const changes = await definitionChanges(corpus, source, record);
    const { before, after } = await changed(corpus, changes);
    assert.deepEqual(difference(before, after), [
      [records[1], records[2]],
      [
        '  - {id: m1, entity: cnsa, exact: CNSA, suffix: " here"}',
        '  - {id: m2, entity: cnsa, role: definition, exact: CNSA, suffix: " there"}',
      ],
    ]);
  });

  it('takes the role from the definition itself', async () => {
    const corpus = corpusWith('CNSA here, CNSA there.\n', ...records);
    const { record } = await mentionOf(corpus, 'm1');
    const changes = await definitionChanges(corpus, source, record);
    assert.deepEqual(changes, [{ mention: record, role: 'none' }]);
  });
});

describe('splitMention', () => {
  const text = 'Talks of Chang’e-7 and CNSA went on.\n';
  const record = [
    'mentions:',
    '  # Two in one.',
    '  - id: m1',
    '    entity: mou-2021',
    '    role: definition',
    '    exact: Chang’e-7 and CNSA',
    '    note: A pair.',
    '  - {id: m2, entity: mou-2021, exact: Talks}',
  ];

  it('makes two mentions, each of the entity that it names', async () => {
    const corpus = corpusWith(text, ...record);
    const { after } = await splitOf(corpus, source, await mentionOf(corpus, 'm1'), 10);
    assert.equal(
      withoutNewId(after),
      lines(
        `source: ${source}`,
        'mentions:',
        '  # Two in one.',
        '  - id: m1',
        '    entity: chang-e-7',
        '    role: definition',
        '    exact: Chang’e-7',
        '    prefix: "Talks of "',
        '    suffix: " and CNSA went on."',
        '    note: A pair.',
        '  - id: NEW',
        '    entity: cnsa',
        '    exact: CNSA',
        '    prefix: "Talks of Chang’e-7 and "',
        '    suffix: " went on."',
        '  - {id: m2, entity: mou-2021, exact: Talks}',
      ),
    );
  });

  it('keeps the entity of words that are no name', async () => {
    const corpus = corpusWith(
      'In the pact and memorandum of May.\n',
      'mentions:',
      '  - {id: m1, entity: mou-2021, kind: nominal, exact: the pact and memorandum}',
    );
    const { after } = await splitOf(corpus, source, await mentionOf(corpus, 'm1'), 5);
    assert.equal(
      withoutNewId(after),
      lines(
        `source: ${source}`,
        'mentions:',
        '  - {id: m1, entity: mou-2021, kind: nominal, exact: "the pact", prefix: "In ", suffix: " and memorandum of May."}',
        '  - id: NEW',
        '    entity: mou-2021',
        '    kind: nominal',
        '    exact: memorandum',
        '    prefix: "In the pact and "',
        '    suffix: " of May."',
      ),
    );
  });

  const cuts: [words: string, offset: number, parts: string[] | undefined][] = [
    ['Russia and China', 2, ['Russia', 'China']],
    ['Russia, China and India', 1, ['Russia', 'China and India']],
    ['Russia, China and India', 16, ['Russia, China', 'India']],
    ['Memorandum of 2021', 10, ['Memorandum', 'of 2021']],
    ['Memorandum of 2021', 16, ['Memorandum of', '2021']],
    ['CNSA/Roscosmos', 0, ['CNSA', 'Roscosmos']],
    ['Russia', 3, undefined],
    ['and Russia', 1, undefined],
  ];
  for (const [words, offset, parts] of cuts) {
    it(`parts “${words}” at ${offset}`, async () => {
      const corpus = corpusWith(
        `${words}\n`,
        'mentions:',
        `  - {id: m1, entity: mou-2021, exact: "${words}"}`,
      );
      const split = splitMention(corpus, source, await mentionOf(corpus, 'm1'), offset);
      if (!parts) return assert.rejects(split, /do not fall into two parts/);
      const { path, after } = (await split).changes[0] ?? assert.fail();
      const { annotations } = await parseYamlFile(path, after);
      const exact = annotations?.mentions.map(({ selectors }) => selectors[0]?.exact);
      assert.deepEqual([path, exact], [file, parts]);
    });
  }
});
