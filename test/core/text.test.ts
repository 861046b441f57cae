import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { SourceText, applyEdits, editBetween } from '../../src/core';
import { CodePointCounter } from '../../src/core/text';

describe('SourceText', () => {
  it('counts lines as editors do: LF, CRLF and a lone CR end one', () => {
    const text = new SourceText('a\nb\r\nc\rd');
    assert.equal(text.lineCount, 4);
    assert.deepEqual(text.positionAt(5), { line: 2, character: 0 });
    assert.deepEqual(text.positionAt(7), { line: 3, character: 0 });
    assert.equal(text.slice(text.lineAt(1)), 'b');
    assert.equal(text.slice(text.lineAt(3)), 'd');
  });

  it('clamps what lies outside', () => {
    const text = new SourceText('ab\nc');
    assert.deepEqual(text.positionAt(99), { line: 1, character: 1 });
    assert.deepEqual(text.positionAt(-1), { line: 0, character: 0 });
    assert.equal(text.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(text.offsetAt({ line: 9, character: 0 }), 3);
  });

  it('finds its way back from every position', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀', ' ') }), (text) => {
        const source = new SourceText(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = source.positionAt(offset);
          const isWithinLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
          if (!isWithinLineEnd) assert.equal(source.offsetAt(position), offset);
        }
      }),
    );
  });
});

describe('CodePointCounter', () => {
  it('counts an astral character once, in any order of questions', () => {
    const counter = new CodePointCounter('a😀b');
    assert.deepEqual(
      [0, 1, 3, 4, 1].map((offset) => counter.at(offset)),
      [0, 1, 2, 3, 1],
    );
  });

  it('clamps to the text, and counts a character from its first half on', () => {
    const counter = new CodePointCounter('a😀b');
    assert.deepEqual(
      [-1, 2, 99].map((offset) => counter.at(offset)),
      [0, 2, 3],
    );
  });

  it('agrees with the characters of a long text, whatever stands at its checkpoints', () => {
    const unit = fc.constantFrom('a', '😀', '\ud83d', '\ude00');
    const piece = fc.string({ unit, minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(piece, fc.array(fc.nat(4000), { maxLength: 20 }), (repeated, offsets) => {
        const text = repeated.repeat(4000 / repeated.length);
        const counter = new CodePointCounter(text);
        const starts: number[] = [];
        let start = 0;
        for (const character of text) {
          starts.push(start);
          start += character.length;
        }
        for (const offset of offsets) {
          assert.equal(counter.at(offset), starts.filter((one) => one < offset).length);
        }
      }),
    );
  });
});

describe('editBetween', () => {
  it('turns one text into the other, in whole lines', () => {
    const line = fc.constantFrom('a', 'b', 'same', '');
    const text = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, eol, ended]) => lines.join(eol) + (ended ? eol : ''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = editBetween(before, after);
        assert.equal(edit === undefined, before === after);
        if (!edit) return;
        assert.equal(applyEdits(before, [edit]), after);
        assert(edit.start === 0 || before[edit.start - 1] === '\n');
      }),
    );
  });

  it('touches nothing but the added lines', () => {
    assert.deepEqual(editBetween('a\nb\nc\n', 'a\nb\nx\nc\n'), {
      start: 4,
      end: 4,
      newText: 'x\n',
    });
  });
});
