import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { guessMention } from '../../../src/core';
import { rankMeanings } from '../../../src/core/annotate/rankMeanings';
import { World, lines, moonWorld } from '../world';

const source = 'seeds/c.txt';

/** What is guessed where `|` stands, or for what stands between two of them. */
async function guessed(marked: string, more: Record<string, string> = {}) {
  const [before = '', between = '', after] = marked.split('|');
  const isCursor = after === undefined;
  const corpus = World.corpus({
    ...moonWorld(),
    [source]: isCursor ? before + between : before + between + after,
    ...more,
  });
  const end = before.length + (isCursor ? 0 : between.length);
  const guess = await guessMention(corpus, source, { start: before.length, end });
  if (!guess) return undefined;
  const { span, ...rest } = guess;
  assert.equal(span.end - span.start, guess.words.length);
  return rest;
}

describe('guessMention', () => {
  it('finds the known name around the cursor, whatever its spelling', async () => {
    assert.deepEqual(await guessed('They will launch the Chan|g’E 7 probe.\n'), {
      words: 'Chang’E 7',
      entity: 'chang-e-7',
      type: 'mission',
    });
  });

  it('finds a new name with its type, and a date with its value', async () => {
    assert.deepEqual(await guessed('A talk by the Keldysh Ins|titute in Moscow.\n'), {
      words: 'Keldysh Institute',
      type: 'organization',
    });
    assert.deepEqual(await guessed('It was signed on March 9|, 2021.\n'), {
      words: 'March 9, 2021',
      type: 'date',
      value: '2021-03-09',
    });
  });

  it('takes words that are selected, without the spaces around them', async () => {
    assert.deepEqual(await guessed('They will launch the| Chang’e-7 probe |first.\n'), {
      words: 'Chang’e-7 probe',
      type: 'mission',
    });
    assert.deepEqual(await guessed('In| March 2021 |they met.\n'), {
      words: 'March 2021',
      type: 'date',
      value: '2021-03',
    });
    assert.equal(await guessed('They| |met.\n'), undefined);
  });

  it('takes the word, or the phrase in capitals, where nothing is suggested', async () => {
    assert.deepEqual(await guessed('A human habi|tation there.\n'), { words: 'habitation' });
    const annotated = {
      'annotations/c.yaml': lines(
        `source: ${source}`,
        'mentions:',
        '  - {id: c1, entity: cnsa, exact: Institute}',
      ),
    };
    const guess = await guessed('The Keldysh In|stitute of Moscow spoke.\n', annotated);
    assert.equal(guess?.words, 'The Keldysh Institute of Moscow');
    assert.equal(await guessed('They met. | \n'), undefined);
  });
});

describe('rankMeanings', () => {
  const world = () =>
    World.corpus({
      ...moonWorld(),
      'annotations/entities/date.yaml': lines(
        'date-2021-03-09: {type: date, name: 9 March 2021, value: "2021-03-09"}',
      ),
      'annotations/entities/place.yaml': lines('moon: {type: place, name: Moon}'),
    }).registry();

  async function likely(guess: Parameters<typeof rankMeanings>[1], last?: string) {
    const { likely: first, others } = rankMeanings(await world(), guess, last);
    assert.equal(first.length + others.length, 5);
    return first.map(({ entity }) => entity.id);
  }

  it('has what the text suggests first, then its names, then the last one', async () => {
    assert.deepEqual(await likely({ words: 'the probe', entity: 'chang-e-7' }), ['chang-e-7']);
    assert.deepEqual(await likely({ words: 'CNSA' }, 'moon'), ['cnsa', 'moon']);
    assert.deepEqual(await likely({ words: 'it' }, 'moon'), ['moon']);
    assert.deepEqual(await likely({ words: 'Memorandum of 2022' }, 'moon'), ['moon', 'mou-2021']);
  });

  it('knows a date by its value', async () => {
    const guess = { words: 'last Tuesday', type: 'date', value: '2021-03-09' };
    assert.deepEqual(await likely(guess, 'moon'), ['date-2021-03-09', 'moon']);
  });
});
