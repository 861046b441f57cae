import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { anchorCountsOf } from '../../../src/core';
import { World, lines, moonWorld } from '../world';

async function countsOf(files: Readonly<Record<string, string>>) {
  const resolved = await World.corpus(files).source('seeds/a.txt');
  assert(resolved);
  return anchorCountsOf(resolved);
}

describe('Counts of anchors', () => {
  it('has nothing to say against a source as annotated', async () => {
    const counts = await countsOf(moonWorld());
    assert.deepEqual(counts, { mentions: 3, claims: 1, lost: 0, ambiguous: 0, changed: 0 });
  });

  it('counts a record once, by what became of its words', async () => {
    const counts = await countsOf({
      'seeds/a.txt': lines('Luna and Luna. CNSA signed.', '', 'Roscosmos has signed too.'),
      'annotations/a.yaml': lines(
        'source: seeds/a.txt',
        'mentions:',
        '  - {id: a1, entity: luna, exact: Luna}',
        '  - {id: a2, entity: cnsa, exact: CNSA, suffix: " signed."}',
        '  - {id: a3, entity: esa, exact: European Space Agency, prefix: "Head of the "}',
        'claims:',
        '  - {id: a4, subject: esa, property: status, value: x, exact: Head of ESA has left}',
      ),
    });
    assert.deepEqual(counts, { mentions: 3, claims: 1, lost: 2, ambiguous: 1, changed: 0 });
  });

  it('counts what an edit has changed, until it is mended', async () => {
    const corpus = World.corpus(moonWorld());
    const before = await corpus.source('seeds/a.txt');
    assert(before);
    const at = before.source.text.indexOf('Roscosmos signed') + 'Roscosmos signed a me'.length;
    const after = before.edited([{ start: at, end: at, newText: 'xyz' }]);
    assert(after);
    assert.deepEqual(anchorCountsOf(after), {
      mentions: 3,
      claims: 1,
      lost: 0,
      ambiguous: 0,
      changed: 2,
    });
  });
});
