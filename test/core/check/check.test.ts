import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, type Diagnostic, checkCorpus } from '../../../src/core';
import { World, lines, moonWorld } from '../world';

/** Each finding as `code: the text at its place`; that the two sources disagree is none. */
async function findings(files: Record<string, string>): Promise<string[]> {
  const diagnostics = await checkCorpus(World.corpus(files));
  const faults = diagnostics.filter(({ code }) => code !== 'contradiction');
  return faults.map(
    ({ code, file, span }) => `${code}: ${(files[file] ?? '').slice(span.start, span.end)}`,
  );
}

/** The sound world with one file changed. */
function changed(path: string, from: string | RegExp, to: string): Record<string, string> {
  const files = moonWorld();
  const before = files[path] ?? '';
  const after = before.replace(from, to);
  assert.notEqual(after, before);
  return { ...files, [path]: after };
}

describe('checkCorpus', () => {
  it('finds nothing in a sound corpus', async () => {
    assert.deepEqual(await findings(moonWorld()), []);
  });

  const a = 'annotations/a.yaml';
  const mission = 'annotations/entities/mission.yaml';
  const cases: [what: string, files: Record<string, string>, expected: string[]][] = [
    ['broken YAML', changed(a, 'mentions:', 'mentions: ]'), ['yaml-syntax: ]']],
    ['an alias', changed(a, '    exact: CNSA', '    exact: *x'), ['yaml-feature: *x']],
    ['an anchor', changed(a, 'exact: CNSA', 'exact: &x CNSA'), ['yaml-feature: CNSA']],
    ['a tag', changed(a, 'exact: CNSA', 'exact: !!str CNSA'), ['yaml-feature: CNSA']],
    ['a key twice', changed(a, 'mentions:', 'source: x\nmentions:'), ['duplicate-key: source']],
    [
      'a record that is no map',
      changed('annotations/b.yaml', 'claims:', '  - just text\nclaims:'),
      ['wrong-shape: just text'],
    ],
    [
      'a missing key',
      changed(a, '    entity: cnsa\n', ''),
      ['missing-key: id: a2\n    exact: CNSA\n    suffix: " and Roscosmos signed a"'],
    ],
    ['an unknown kind', changed(a, 'kind: nominal', 'kind: verbal'), ['bad-value: verbal']],
    ['an unknown entity', changed(a, 'entity: cnsa', 'entity: esa'), ['unknown-entity: esa']],
    ['an unknown type', changed(mission, 'type: mission', 'type: ufo'), ['unknown-type: ufo']],
    [
      'an unknown property',
      changed(a, 'property: signed-on', 'property: sung-on'),
      ['unknown-property: sung-on'],
    ],
    ['a value that is no date', changed(a, '"2021-03-09"', 'March 9'), ['bad-value: March 9']],
    [
      'a property of another type',
      changed(a, 'subject: mou-2021', 'subject: cnsa'),
      ['wrong-domain: cnsa'],
    ],
    [
      'an id used twice',
      changed('annotations/b.yaml', 'id: b1', 'id: a1'),
      ['duplicate-id: a1', 'duplicate-id: a1'],
    ],
    [
      'an entity that stands twice',
      { ...moonWorld(), 'annotations/entities/x.yaml': 'cnsa:\n  type: organization\n  name: X\n' },
      ['duplicate-entity: type: organization\n  name: X'],
    ],
    ['a source that is not there', changed(a, 'a.txt', 'z.txt'), ['source-missing: seeds/z.txt']],
    [
      'a source outside of the corpus',
      changed(a, 'seeds/a.txt', '../a.txt'),
      ['source-missing: ../a.txt'],
    ],
    [
      'a source annotated twice',
      { ...moonWorld(), 'annotations/z.yaml': 'source: seeds/a.txt\n' },
      ['duplicate-source: seeds/a.txt'],
    ],
    [
      'a quote that is gone',
      changed('seeds/b.txt', "China's Chang'e 7 mission carries a detector.\n", ''),
      ["anchor-lost: Chang'e 7"],
    ],
    [
      'a schema that names an unknown type',
      {
        ...moonWorld(),
        'annotations/schema.yaml': 'properties: {x: {range: [ufo], domain: [mission]}}\n',
      },
      ['unknown-property: signed-on', 'unknown-property: signed-on', 'unknown-type: [ufo]'],
    ],
    [
      'segments that quote nothing',
      changed(a, '    exact: CNSA\n    suffix: " and Roscosmos signed a"\n', '    segments: []\n'),
      ['bad-value: []'],
    ],
    [
      'a bad occurrence',
      changed(a, 'exact: CNSA', 'exact: CNSA\n    occurrence: zero'),
      ['bad-value: zero'],
    ],
  ];

  for (const [what, files, expected] of cases) {
    it(`reports ${what}`, async () => {
      assert.deepEqual((await findings(files)).sort(), [...expected].sort());
    });
  }

  it('says in plain words what is wrong, and where else', async () => {
    const files = changed('annotations/b.yaml', 'id: b1', 'id: a1');
    const [first] = await checkCorpus(World.corpus(files));
    assert.equal(first?.message, 'The id “a1” is used twice in the corpus.');
    assert.deepEqual(
      first.related?.map(({ file }) => file),
      ['annotations/b.yaml'],
    );
  });

  it('reports files that are no text, and reads the others all the same', async () => {
    const world = new World(moonWorld());
    world.breakFile('seeds/a.txt');
    world.breakFile('annotations/b.yaml');
    const found = await checkCorpus(new Corpus(world));
    assert.deepEqual(
      found.map(({ code, file }: Diagnostic) => [code, file]),
      [
        ['source-unreadable', 'annotations/a.yaml'],
        ['file-unreadable', 'annotations/b.yaml'],
      ],
    );
  });

  it('reports a place that is ambiguous and takes none', async () => {
    const files = {
      'seeds/a.txt': lines('The Moon.', 'The Moon.'),
      'annotations/entities/place.yaml': 'moon: {type: place, name: Moon}\n',
      'annotations/a.yaml': lines(
        'source: seeds/a.txt',
        'mentions:',
        '  - {id: x, entity: moon, exact: Moon, prefix: "The ", suffix: .}',
      ),
    };
    assert.deepEqual(await findings(files), ['anchor-ambiguous: Moon']);
  });

  it('ends in a diagnostic for hostile YAML', async () => {
    const bombs = [
      'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n',
      '['.repeat(50_000),
      '- '.repeat(20_000),
      '{a: '.repeat(20_000),
      Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      'a: !!js/function "x"\n',
      'a: b\n---\nc: d\n',
      '\t- x\n',
      '\0',
    ];
    for (const bomb of bombs) {
      const files = { 'seeds/a.txt': 'Text.\n', 'annotations/bomb.yaml': bomb };
      const found = await checkCorpus(World.corpus(files));
      assert(found.length > 0, bomb.slice(0, 40));
    }
  });

  it('says nothing of a folder annotations/ that is somebody else’s', async () => {
    assert.deepEqual(await findings({ 'annotations/labels.yaml': 'car: [1, 2\n' }), []);
    assert.deepEqual(await findings({ 'annotations/labels.yaml': '- a\n- b\n' }), []);
  });

  it('reads fifty thousand keys without quadratic work', async () => {
    const entries = Array.from(
      { length: 50_000 },
      (_, at) => `e-${at}: {type: place, name: P${at}}\n`,
    );
    const found = await checkCorpus(
      World.corpus({ 'annotations/entities/p.yaml': entries.join('') }),
    );
    assert.deepEqual(found, []);
  }).timeout(60_000);
});
