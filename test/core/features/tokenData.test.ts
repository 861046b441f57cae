import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Corpus, ResolvedSource, type TextEdit, TokenData, applyEdits } from '../../../src/core';
import { entityTokens, linesOf } from '../../../src/core/features/tokens';
import { World, lines } from '../world';

const words = ['Roscosmos', 'Roscosmos head Rogozin', 'Rogozin', 'CNSA', 'the\nstation', 'Luna 27'];
const text = 'Then Roscosmos head Rogozin met\nCNSA at the\nstation, said\n\nLuna 27. The end.\n';
const types = ['organization', 'person', 'mission'];
const typeOf = (type: string) => types.indexOf(type) + 1;

function world(): World {
  return new World({
    'seeds/a.txt': text,
    'annotations/entities/all.yaml': lines(
      'e0: {type: organization, name: A}',
      'e1: {type: person, name: B}',
      'e2: {type: mission, name: C}',
    ),
    'annotations/a.yaml': lines(
      'source: seeds/a.txt',
      'mentions:',
      ...words.map((exact, at) => {
        const extra = at % 2 === 0 ? ', role: definition' : '';
        return `  - {id: m${at}, entity: e${at % 3}, exact: ${JSON.stringify(exact)}${extra}}`;
      }),
    ),
  });
}

async function dataOf(corpus: Corpus): Promise<TokenData> {
  const [resolved, registry] = await Promise.all([corpus.source('seeds/a.txt'), corpus.registry()]);
  assert(resolved);
  return new TokenData(resolved, registry, typeOf);
}

/** What the editor does with the edits of a provider. */
function patched(data: readonly number[], before: TokenData, after: TokenData): number[] {
  const edits = after.editsSince(before);
  if (!edits) return after.all();
  const result = [...data];
  for (const { start, deleteCount, data: numbers } of [...edits].reverse()) {
    result.splice(start, deleteCount, ...numbers);
  }
  return result;
}

/** The words under each token, as an editor that holds the text sees them. */
function readTokens(data: readonly number[], now: string): string[] {
  const rows = now.split('\n');
  const read: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines > 0 ? columns : character + columns;
    line += lines;
    read.push(`${rows[line]?.slice(character, character + length) ?? '?'}/${type}/${bits}`);
  }
  return read;
}

/** Line, column and length of each token, by counting. */
function placesOf(data: readonly number[]): number[][] {
  const places: number[][] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0] = data.slice(at, at + 3);
    character = lines > 0 ? columns : character + columns;
    line += lines;
    places.push([line, character, length]);
  }
  return places;
}

/** The same by looking at the edited text, for each token of the text before. */
async function placesByText(corpus: Corpus, now: string): Promise<number[][]> {
  const resolved = await corpus.source('seeds/a.txt');
  assert(resolved);
  assert.equal(resolved.source.text, now);
  const registry = await corpus.registry();
  const before = new ResolvedSource(resolved.path, resolved.anchoring);
  return entityTokens(before, registry).flatMap((token) =>
    linesOf(resolved.source, resolved.edits.spanAfter(token)).map(
      ({ line, character, start, end }) => [line, character, end - start],
    ),
  );
}

const steps = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', 'x', '\n', 'ab')), {
  maxLength: 10,
});

describe('TokenData', () => {
  it('is what VS Code takes: relative lines and columns, length, type, modifiers', async () => {
    const data = (await dataOf(new Corpus(world()))).all();
    assert.deepEqual(data.slice(0, 15), [0, 5, 9, 1, 1, 0, 9, 6, 2, 0, 0, 6, 7, 3, 1]);
    assert.deepEqual(readTokens(data, text), [
      'Roscosmos/1/1',
      ' head /2/0',
      'Rogozin/3/1',
      'CNSA/1/0',
      'the/2/1',
      'station/2/1',
      'Luna 27/3/0',
    ]);
  });

  it('gives after edits what it would give for the whole, as changes of what was there', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (edits) => {
        const files = world();
        const corpus = new Corpus(files);
        let now = text;
        let known = await dataOf(corpus);
        let data = known.all();
        for (const [at, length, newText] of edits) {
          const start = at % (now.length + 1);
          const edit: TextEdit = { start, end: Math.min(now.length, start + length), newText };
          now = applyEdits(now, [edit]);
          files.write('seeds/a.txt', now);
          corpus.edited('seeds/a.txt', [edit]);
          const next = await dataOf(corpus);
          data = patched(data, known, next);
          assert.deepEqual(data, next.all());
          assert.deepEqual(placesOf(data), await placesByText(corpus, now));
          known = next;
        }
      }),
    );
  });

  it('keeps to the words while the text is typed in', async () => {
    const files = world();
    const corpus = new Corpus(files);
    const before = await dataOf(corpus);
    const edits = [
      { start: 0, end: 0, newText: 'And\nthen, ' },
      { start: 15, end: 15, newText: '-' },
      { start: 32, end: 32, newText: 'the ' },
    ];
    const now = applyEdits(text, edits);
    assert(corpus.edited('seeds/a.txt', edits));
    const after = await dataOf(corpus);
    const data = patched(before.all(), before, after);
    assert.deepEqual(readTokens(data, now), [
      'Roscosmos/1/1',
      ' -head /2/0',
      'Rogozin/3/1',
      'CNSA/1/0',
      'the/2/1',
      'station/2/1',
      'Luna 27/3/0',
    ]);
  });

  it('touches no more than what stands beside the edit', async () => {
    const files = world();
    const corpus = new Corpus(files);
    const before = await dataOf(corpus);
    corpus.edited('seeds/a.txt', [{ start: 59, end: 59, newText: 'x' }]);
    const after = await dataOf(corpus);
    assert.deepEqual(after.editsSince(before), [
      { start: 30, deleteCount: 5, data: [2, 1, 7, 3, 0] },
    ]);
  });
});
