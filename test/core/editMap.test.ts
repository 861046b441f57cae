import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyEdits, type TextEdit } from '../../src/core';
import { EditMap } from '../../src/core/editMap';

/** A text and several steps of edits, each step in offsets of the text that the one before left. */
const history = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.array(
      fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 3 }),
      { maxLength: 8 },
    ),
  )
  .map(([text, steps]) => {
    let now = text;
    const edits = steps.map((step) => {
      const made: TextEdit[] = [];
      for (const [at, length, newText] of step) {
        const start = at % (now.length + 1);
        const end = Math.min(now.length, start + length);
        if (made.every((one) => one.end < start || one.start > end)) {
          made.push({ start, end, newText });
        }
      }
      now = applyEdits(now, made);
      return made;
    });
    return { text, edits, now };
  });

function mapOf(edits: readonly (readonly TextEdit[])[]): EditMap {
  return edits.reduce((map, step) => map.then(step), EditMap.none);
}

describe('EditMap', () => {
  it('makes one list of edits of many, whatever their order', () => {
    fc.assert(
      fc.property(history, ({ text, edits, now }) => {
        assert.equal(applyEdits(text, mapOf(edits).edits), now);
      }),
    );
  });

  it('leads from words that no edit touched to the same words', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(6), ({ text, edits, now }, at, length) => {
        const start = at % text.length;
        const span = { start, end: Math.min(text.length, start + length + 1) };
        const map = mapOf(edits);
        fc.pre(!map.touches(span));
        const after = map.spanAfter(span);
        assert.equal(now.slice(after.start, after.end), text.slice(span.start, span.end));
        const before = map.spanBefore(after);
        assert(before.start <= span.start && before.end >= span.end);
      }),
    );
  });

  it('tells the words of a stretch without the rest of the text', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(6), ({ text, edits, now }, at, length) => {
        const start = at % text.length;
        const span = { start, end: Math.min(text.length, start + length + 1) };
        const map = mapOf(edits);
        const after = map.spanAfter(span);
        const words = applyEdits(text.slice(span.start, span.end), map.editsWithin(span));
        assert.equal(words, now.slice(after.start, after.end));
      }),
    );
  });

  it('takes up replacements all over a text that was edited before', () => {
    const count = 50_000;
    const all = Array.from({ length: count }, (_, at) => ({
      start: 10 + at * 5,
      end: 12 + at * 5,
    }));
    const map = mapOf([
      [{ start: 0, end: 0, newText: 'x' }],
      all.map((one) => ({ ...one, newText: 'abc' })),
    ]);
    assert.equal(map.edits.length, count + 1);
    assert.deepEqual(map.spanAfter({ start: 5 * count + 4, end: 5 * count + 6 }), {
      start: 6 * count + 4,
      end: 6 * count + 7,
    });
  });

  it('takes a run of typing as one edit', () => {
    const map = mapOf([
      [{ start: 5, end: 5, newText: 'a' }],
      [{ start: 6, end: 6, newText: 'b' }],
      [{ start: 7, end: 7, newText: 'c' }],
      [{ start: 7, end: 8, newText: '' }],
    ]);
    assert.deepEqual(
      map.edits.map(({ start, end, newText }) => [start, end, newText]),
      [[5, 5, 'ab']],
    );
  });

  it('forgets what was typed and taken back', () => {
    const map = mapOf([[{ start: 5, end: 5, newText: 'a' }], [{ start: 5, end: 6, newText: '' }]]);
    assert.deepEqual(map.edits, []);
  });

  it('keeps the borders of a stretch when what stands beside it is edited on', () => {
    const words = 'Foo';
    const after = (...steps: TextEdit[]) => {
      const map = mapOf(steps.map((one) => [one]));
      const { start, end } = map.spanAfter({ start: 0, end: 3 });
      return applyEdits(words, map.edits).slice(start, end);
    };
    const behind = { start: 3, end: 3, newText: 'xyz' };
    const before = { start: 0, end: 0, newText: 'The ' };
    assert.equal(after(behind, { start: 2, end: 3, newText: '' }), 'Fo');
    assert.equal(after(before, { start: 4, end: 5, newText: '' }), 'oo');
    const retyped = { start: 2, end: 2, newText: 'p' };
    assert.equal(after(behind, { start: 2, end: 3, newText: '' }, retyped), 'Fop');
  });

  it('leaves out what is typed against a stretch, and takes in what replaces its ends', () => {
    const span = { start: 10, end: 15 };
    const after = (...edits: TextEdit[]) => {
      const { start, end } = EditMap.none.then(edits).spanAfter(span);
      return [start, end];
    };
    assert.deepEqual(after({ start: 10, end: 10, newText: 'x' }), [11, 16]);
    assert.deepEqual(after({ start: 15, end: 15, newText: 'x' }), [10, 15]);
    assert.deepEqual(after({ start: 12, end: 12, newText: 'x' }), [10, 16]);
    assert.deepEqual(after({ start: 10, end: 12, newText: 'xyz' }), [10, 16]);
    assert.deepEqual(after({ start: 13, end: 15, newText: 'xyz' }), [10, 16]);
    assert.deepEqual(after({ start: 8, end: 12, newText: 'xyz' }), [11, 14]);
    assert.deepEqual(after({ start: 13, end: 18, newText: 'xyz' }), [10, 13]);
    assert.deepEqual(after({ start: 8, end: 18, newText: 'xyz' }), [11, 11]);
  });
});
