import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe as suite, it } from 'mocha';
import { describeAll, resolve } from '../../../src/core/anchor';
import type { Resolution } from '../../../src/core/anchor';
import type { QuoteSelector, Span } from '../../../src/core/model';
import * as edits from './edits';

const FOLDER = join(process.cwd(), 'seeds');
const RUNS = 4;

interface Case {
  readonly edited: edits.Edited;
  readonly spans: readonly Span[];
  readonly selectors: readonly QuoteSelector[];
  readonly resolutions: readonly Resolution[];
}

/** Shares of all mentions whose fate is clear. */
interface Tally {
  readonly found: number;
  readonly wrong: number;
}

const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));

/** Edits every source several times, with fixed seeds. */
function casesOf(edit: (mentions: readonly Span[]) => edits.Edit, every = 1): readonly Case[] {
  return Array.from({ length: RUNS }).flatMap((_, run) =>
    sources.map((text, index) => {
      const spans = edits.mentionsOf(text).filter((_span, at) => at % every === 0);
      const selectors = describeAll(text, spans);
      const random = edits.randomOf(1000 * (run + 1) + index);
      const other = sources[(index + 1) % sources.length]!;
      const edited = edit(spans)(edits.original(text), random, other);
      return { edited, spans, selectors, resolutions: resolve(edited.text, selectors) };
    }),
  );
}

function tally(cases: readonly Case[]): Tally {
  let all = 0;
  let living = 0;
  let found = 0;
  let wrong = 0;
  for (const { edited, spans, resolutions } of cases) {
    spans.forEach((span, index) => {
      const truth = edits.destination(edited, span);
      if (truth === 'unclear') return;
      const place = placeOf(resolutions[index]!);
      all++;
      if (truth !== 'deleted') living++;
      if (!place) return;
      if (truth !== 'deleted' && isSame(truth, place)) found++;
      else wrong++;
    });
  }
  return { found: living === 0 ? 1 : found / living, wrong: wrong / all };
}

function placeOf(resolution: Resolution): Span | undefined {
  return 'span' in resolution ? resolution.span : undefined;
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

suite('resolve after edits of the project’s own sources', function () {
  this.timeout(60_000);

  const classes: readonly {
    readonly name: string;
    readonly edit: (mentions: readonly Span[]) => edits.Edit;
    readonly found: number;
    readonly wrong: number;
  }[] = [
    { name: 'sentences deleted', edit: () => edits.deleteSentences, found: 0.98, wrong: 0.001 },
    { name: 'paragraphs inserted', edit: () => edits.insertParagraphs, found: 0.98, wrong: 0.001 },
    { name: 'sentences moved', edit: () => edits.moveSentences, found: 0.98, wrong: 0.001 },
    { name: 'few letters', edit: () => edits.changeLetters(0.004), found: 0.98, wrong: 0.001 },
    { name: 'many letters', edit: () => edits.changeLetters(0.03), found: 0.98, wrong: 0.001 },
    { name: 'quotes and wrapping', edit: () => edits.retypeset, found: 0.98, wrong: 0.001 },
    { name: 'words around replaced', edit: edits.replaceWords, found: 0.93, wrong: 0.003 },
    { name: 'paragraphs shuffled', edit: () => edits.shuffleParagraphs, found: 0.98, wrong: 0.001 },
    { name: 'cut off', edit: () => edits.cutOff, found: 0.98, wrong: 0.001 },
    { name: 'replaced by another text', edit: () => edits.replaceAll, found: 1, wrong: 0.001 },
    { name: 'a paragraph doubled', edit: () => edits.doubleParagraph, found: 0.98, wrong: 0 },
  ];
  for (const { name, edit, found, wrong } of classes) {
    it(name, () => {
      const result = tally(casesOf(edit));
      assert.ok(result.found >= found, `found ${result.found}`);
      assert.ok(result.wrong <= wrong, `wrong ${result.wrong}`);
    });
  }

  it('two edits at once', () => {
    const both: edits.Edit = (edited, random, other) =>
      edits.changeLetters(0.02)(edits.deleteSentences(edited, random), random, other);
    const result = tally(casesOf(() => both));
    assert.ok(result.found >= 0.98, `found ${result.found}`);
    assert.ok(result.wrong <= 0.001, `wrong ${result.wrong}`);
  });

  it('sparse annotation', () => {
    const result = tally(casesOf(() => edits.changeLetters(0.03), 5));
    assert.ok(result.found >= 0.97, `found ${result.found}`);
    assert.ok(result.wrong <= 0.005, `wrong ${result.wrong}`);
  });

  it('a doubled paragraph is ambiguous, both places told', () => {
    let doubled = 0;
    for (const { edited, spans, resolutions } of casesOf(() => edits.doubleParagraph)) {
      spans.forEach((span, index) => {
        if (edits.destination(edited, span) !== 'unclear') return;
        const resolution = resolutions[index]!;
        assert.equal(placeOf(resolution), undefined);
        if (resolution.status === 'ambiguous' && resolution.candidates.length > 1) doubled++;
      });
    }
    assert.ok(doubled > 20);
  });

  it('an entity replaced in an intact sentence is never placed', () => {
    const swaps = ['India', 'Bolivia', 'The Delta Agency', '2031', '7 of 9'];
    for (const text of sources) {
      const spans = edits.mentionsOf(text);
      const selectors = describeAll(text, spans);
      spans.forEach((span, index) => {
        const swap = swaps[index % swaps.length]!;
        const words = text.slice(span.start, span.end);
        if (words === swap || spans.some((other) => other !== span && overlaps(other, span)))
          return;
        const changed = text.slice(0, span.start) + swap + text.slice(span.end);
        const resolution = resolve(changed, selectors)[index]!;
        assert.equal(placeOf(resolution), undefined, `${words} became ${swap}`);
      });
    }
  });

  it('nested mentions stay nested', () => {
    for (const { spans, resolutions } of casesOf(() => edits.changeLetters(0.02))) {
      spans.forEach((inner, index) => {
        const outer = spans.findIndex((span) => span !== inner && contains(span, inner));
        const outerPlace = outer < 0 ? undefined : placeOf(resolutions[outer]!);
        const innerPlace = placeOf(resolutions[index]!);
        if (outerPlace && innerPlace) assert.ok(contains(outerPlace, innerPlace));
      });
    }
  });

  it('selectors in any order are never placed wrongly for it', () => {
    for (const edit of [edits.deleteSentences, edits.changeLetters(0.02)]) {
      let all = 0;
      let wrong = 0;
      for (const { edited, spans, selectors } of casesOf(() => edit)) {
        const order = edits.shuffle([...spans.keys()], edits.randomOf(7));
        const resolutions = resolve(
          edited.text,
          order.map((index) => selectors[index]!),
        );
        order.forEach((index, at) => {
          const truth = edits.destination(edited, spans[index]!);
          const place = placeOf(resolutions[at]!);
          if (truth === 'unclear' || !place) return;
          all++;
          if (truth === 'deleted' || !isSame(truth, place)) wrong++;
        });
      }
      assert.ok(wrong <= all * 0.002, `${wrong} of ${all}`);
    }
  });
});

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
