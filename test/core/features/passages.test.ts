import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, mentionsOf } from '../../../src/core';
import { World, lines } from '../world';

const numbers = Array.from({ length: 30 }, (_, at) => String(at + 10));

function manySources(): World {
  const files = numbers.flatMap((number) => [
    [`seeds/${number}.txt`, 'The Moon is far.\n'],
    [
      `annotations/${number}.yaml`,
      lines(
        `source: seeds/${number}.txt`,
        'mentions:',
        `  - id: m${number}`,
        '    entity: moon',
        '    exact: Moon',
      ),
    ],
  ]);
  return new World(Object.fromEntries(files) as Record<string, string>);
}

describe('mentionsOf', () => {
  it('goes through all sources in order', async () => {
    const passages = await mentionsOf(new Corpus(manySources()), 'moon');
    assert.deepEqual(
      passages.map(({ source, span }) => [source, span.start]),
      numbers.map((number) => [`seeds/${number}.txt`, 4]),
    );
  });

  it('reads no further source when nobody waits any more', async () => {
    const world = manySources();
    const corpus = new Corpus(world);
    await corpus.index();
    const sourcesRead = () => world.reads.filter((path) => path.startsWith('seeds/')).length;
    const cancellation = {
      get isCancellationRequested() {
        return sourcesRead() > 0;
      },
    };
    await mentionsOf(corpus, 'moon', cancellation);
    assert(sourcesRead() < numbers.length, String(sourcesRead()));
  });
});
