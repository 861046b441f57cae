import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SourceText, type Span } from '../../../src/core';
import { excerptAround, sentenceAround } from '../../../src/core/features/excerpt';

/** The excerpt around some words of a text, marked ones in brackets. */
function excerpt(text: string, ...words: string[]): string {
  const spans: Span[] = words.map((one) => {
    const start = text.indexOf(one);
    return { start, end: start + one.length };
  });
  return excerptAround(new SourceText(text), spans)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('');
}

describe('excerptAround', () => {
  it('is the sentence, with the words marked', () => {
    const text = 'Before it. The probe Luna-26 flies first. After it.\nAnother paragraph.';
    assert.equal(excerpt(text, 'Luna-26'), 'The probe [Luna-26] flies first.');
  });

  it('marks each piece of discontinuous words', () => {
    const text = 'Director General of the space agency spoke.';
    assert.equal(
      excerpt(text, 'Director', 'space agency'),
      '[Director] General of the [space agency] spoke.',
    );
  });

  it('spans two sentences where the words do, and is one line', () => {
    assert.equal(
      excerpt('It was Luna.\nPart two is  here.', 'Luna.\nPart two'),
      'It was [Luna. Part two] is here.',
    );
  });

  it('cuts a long beginning at a word, so that the words are seen', () => {
    const text = `${'word '.repeat(30)}Luna-26 flies.`;
    assert.equal(excerpt(text, 'Luna-26'), `… ${'word '.repeat(3)}[Luna-26] flies.`);
  });

  it('cuts an endless sentence', () => {
    const pieces = excerpt(`Luna-26 ${'flies on and on '.repeat(100)}`, 'Luna-26');
    assert(pieces.startsWith('[Luna-26] flies') && pieces.endsWith(' …'), pieces);
    assert.equal(pieces.length, 400 + '[] …'.length);
  });

  it('has the whole sentence where it is asked for', () => {
    const text = `${'word '.repeat(30)}Luna-26 flies.`;
    const start = text.indexOf('Luna');
    assert.equal(sentenceAround(new SourceText(text), [{ start, end: start + 4 }]), text);
  });

  it('cuts a sentence that has no end, on both sides', () => {
    const text = `${'word '.repeat(500)}Luna-26${' word'.repeat(500)}`;
    const start = text.indexOf('Luna');
    const sentence = sentenceAround(new SourceText(text), [{ start, end: start + 7 }]);
    assert(sentence.startsWith('… word') && sentence.endsWith(' …'), sentence);
    assert(sentence.includes('word Luna-26 word'));
    assert(sentence.length <= 400 + '…  …'.length, String(sentence.length));
  });

  it('costs what it shows, however long the line', () => {
    const text = 'Some words. '.repeat(200_000);
    const source = new SourceText(text);
    const start = text.length - 6;
    const begun = performance.now();
    for (let at = 0; at < 200; at++) excerptAround(source, [{ start, end: start + 5 }]);
    assert(performance.now() - begun < 1000);
  });

  it('is nothing for no words', () => {
    assert.equal(excerpt('Some text.'), '');
  });
});
