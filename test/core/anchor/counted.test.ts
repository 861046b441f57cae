import assert from 'node:assert/strict';
import { describe as suite, it } from 'mocha';
import { describeAll, resolve } from '../../../src/core/anchor';
import type { QuoteSelector } from '../../../src/core/model';

/** Long enough that the context of a mention in its middle stays inside it. */
const TWIN = [
  'The harbour office of Velm keeps the tide book of the northern quay in a locked case of oak,',
  'and whoever wants to read it has to ask the night clerk for the smaller of the two old keys.',
  'It was Warden Ilse Tarn who had the case built after the flood, and it has not been moved',
  'since: the salt has eaten the hinges, the varnish is dull, and the book has been full for',
  'years, so that newer tides are written down on loose sheets, which are bound every autumn.',
].join(' ');
const WARDEN = 'Ilse Tarn';

const OPENING = 'Records of the quay, as they were copied by three clerks who never met.';
const CLOSING = 'Here the copies end, and the printer thanks the town for its great patience.';

/** Paragraphs between which nothing else is annotated. */
function page(...paragraphs: readonly string[]): string {
  return [OPENING, ...paragraphs, CLOSING].join('\n\n');
}

function placesOf(text: string, words: string): readonly number[] {
  return [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => index);
}

/** Describes the `n`th place, from 0, of each of some words. */
function selectorsOf(
  text: string,
  ...mentions: readonly (readonly [words: string, n: number])[]
): readonly QuoteSelector[] {
  const spans = mentions.map(([words, n]) => {
    const start = placesOf(text, words)[n] ?? assert.fail(words);
    return { start, end: start + words.length };
  });
  return describeAll(text, spans);
}

function told(text: string, selectors: readonly QuoteSelector[], unchanged = false): string[] {
  return resolve(text, selectors, { unchanged }).map((resolution) => {
    if (resolution.status === 'lost') return 'lost';
    if (resolution.status !== 'ambiguous') return `${resolution.status} ${resolution.span.start}`;
    return `ambiguous ${resolution.candidates.map(({ start }) => start).join(' ')}`;
  });
}

function ambiguous(text: string): string {
  return `ambiguous ${placesOf(text, WARDEN).join(' ')}`;
}

suite('an occurrence', () => {
  const three = page(TWIN, TWIN, TWIN);
  const second = selectorsOf(three, [WARDEN, 1]);
  const framed = selectorsOf(three, ['Records', 0], [WARDEN, 1], ['printer', 0]);

  it('is stored where paragraphs are equal', () => {
    assert.deepEqual(
      second.map(({ occurrence }) => occurrence),
      [2],
    );
  });

  it('tells the place in the text that it was counted in', () => {
    assert.deepEqual(told(three, second, true), [`found ${placesOf(three, WARDEN)[1]}`]);
  });

  it('proves nothing in a text that may be another', () => {
    assert.deepEqual(told(three, second), [ambiguous(three)]);
  });

  const edits = [
    ['the first was deleted, or its own', page(TWIN, TWIN)],
    ['an equal one was inserted', page(TWIN, TWIN, TWIN, TWIN)],
    ['its own was deleted, other words were put there', page(TWIN, 'Nothing here.', TWIN)],
    ['only one is left', page(TWIN)],
    ['another was inserted before, and the last deleted', page('A new one.', TWIN, TWIN, TWIN)],
  ] as const;
  for (const [name, text] of edits) {
    it(`is ambiguous, all places told, where ${name}`, () => {
      assert.deepEqual(told(text, second), [ambiguous(text)]);
      const [before, own, after] = told(text, framed);
      assert.equal(own, ambiguous(text));
      assert.deepEqual([before, after], [`found 0`, `found ${text.indexOf('printer')}`]);
    });
  }

  it('is lost where no place is left', () => {
    assert.deepEqual(told(page('Nothing here.'), second), ['lost']);
  });

  it('tells the places around its number where there are many', () => {
    const text = page(...Array.from({ length: 30 }, () => TWIN));
    const places = placesOf(text, WARDEN);
    const [last] = told(text, selectorsOf(text, [WARDEN, 29]));
    assert.equal(last, `ambiguous ${places.slice(-12).join(' ')}`);
    const [twentieth] = told(text, selectorsOf(text, [WARDEN, 19]));
    assert.equal(twentieth, `ambiguous ${places.slice(13, 25).join(' ')}`);
  });

  suite('between neighbours', () => {
    // Words that do not recur, close enough to the twin’s that stored words cover all between.
    const PARTED = [1, 2, 3].map((n) => `Copy ${n} begins. ${TWIN} Copy ${n} ends.`);
    const text = page(...PARTED);
    const quote = (words: string, n: number) => [words, n] as const;
    const mentions = [
      quote('harbour', 1),
      quote('night clerk', 1),
      quote(WARDEN, 1),
      quote('varnish', 1),
      quote('loose sheets', 1),
    ];
    const selectors = selectorsOf(text, ...mentions);
    const found = (edited: string, n: number): readonly string[] =>
      mentions.map(([words]) => `found ${placesOf(edited, words)[n]}`);

    it('is decided by them', () => {
      assert.ok(selectors.some(({ occurrence }) => occurrence === 2));
      assert.ok(selectors.some(({ occurrence }) => occurrence === undefined));
      assert.deepEqual(told(text, selectors), found(text, 1));
    });

    it('is where they are, after the first was deleted', () => {
      const edited = page(...PARTED.slice(1));
      assert.deepEqual(told(edited, selectors), found(edited, 0));
    });

    it('is where they are, after one was inserted before', () => {
      const edited = page(`Copy 0 begins. ${TWIN} Copy 0 ends.`, ...PARTED);
      assert.deepEqual(told(edited, selectors), found(edited, 2));
    });

    it('finds no twin after its own was deleted', () => {
      const edited = page(PARTED[0]!, PARTED[2]!);
      assert.deepEqual(
        told(edited, selectors).filter((line) => /^(?:found|moved)/.test(line)),
        [],
      );
    });

    it('is not decided where two numbers would share a place', () => {
      const both = selectorsOf(
        text,
        quote('night clerk', 0),
        quote(WARDEN, 0),
        quote(WARDEN, 1),
        quote('varnish', 1),
        quote('loose sheets', 1),
      );
      const edited = page(`Copy 1 begins. ${TWIN} Copy 2 ends.`);
      assert.deepEqual(told(edited, both).slice(1, 3), [ambiguous(edited), ambiguous(edited)]);
    });

    it('is not decided by neighbours of another copy', () => {
      const one = selectorsOf(
        text,
        quote('harbour', 0),
        quote(WARDEN, 1),
        quote('loose sheets', 1),
      );
      assert.equal(told(text, one)[1], ambiguous(text));
    });
  });
});
