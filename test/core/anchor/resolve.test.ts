import assert from 'node:assert/strict';
import { describe as suite, it } from 'mocha';
import { describeAll, resolve } from '../../../src/core/anchor';
import type { Resolution } from '../../../src/core/anchor';
import type { QuoteSelector, Span } from '../../../src/core/model';

const NEWS = [
  'Russia and China signed an agreement on the lunar station in Moscow on Tuesday.',
  'The agreement was prepared by Roscosmos, which leads the Russian side of the work.',
  'Chang’e-7 and Chang’e-8 will carry instruments of six countries to the south pole.',
  'Experts expect the power station there to be ready by 2035, officials told reporters.',
].join('\n');

const WORDS = ['Russia', 'China', 'Moscow', 'Roscosmos', 'Chang’e-7', 'Chang’e-8', '2035'];

/** The first place of each of some words, in order. */
function spansOf(text: string, words: readonly string[]): readonly Span[] {
  return words.map((word) => ({
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
  }));
}

/** Each resolution as a line: status, words, and a tilde where they differ from the quote. */
function told(text: string, resolutions: readonly Resolution[]): readonly string[] {
  return resolutions.map((resolution) => {
    if (resolution.status === 'lost') return 'lost';
    if (resolution.status === 'ambiguous') {
      return `ambiguous ${resolution.candidates.map(({ start }) => start).join(' ')}`;
    }
    const { start, end } = resolution.span;
    return `${resolution.status} ${text.slice(start, end)}${resolution.exact ? '' : ' ~'}`;
  });
}

function toldAfter(edit: (text: string) => string, words = WORDS): readonly string[] {
  const text = edit(NEWS);
  return told(text, resolve(text, describeAll(NEWS, spansOf(NEWS, words))));
}

const FOUND = WORDS.map((word) => `found ${word}`);

function quote(exact: string, prefix = '', suffix = '', occurrence?: number): QuoteSelector {
  return { exact, prefix, suffix, ...(occurrence !== undefined && { occurrence }) };
}

suite('resolve', () => {
  it('finds everything in the text as it was', () => {
    const spans = spansOf(NEWS, WORDS);
    assert.deepEqual(
      resolve(NEWS, describeAll(NEWS, spans)),
      spans.map((span) => ({ status: 'found', span, exact: true })),
    );
  });

  it('compares line ends equal, and gives offsets of the text as it is', () => {
    assert.deepEqual(
      toldAfter((text) => text.replaceAll('\n', '\r\n')),
      FOUND,
    );
    assert.deepEqual(
      toldAfter((text) => '\ufeff' + text.replaceAll('\n', '\r\n') + '\r\n'),
      FOUND,
    );
    assert.deepEqual(
      toldAfter((text) => text.replaceAll('\n', '\r')),
      FOUND,
    );
  });

  it('takes typographic edits and wrapping for nothing', () => {
    const edited = toldAfter((text) => text.replaceAll('’', "'").replaceAll(' the ', '\nthe '));
    assert.deepEqual(
      edited,
      FOUND.map((line) => (line.includes('’') ? `${line.replace('’', "'")} ~` : line)),
    );
  });

  it('says so where the words differ', () => {
    const edited = toldAfter((text) => text.replace('Roscosmos', 'Roskosmos'));
    assert.deepEqual(edited, FOUND.with(3, 'found Roskosmos ~'));
  });

  it('loses what was deleted, though its namesake lives', () => {
    const text = `${NEWS}\nElsewhere, Moscow was mentioned again by people who had nothing to do with it.`;
    const selectors = describeAll(text, spansOf(text, WORDS));
    const edited = text.replace(/^.*\n/, '');
    assert.deepEqual(told(edited, resolve(edited, selectors)), [
      'lost',
      'lost',
      'lost',
      ...FOUND.slice(3),
    ]);
  });

  it('never places an entity that was replaced', () => {
    const edited = toldAfter((text) => text.replace('China', 'India').replace('2035', '2036'));
    assert.deepEqual(edited, FOUND.with(1, 'lost').with(6, 'lost'));
  });

  it('calls a passage moved that left its order', () => {
    const edited = toldAfter((text) => {
      const [first = '', ...rest] = text.split('\n');
      return [...rest, first].join('\n');
    });
    assert.deepEqual(edited, ['moved Russia', 'moved China', 'moved Moscow', ...FOUND.slice(3)]);
  });

  it('does not call the later segment of a discontinuous mention moved', () => {
    // Stored order is by the first segment: Chang’e-7 … instruments, then Chang’e-8 between them.
    const edited = toldAfter((text) => text, ['Chang’e-7', 'instruments', 'Chang’e-8', '2035']);
    assert.deepEqual(edited, [
      'found Chang’e-7',
      'found instruments',
      'found Chang’e-8',
      'found 2035',
    ]);
  });

  it('calls nothing moved in a text known to be the same', () => {
    const selectors = describeAll(NEWS, spansOf(NEWS, WORDS)).toReversed();
    const statuses = resolve(NEWS, selectors, { unchanged: true }).map(({ status }) => status);
    assert.deepEqual(new Set(statuses), new Set(['found']));
  });

  it('names the candidates where a paragraph was doubled', () => {
    const line = NEWS.split('\n')[1] ?? '';
    const text = NEWS.replace(line, `${line}\n${line}`);
    const places = [text.indexOf('Roscosmos'), text.lastIndexOf('Roscosmos')];
    assert.deepEqual(
      toldAfter(() => text),
      FOUND.with(3, `ambiguous ${places.join(' ')}`),
    );
  });

  it('honours the occurrence in the text that it was counted in', () => {
    const text = 'Moon\n'.repeat(5);
    const selectors = [1, 3, 5, 6].map((occurrence) => quote('Moon', '', '', occurrence));
    assert.deepEqual(
      resolve(text, selectors, { unchanged: true }).map((resolution) =>
        resolution.status === 'found' ? resolution.span.start : resolution.status,
      ),
      [0, 10, 20, 'ambiguous'],
    );
    assert.deepEqual(
      told(text, resolve(text, selectors)),
      selectors.map(() => 'ambiguous 0 5 10 15 20'),
    );
  });

  it('offers a quote without any context, but does not trust it', () => {
    const selector = quote('Roscosmos');
    const span = spansOf(NEWS, ['Roscosmos'])[0];
    assert.deepEqual(resolve(NEWS, [selector]), [{ status: 'ambiguous', candidates: [span] }]);
    assert.deepEqual(resolve(NEWS, [selector], { unchanged: true }), [
      { status: 'found', span, exact: true },
    ]);
  });

  it('answers equal selectors equally', () => {
    const selectors = describeAll(NEWS, spansOf(NEWS, WORDS));
    const twice = selectors.flatMap((selector) => [selector, selector]);
    const text = NEWS.replace('signed', 'concluded');
    assert.deepEqual(
      told(text, resolve(text, twice)),
      FOUND.flatMap((line) => [line, line]),
    );
  });

  it('takes empty texts, lists and quotes', () => {
    assert.deepEqual(resolve('', []), []);
    assert.deepEqual(resolve('', [quote('Moon', 'the ', '.')]), [{ status: 'lost' }]);
    assert.deepEqual(resolve('M', [quote('Moon', 'the ', '.')]), [{ status: 'lost' }]);
    assert.deepEqual(resolve(NEWS, [quote('', 'Russia ', 'and China signed')]), [
      { status: 'lost' },
    ]);
    assert.deepEqual(resolve('Moon', [quote('Moon '.repeat(50), '   ', '\n')]), [
      { status: 'lost' },
    ]);
  });

  it('survives hostile input in bounded time', function () {
    this.timeout(30_000);
    const text = 'a'.repeat(1_000_000);
    const selectors = Array.from({ length: 10_000 }, (_, index) =>
      quote('a'.repeat(1 + (index % 100)), 'a'.repeat(Math.floor(index / 100))),
    );
    assert.equal(resolve(text, selectors).length, 10_000);
    const absent = selectors.map(({ exact, prefix }) => quote(exact, `${prefix}b`, ' '));
    assert.equal(resolve(text, absent).length, 10_000);
  });

  it('finds every mention in a megabyte of like lines', function () {
    this.timeout(30_000);
    const lines = Array.from({ length: 12_000 }, (_, index) => {
      const name = (index * 7919) % 100_003;
      return `Item ${index} of the long list names Object-${name}, seen by observer ${index % 97}.`;
    });
    const text = lines.join('\n');
    const spans = spansOf(
      text,
      lines
        .filter((_, index) => index % 12 === 0)
        .map((line) => /Object-\d+,/.exec(line)?.[0] ?? ''),
    );
    const selectors = describeAll(text, spans);
    assert.deepEqual(
      resolve(text, selectors),
      spans.map((span) => ({ status: 'found', span, exact: true })),
    );
  });
});
