import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import {
  type SpanSide,
  extended,
  shrunk,
  wordPattern,
} from '../../../src/core/annotate/wordBorders';

function spanOf(text: string, words: string) {
  const start = text.indexOf(words);
  assert(start >= 0, words);
  return { start, end: start + words.length };
}

describe('word borders', () => {
  const text = 'The head of CNSA’s Chang’e-7 (CE-7) team,\nMr. Zhang.\n\nNext day.\n';

  it('are those of the editor', () => {
    const { wordPattern: own } = JSON.parse(
      readFileSync('language-configuration.json', 'utf8'),
    ) as { wordPattern: { pattern: string; flags: string } };
    assert.equal(wordPattern.source, own.pattern);
    assert.equal(wordPattern.flags, `g${own.flags}`);
  });

  const growing: [words: string, side: SpanSide, wider: string | undefined][] = [
    ['CNSA', 'start', 'of CNSA'],
    ['CNSA', 'end', 'CNSA’s'],
    ['CNSA’s', 'end', 'CNSA’s Chang’e-7'],
    ['ang’e', 'start', 'Chang’e'],
    ['ang’e', 'end', 'ang’e-7'],
    ['Chang’e-7', 'end', 'Chang’e-7 (CE-7'],
    ['team', 'end', 'team,\nMr'],
    ['Zhang', 'end', undefined],
    ['Next', 'start', undefined],
    ['The', 'start', undefined],
  ];
  for (const [words, side, wider] of growing) {
    it(`widen “${words}” at its ${side}`, () => {
      const span = extended(text, spanOf(text, words), side);
      assert.equal(span && text.slice(span.start, span.end), wider);
    });
  }

  const shrinking: [words: string, side: SpanSide, narrower: string | undefined][] = [
    ['head of CNSA', 'start', 'of CNSA'],
    ['head of CNSA', 'end', 'head of'],
    ['Chang’e-7 (CE-7)', 'end', 'Chang’e-7'],
    ['Chang’e-7', 'start', 'e-7'],
    ['Chang’e-7', 'end', 'Chang’e'],
    ['head', 'end', undefined],
  ];
  for (const [words, side, narrower] of shrinking) {
    it(`narrow “${words}” at its ${side}`, () => {
      const span = shrunk(text, spanOf(text, words), side);
      assert.equal(span && text.slice(span.start, span.end), narrower);
    });
  }
});
