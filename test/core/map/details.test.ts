import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { detailsOf } from '../../../src/vscode/map/details';
import { World, lines, moonWorld } from '../world';

describe('The card of the map', () => {
  it('names its quotes by their records, and those without a place not at all', async () => {
    const corpus = World.corpus({
      ...moonWorld(),
      'annotations/tensions.yaml': lines(
        'day:',
        '  entities: [mou-2021]',
        '  statement: The day is not clear.',
        '  quotes:',
        '    - {source: seeds/b.txt, exact: words that are nowhere}',
        '    - {source: seeds/b.txt, exact: signed on March 10}',
      ),
    });
    const details = await detailsOf(corpus, 'mou-2021');
    const quotes = details?.tensions.flatMap((tension) => tension.quotes);
    assert.deepEqual(
      quotes?.map(({ words, open }) => [words, open]),
      [
        ['words that are nowhere', undefined],
        ['signed on March 10', { kind: 'openQuote', tension: 'day', quote: 1 }],
      ],
    );
    const claims = details?.properties.flatMap((property) => property.claims);
    assert.deepEqual(
      claims?.map(({ open }) => open),
      [
        { kind: 'openClaim', source: 'seeds/a.txt', claim: 'a4' },
        { kind: 'openClaim', source: 'seeds/b.txt', claim: 'b3' },
      ],
    );
  });
});
