import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { listCorpus } from '../../../src/core';
import { World, lines } from '../world';

describe('listCorpus', () => {
  it('counts code points, in whatever order the records stand', async () => {
    const moons = '🌕'.repeat(1500);
    const corpus = World.corpus({
      'seeds/a.txt': lines(`Luna ${moons} CNSA and 🌑 Roscosmos.`),
      'annotations/a.yaml': lines(
        'source: seeds/a.txt',
        'mentions:',
        '  - {id: m1, entity: roscosmos, exact: Roscosmos}',
        '  - {id: m2, entity: luna, exact: Luna}',
        '  - {id: m3, entity: both, segments: [{exact: CNSA}, {exact: Roscosmos}]}',
        '  - {id: m4, entity: nobody, exact: ESA}',
      ),
    });
    const { mentions } = await listCorpus(corpus);
    assert.deepEqual(
      mentions.map(({ id, start, end, segments }) => ({ id, start, end, segments })),
      [
        { id: 'm1', start: 1517, end: 1526, segments: undefined },
        { id: 'm2', start: 0, end: 4, segments: undefined },
        {
          id: 'm3',
          start: 1506,
          end: 1526,
          segments: [
            [1506, 1510],
            [1517, 1526],
          ],
        },
        { id: 'm4', start: null, end: null, segments: undefined },
      ],
    );
  });
});
