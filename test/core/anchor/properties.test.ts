import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe as suite, it } from 'mocha';
import { describeAll, fold, resolve } from '../../../src/core/anchor';
import type { QuoteSelector, Span } from '../../../src/core/model';

// prettier-ignore
const PIECES = [
  'Moon', 'moon', 'The', 'a', 'x', '7', '8', ' ', '  ', '.', '. ', ', ', '-', '–', '’', '“', '…',
  '\n', '\r\n', '\r', '\n\n', '\t', '\u00a0', '\u00ad', '\u200b', '\u200d', '\ufeff',
  'e\u0301', '\u0301', '😀', '👩‍🚀', '𝒜', '月球', '。', 'Same line.\n', 'Same line.\r\n',
];

const texts = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

/** A text and spans of it that cut no character apart, in order of position. */
const annotated = texts
  .chain((text) => fc.record({ text: fc.constant(text), cuts: fc.array(fc.nat(text.length)) }))
  .map(({ text, cuts }) => ({ text, spans: spansOf(text, cuts) }));

function spansOf(text: string, cuts: readonly number[]): readonly Span[] {
  const whole = cuts.map((cut) => {
    const splitsPair = /[\udc00-\udfff]/.test(text.charAt(cut));
    const splitsLineEnd = text.charAt(cut) === '\n' && text.charAt(cut - 1) === '\r';
    return splitsPair || splitsLineEnd ? cut - 1 : cut;
  });
  return whole
    .slice(1)
    .map((cut, index) => [cut, whole[index] ?? 0] as const)
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

const selectors = fc.array(
  fc.record(
    { exact: texts, prefix: texts, suffix: texts, occurrence: fc.integer({ min: 1, max: 4 }) },
    { requiredKeys: ['exact', 'prefix', 'suffix'] },
  ),
  { maxLength: 12 },
) as fc.Arbitrary<QuoteSelector[]>;

function assertValid(text: string, given: readonly QuoteSelector[]): void {
  const resolutions = resolve(text, given);
  assert.equal(resolutions.length, given.length);
  for (const resolution of resolutions) {
    const spans =
      resolution.status === 'lost'
        ? []
        : resolution.status === 'ambiguous'
          ? resolution.candidates
          : [resolution.span];
    if (resolution.status === 'ambiguous') assert.ok(spans.length > 0);
    for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= text.length);
  }
}

suite('anchoring, of any text', function () {
  this.timeout(60_000);

  it('finds what it described', () => {
    fc.assert(
      fc.property(annotated, ({ text, spans }) => {
        const resolutions = resolve(text, describeAll(text, spans), { unchanged: true });
        assert.deepEqual(
          resolutions,
          spans.map((span) => ({ status: 'found', span, exact: true })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('finds it without knowing that the text is the same, where nothing has to be counted', () => {
    fc.assert(
      fc.property(annotated, ({ text, spans }) => {
        const selectors = describeAll(text, spans);
        resolve(text, selectors).forEach((resolution, index) => {
          const isCounted = selectors[index]?.occurrence !== undefined;
          if (isCounted && resolution.status === 'ambiguous') return;
          assert.deepEqual(resolution, { status: 'found', span: spans[index], exact: true });
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('describes verbatim, uniquely and without splitting characters', () => {
    fc.assert(
      fc.property(annotated, ({ text, spans }) => {
        const lf = text.replace(/\r\n?/g, '\n');
        describeAll(text, spans).forEach(({ exact, prefix, suffix, occurrence }, index) => {
          const span = spans[index]!;
          assert.equal(exact, text.slice(span.start, span.end).replace(/\r\n?/g, '\n'));
          const places = placesOf(lf, prefix + exact + suffix);
          assert.ok(occurrence === undefined ? places === 1 : occurrence <= places);
          assert.ok(prefix.length <= 120 && suffix.length <= 120);
          if (prefix !== '') assert.doesNotMatch(prefix, /^[\udc00-\udfff]/);
          if (suffix !== '') assert.doesNotMatch(suffix, /[\ud800-\udbff]$/);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('gives line ends of either kind the same selectors', () => {
    fc.assert(
      fc.property(annotated, ({ text, spans }) => {
        const lf = text.replace(/\r\n?/g, '\n');
        const toLf = (offset: number) => text.slice(0, offset).replace(/\r\n?/g, '\n').length;
        const moved = spans.map(({ start, end }) => ({ start: toLf(start), end: toLf(end) }));
        assert.deepEqual(describeAll(text, spans), describeAll(lf, moved));
      }),
    );
  });

  it('never throws, and answers each selector with valid spans', () => {
    fc.assert(
      fc.property(texts, selectors, (text, given) => {
        assertValid(text, given);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers the selectors of one text validly in another', () => {
    fc.assert(
      fc.property(annotated, texts, ({ text, spans }, other) => {
        assertValid(other, describeAll(text, spans));
        assertValid(text.slice(0, text.length / 2) + other, describeAll(text, spans));
      }),
      { numRuns: 500 },
    );
  });

  it('folds once and for all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: folded, at } = fold(text);
        assert.equal(fold(folded).text, folded);
        assert.equal(at.length, folded.length + 1);
        assert.equal(at.at(-1), text.length);
        assert.deepEqual(
          [...at],
          [...at].sort((a, b) => a - b),
        );
      }),
    );
  });
});

function placesOf(text: string, block: string): number {
  let count = 0;
  for (let at = text.indexOf(block); at >= 0; at = text.indexOf(block, at + 1)) count++;
  return count;
}
