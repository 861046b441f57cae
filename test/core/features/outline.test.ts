import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SourceText, sectionsOf } from '../../../src/core';
import { sentenceAt } from '../../../src/core/features/selection';
import { lines } from '../world';

function headings(...text: string[]): string[] {
  const source = new SourceText(lines(...text));
  return sectionsOf(source).flatMap(({ heading }) => (heading ? [source.slice(heading)] : []));
}

describe('sectionsOf', () => {
  it('takes short paragraphs that do not end like a sentence for headings', () => {
    assert.deepEqual(
      headings('A title', '', 'A sentence.', '', 'Another title', '', 'More text here.'),
      ['A title', 'Another title'],
    );
  });

  it('takes no sentence, list item, credit or line within a paragraph for one', () => {
    assert.deepEqual(
      headings(
        'It is so.',
        '',
        '  • An item',
        '',
        'Credit: CNSA',
        '',
        'First line',
        'second line',
        '',
        'lower case',
        '',
        'x'.repeat(90),
      ),
      [],
    );
  });

  it('covers the whole text, without gaps', () => {
    const source = new SourceText(lines('Before.', '', 'One', '', 'Text.', '', 'Two', '', 'End.'));
    const spans = sectionsOf(source).map(({ span }) => [span.start, span.end]);
    assert.deepEqual(spans, [
      [0, 9],
      [9, 21],
      [21, source.text.length],
    ]);
  });
});

describe('sentenceAt', () => {
  const text = 'They met at 3 p.m. on Friday. “Is it so?” He said no… Dr. Wu left';
  const cases: [at: string, sentence: string][] = [
    ['met', 'They met at 3 p.m. on Friday.'],
    ['Is it', '“Is it so?”'],
    ['said', 'He said no…'],
    ['left', 'Wu left'],
  ];
  for (const [at, sentence] of cases) {
    it(`finds “${sentence}” around “${at}”`, () => {
      const span = sentenceAt(text, { start: 0, end: text.length }, text.indexOf(at));
      assert.equal(text.slice(span.start, span.end), sentence);
    });
  }
});
