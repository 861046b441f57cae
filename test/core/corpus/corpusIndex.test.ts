import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { World, lines } from '../world';

describe('CorpusIndex', () => {
  const annotations = (...ids: string[]) =>
    lines(
      'source: seeds/a.txt',
      'mentions:',
      ...ids.map((id) => `  - {id: ${id}, entity: luna, exact: Luna}`),
    );

  it('knows every place of an id, and forgets those of a file that changes', async () => {
    const corpus = World.corpus({
      'annotations/a.yaml': annotations('x', 'x', 'y', 'x'),
      'annotations/b.yaml': annotations('x'),
    });
    const index = await corpus.index();
    const filesOf = (id: string) => index.placesOfId(id).map(({ file }) => file.slice(-6));
    assert.deepEqual(filesOf('x'), ['a.yaml', 'a.yaml', 'a.yaml', 'b.yaml']);
    assert.deepEqual(filesOf('y'), ['a.yaml']);

    const all = [...index.files.values()];
    const [a] = all.filter(({ file }) => file.endsWith('a.yaml'));
    assert(a);
    index.replace(a.file, { ...a, mentions: a.mentions.slice(0, 1) });
    assert.deepEqual(filesOf('x'), ['b.yaml', 'a.yaml']);
    assert.deepEqual(filesOf('y'), []);

    index.replace(a.file, undefined);
    assert.deepEqual(filesOf('x'), ['b.yaml']);
  });
});
