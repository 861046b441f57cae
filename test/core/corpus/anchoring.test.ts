import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { QuoteSelector } from '../../../src/core/model';
import { World, lines } from '../world';

const before =
  'Until agreements are reached, the station will be built by two countries. ' +
  'In 2017 the two countries signed a program of six sections for the far space.\n';

function quote(prefix: string, exact: string, suffix: string): { selectors: QuoteSelector[] } {
  assert(before.includes(prefix + exact + suffix));
  return { selectors: [{ prefix, exact, suffix }] };
}

describe('ResolvedSource.anchor', () => {
  const quotes = [
    quote('the two countries ', 'signed a program of six sections', ' for the far space'),
    quote('', 'Until agreements are reached', ', the station will be'),
    quote('In 2017 ', 'the two countries signed a program', ' of six sections'),
    quote('the two countries ', 'signed a program of six', ' sections for the far'),
    quote('are reached, ', 'the station will be built', ' by two countries'),
  ];
  /** The source as it is now, verified against another text. */
  const resolvedIn = async (text: string) => {
    const annotations = lines('source: seeds/a.txt', `sha256: ${'0'.repeat(64)}`);
    const corpus = World.corpus({ 'seeds/a.txt': text, 'annotations/a.yaml': annotations });
    const resolved = await corpus.source('seeds/a.txt');
    assert(resolved);
    return resolved;
  };

  it('finds quotes in no order that share words, in a source that was edited', async () => {
    const text = before.replace('built by', 'built, they say, by');
    const found = (await resolvedIn(text)).anchor(quotes);
    assert.deepEqual(
      found.map(({ status, span }) => [status, span && text.slice(span.start, span.end)]),
      [
        ['found', 'signed a program of six sections'],
        ['found', 'Until agreements are reached'],
        ['found', 'the two countries signed a program'],
        ['found', 'signed a program of six'],
        ['lost', undefined],
      ],
    );
  });

  it('answers the same whatever is asked for before or together', async () => {
    const text = before.replace('sections', 'parts');
    const alone = await Promise.all(
      quotes.map(async (one) => (await resolvedIn(text)).anchor([one])[0]),
    );
    assert.deepEqual((await resolvedIn(text)).anchor(quotes), alone);
    const backwards = await resolvedIn(text);
    for (const one of quotes.toReversed()) backwards.anchor([one]);
    assert.deepEqual(backwards.anchor(quotes), alone);
  });
});
