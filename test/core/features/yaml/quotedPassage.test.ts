import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Corpus,
  excerptAround,
  parseYamlFile,
  quotedPlaceOf,
  targetAt,
} from '../../../../src/core';
import { World, lines, moonWorld } from '../../world';

/** The status and the excerpt, its words in `[…]`, of the record that quotes `words` in a file. */
async function passage(corpus: Corpus, path: string, words: string, text?: string) {
  const file = text === undefined ? await corpus.file(path) : await parseYamlFile(path, text);
  const { schema } = await corpus.registry();
  const offset = file?.text.text.indexOf(words) ?? -1;
  const target = file && targetAt(file, schema, offset);
  assert(target?.kind === 'quote');
  const place = await quotedPlaceOf(corpus, file!, target);
  if (!place) return undefined;
  const pieces = excerptAround(place.resolved.source, place.anchored.segments, 300);
  const excerpt = pieces.map((one) => (one.marked ? `[${one.text}]` : one.text)).join('');
  return { status: place.anchored.status, excerpt };
}

describe('quotedPlaceOf', () => {
  it('finds the sentence of a mention and of a claim', async () => {
    const corpus = World.corpus(moonWorld());
    assert.deepEqual(await passage(corpus, 'annotations/a.yaml', 'Chang’e-7'), {
      status: 'found',
      excerpt: 'China plans to launch the [Chang’e-7] probe first.',
    });
    assert.deepEqual(await passage(corpus, 'annotations/b.yaml', 'b3'), {
      status: 'found',
      excerpt: 'The memorandum was [signed on March 10].',
    });
  });

  it('places the records of another version of the file, and those beside no source', async () => {
    const older = lines(
      'source: seeds/b.txt',
      'mentions:',
      '  - {id: b0, entity: cnsa, exact: memorandum, prefix: "The "}',
    );
    const tensions = lines(
      'one:',
      '  statement: It is so.',
      '  quotes:',
      '    - {source: seeds/b.txt, exact: a detector}',
      '    - {source: seeds/a.txt, exact: gone}',
      '    - {source: seeds/none.txt, exact: nothing}',
    );
    const corpus = World.corpus({ ...moonWorld(), 'annotations/tensions.yaml': tensions });
    const version = await passage(corpus, 'annotations/b.yaml', 'b0', older);
    assert.equal(version?.excerpt, 'The [memorandum] was signed on March 10.');
    const quote = await passage(corpus, 'annotations/tensions.yaml', 'a detector');
    assert.equal(quote?.excerpt, "China's Chang'e 7 mission carries [a detector].");
    const lost = await passage(corpus, 'annotations/tensions.yaml', 'gone');
    assert.deepEqual(lost, { status: 'lost', excerpt: '' });
    assert.equal(await passage(corpus, 'annotations/tensions.yaml', 'nothing'), undefined);
  });

  it('says nothing of a file that names no source', async () => {
    const text = 'mentions: [{id: x, entity: cnsa, exact: CNSA}]\n';
    const corpus = World.corpus({ ...moonWorld(), 'annotations/x.yaml': text });
    assert.equal(await passage(corpus, 'annotations/x.yaml', 'CNSA'), undefined);
  });
});
