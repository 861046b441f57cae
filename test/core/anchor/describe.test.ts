import assert from 'node:assert/strict';
import { describe as suite, it } from 'mocha';
import { describe, describeAll } from '../../../src/core/anchor';
import type { QuoteSelector } from '../../../src/core/model';

/** Describes the n-th place of some words, from 0. */
function describeWords(text: string, words: string, nth = 0): QuoteSelector {
  let start = text.indexOf(words);
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  return describe(text, { start, end: start + words.length });
}

suite('describe', () => {
  it('takes about 24 characters on each side, whole words', () => {
    const text =
      'Yesterday the agency said that a probe of the Chang’e-7 mission will look for water ice there.';
    assert.deepEqual(describeWords(text, 'Chang’e-7'), {
      exact: 'Chang’e-7',
      prefix: 'said that a probe of the ',
      suffix: ' mission will look for water',
    });
  });

  it('stays on its line', () => {
    const text = 'First line here.\nMoon is near.\nLast line here.';
    assert.deepEqual(describeWords(text, 'Moon'), {
      exact: 'Moon',
      prefix: '',
      suffix: ' is near.',
    });
  });

  it('keeps indentation, the line’s own spaces and punctuation', () => {
    assert.deepEqual(describeWords('one\n  (Moon) \ntwo', 'Moon'), {
      exact: 'Moon',
      prefix: '  (',
      suffix: ') ',
    });
  });

  it('grows on its line until it is unique', () => {
    const tail = ' and then some more words follow';
    const text = `Alpha beta gamma delta epsilon zeta Moon${tail}. Omega beta gamma delta epsilon zeta Moon${tail}.`;
    const { prefix, suffix } = describeWords(text, 'Moon', 1);
    assert.equal(prefix, 'Omega beta gamma delta epsilon zeta ');
    assert.ok(text.includes('Moon' + suffix));
    assert.equal(text.split(prefix + 'Moon' + suffix).length, 2);
  });

  it('grows past its line where the line repeats', () => {
    const text = 'Red\nMoon\nBlue\nMoon\nGreen';
    assert.deepEqual(describeWords(text, 'Moon', 1), {
      exact: 'Moon',
      prefix: 'Blue\n',
      suffix: '\nGreen',
    });
  });

  it('counts where 120 characters do not tell', () => {
    const line = 'The same line again and again.\n';
    const text = line.repeat(40);
    const selector = describeWords(text, 'line', 19);
    assert.equal(selector.occurrence, 16);
    assert.ok(selector.prefix.length <= 120 && selector.prefix.length > 100);
    assert.ok(selector.suffix.length <= 120 && selector.suffix.length > 100);
  });

  it('writes line ends as \\n', () => {
    const text = 'Red\r\nMoon\r\nBlue\r\nMoon\r\nGreen';
    assert.deepEqual(
      describeWords(text, 'Moon', 1),
      describeWords(text.replaceAll('\r', ''), 'Moon', 1),
    );
    assert.equal(describeWords(text, 'Red\r\nMoon').exact, 'Red\nMoon');
    assert.equal(describeWords('Red\rMoon', 'Red\rMoon').exact, 'Red\nMoon');
  });

  it('leaves a byte order mark out', () => {
    assert.equal(describeWords('\ufeffThe Moon', 'Moon').prefix, 'The ');
  });

  it('splits no surrogate pair and no combining sequence', () => {
    const pairs = '𝒜'.repeat(60) + 'Moon' + '😀'.repeat(60);
    const marks = 'e\u0301'.repeat(60) + 'Moon' + 'o\u0308\u0323'.repeat(60);
    for (const text of [pairs, marks]) {
      const { prefix, suffix } = describeWords(text, 'Moon');
      assert.match(prefix, /^(?:𝒜|e\u0301)+$/u);
      assert.match(suffix, /^(?:😀|o\u0308\u0323)+$/u);
      assert.ok(prefix.length >= 20 && suffix.length >= 20);
    }
  });

  it('cuts text without spaces', () => {
    const text = '国家航天局'.repeat(3) + '月球' + '探测工程中心主任说'.repeat(20);
    const { prefix, suffix } = describeWords(text, '月球');
    assert.equal(prefix, '国家航天局'.repeat(3));
    assert.ok(suffix.length >= 24 && suffix.length <= 60);
  });

  it('clamps spans, and takes empty texts', () => {
    assert.equal(describe('Moon', { start: -3, end: 99 }).exact, 'Moon');
    assert.equal(describe('', { start: 0, end: 0 }).exact, '');
  });

  it('describes many as it describes one', () => {
    const text = 'Red Moon, blue Moon\nand a Moon.';
    const spans = [4, 15, 26].map((start) => ({ start, end: start + 4 }));
    assert.deepEqual(
      describeAll(text, spans),
      spans.map((span) => describe(text, span)),
    );
  });

  it('does not hang on a megabyte that repeats itself', function () {
    this.timeout(5000);
    const letters = 'a'.repeat(1_000_000);
    const lines = 'The same line again and again.\n'.repeat(33_000);
    for (const text of [letters, lines]) {
      const spans = Array.from({ length: 500 }, (_, index) => ({
        start: index * 1000,
        end: index * 1000 + 1 + (index % 5),
      }));
      assert.equal(describeAll(text, spans).length, 500);
    }
  });
});
