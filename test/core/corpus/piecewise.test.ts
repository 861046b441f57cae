import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type ParsedFile, parseFile } from '../../../src/core/corpus/parsedFile';
import type { Place } from '../../../src/core/model';
import { lines } from '../world';

const annotations = lines(
  'source: seeds/a.txt',
  '# Checked by hand.',
  'mentions:',
  '  - id: a1',
  '    entity: chang-e-7',
  '    role: definition',
  '    exact: Chang’e-7',
  '    prefix: "China plans \\"to launch the "',
  '    note:',
  '',
  '  # Two pieces.',
  '  - id: a2',
  '    entity: cnsa',
  '    segments:',
  '      - exact: the space',
  '      - exact: agency',
  "        suffix: ' it''s'",
  '    attributes:',
  '      certain: [yes, no]',
  '  - id: a3',
  '    entity: mou-2021',
  '    exact: a memorandum',
  '  - {id: a4, entity: cnsa, exact: CNSA}',
  'claims:',
  '  - id: c1',
  '    subject: mou-2021',
  '    property: signed-on',
  '    value: "2021-03-09"',
  '    exact: signed',
  '    note: |',
  '      On two',
  '      lines.',
  '  - id: c2',
  '    subject: mou-2021',
  '    property: signed-on',
  '    value: 2021',
  '    exact: # nothing',
  'rejected:',
  '  - entity: cnsa',
  '    exact: agency',
);
const files: readonly (readonly [path: string, text: string])[] = [
  ['annotations/a.yaml', annotations],
  ['annotations/a.yaml', annotations.replace(/^ {2}/gm, '')],
  ['annotations/a.yaml', annotations.replace(/^.*['"|].*\n/gm, '').trimEnd()],
  [
    'annotations/entities/x.yaml',
    lines(
      '# Missions.',
      'luna-27:',
      '  type: mission',
      '  name: Luna 27',
      '  aliases:',
      '    - Luna-27',
      '    - "Luna 27"',
      'm:',
      '  type: mission',
      'luna-28:',
      '',
      "chang-e-7: {type: mission, name: 'Chang’e'}",
      'luna-26:',
      '  type: mission',
      '  name: >-',
      '    Luna',
      '    26',
      '  same-as: [a, b]',
    ),
  ],
  [
    'annotations/tensions.yaml',
    lines(
      'launch:',
      '  statement: They differ.',
      '  entities: [luna-27, cnsa]',
      '  quotes:',
      '    - source: seeds/a.txt',
      '      exact: in 2021',
      '    - source: seeds/b.txt',
      '      exact: "in 2022"',
      'landing:',
      '  statement: They differ too.',
      '  quotes: []',
    ),
  ],
];

/** What is typed: letters by far the most, and all that has a meaning in YAML. */
const typed = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', ' ', '  ', '\n', '\n    ', '\n  ', ': ', ':') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['- ', '-', '\n  - ', '"', "'", '"a"', '#', ' # b', '[', ']', '{', '}', ',', '|', '|\n'],
      ...['>', '&a ', '*a', '!t ', '%', '@', '`', '? ', '\\', '\\"', "''", '\t', '---', '\n---\n'],
      ...['...', 'id: b\n', 'a:\n', '\nab', '\nab:\n  type: b\n', '\n  - id: b\n', '\r', '\ufeff'],
    ),
  },
);

interface Step {
  readonly at: number;
  readonly gone: number;
  readonly text: string;
  /** Typed at the place where the last step ended, as people do. */
  readonly goesOn: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(),
  gone: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(2) },
    { weight: 1, arbitrary: fc.nat(60) },
  ),
  text: typed,
  goesOn: fc.boolean(),
});

/** Data alone, with the places that are reckoned. */
function plain(value: unknown): unknown {
  if (value instanceof Map) {
    return [...(value as ReadonlyMap<string, unknown>)].map(([key, one]) => [key, plain(one)]);
  }
  if (Array.isArray(value)) return (value as readonly unknown[]).map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('values' in value && 'span' in value) {
    const { file, span, key, values, items } = value as Place;
    return { file, span, key, values: plain(values), items: plain(items) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function contentsOf(file: ParsedFile): unknown {
  return plain({ ...file, text: file.text.text });
}

/** Records that were not read again. */
function keptFrom(before: ParsedFile, after: ParsedFile): number {
  const wordsOf = ({ annotations: all, entities, tensions }: ParsedFile) => [
    ...[...(all?.mentions ?? []), ...(all?.claims ?? [])].map(({ selectors }) => selectors),
    ...(entities ?? []).map(({ aliases }) => aliases),
    ...(tensions ?? []).map(({ entities: ids }) => ids),
  ];
  const known = new Set<unknown>(wordsOf(before));
  return wordsOf(after).filter((one) => known.has(one)).length;
}

describe('A file that is read again', () => {
  it('says what the whole file says, whatever was typed', async () => {
    let steps = 0;
    let kept = 0;
    const sequence = fc.array(step, { minLength: 1, maxLength: 12 });
    const property = fc.asyncProperty(fc.constantFrom(...files), sequence, async (file, all) => {
      const [path, first] = file;
      let text = first;
      let place = 0;
      let read = await parseFile(path, text);
      for (const { at, gone, text: words, goesOn } of all) {
        const start = goesOn ? Math.min(place, text.length) : at % (text.length + 1);
        text = text.slice(0, start) + words + text.slice(start + gone);
        place = start + words.length;
        const before = read;
        read = await parseFile(path, text, before);
        assert.deepEqual(contentsOf(read), contentsOf(await parseFile(path, text)), text);
        steps++;
        if (keptFrom(before, read) > 0) kept++;
      }
    });
    await fc.assert(property, { numRuns: 200 });
    assert(kept > steps / 8, `of ${steps} steps only ${kept} kept anything`);
  });
});
