import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Corpus, type Host, checkCorpus } from '../../../src/core';
import { describeAll } from '../../../src/core/anchor';
import { lost } from '../../../src/core/corpus/anchored';
import { parseFile } from '../../../src/core/corpus/parsedFile';
import { printYaml } from '../../../src/core/format/yamlPrint';
import { hashOf } from '../../../src/core/hash';
import { equalRuns } from '../../../src/core/reanchor/equalRuns';
import { placesThroughDiff } from '../../../src/core/reanchor/throughDiff';
import { World, lines, moonWorld } from '../world';

describe('equalRuns', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', 'word', ' ', ' ', '\n', '. ', 'Moon'), { maxLength: 40 })
    .map((pieces) => pieces.join(''));

  it('are equal, in order and apart', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        let [one, other] = [0, 0];
        for (const run of equalRuns(before, after)) {
          assert(run.length > 0 && run.before >= one && run.after >= other);
          const words = before.slice(run.before, run.before + run.length);
          assert.equal(after.slice(run.after, run.after + run.length), words);
          [one, other] = [run.before + run.length, run.after + run.length];
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are the whole text where nothing differs, and the words around what does', () => {
    assert.deepEqual(equalRuns('a b\nc', 'a b\nc'), [{ before: 0, after: 0, length: 5 }]);
    assert.deepEqual(equalRuns('x\na b c\n', 'a B c\n'), [
      { before: 2, after: 0, length: 2 },
      { before: 5, after: 3, length: 3 },
    ]);
  });

  it('are not sought without end in texts that are made to be divided without end', () => {
    // Between lines that stand once are others that stand once only there, and so on.
    const nested = (tag: string) =>
      ['0', ...Array.from({ length: 3000 }, (_, at) => [`x${at + 1}`, `${tag}${at}`, `x${at}`])]
        .flat()
        .join('\n');
    const runs = equalRuns(`first\n${nested('p')}`, `first\n${nested('q')}`);
    assert.equal(runs.length, 134);
    assert.deepEqual(runs[0], { before: 0, after: 0, length: 'first\n0\nx1\n'.length });
  });
});

const source = 'seeds/old.txt';
const yaml = 'annotations/old.yaml';
const sentences = [
  'A probe will land near the rim. The rover follows it. Nothing more was said.',
  'A probe will orbit the Moon. The relay follows it. Nothing more was said.',
];
const old = lines(...sentences);

/** The words “it” in both lines, which mean different things. */
function spansOf(text: string) {
  return [...text.matchAll(/\bit\b/g)].map(({ index }) => ({ start: index, end: index + 2 }));
}

function worldOf(text: string, oldText?: Host['oldText']): Host {
  const mentions = describeAll(old, spansOf(old)).map(({ exact, prefix, suffix }, at) => ({
    ...{ id: `o${at}`, entity: 'cnsa', exact, prefix, suffix },
  }));
  const world = new World({
    ...moonWorld(),
    [source]: text,
    [yaml]: printYaml({ source, sha256: hashOf(old), mentions }),
  });
  return oldText ? Object.assign(world, { oldText }) : world;
}

async function codes(host: Host): Promise<string[]> {
  const found = await checkCorpus(new Corpus(host));
  return found.filter(({ file }) => file === yaml).map(({ code }) => code);
}

describe('the text that quotes were verified against, where version control has it', () => {
  // All around the words is rewritten, but for what stands directly beside them.
  const rewritten = lines(
    'One craft comes down softly by a crater. The rover follows it. Nothing more was said.',
    'Another one goes round and round it all. The relay follows it. Nothing more was said.',
  );

  it('shows where words stand that nothing else could tell', async () => {
    const asked: string[] = [];
    const host = worldOf(rewritten, (path, sha256) => {
      asked.push(`${path} ${sha256}`);
      return Promise.resolve(old);
    });
    const resolved = await new Corpus(host).source(source);
    assert.deepEqual(asked, [`${source} ${hashOf(old)}`]);
    assert.deepEqual(
      resolved?.mentions.map(({ status, span }) => [status, span]),
      [
        ['found', spansOf(rewritten)[0]],
        ['found', spansOf(rewritten)[2]],
      ],
    );
  });

  it('does not put what was deleted on its living namesake', async () => {
    const cut = lines(old.slice(0, 32), sentences[1] ?? '');
    const host = worldOf(cut, () => Promise.resolve(old));
    const resolved = await new Corpus(host).source(source);
    assert.deepEqual(
      resolved?.mentions.map(({ status }) => status),
      ['lost', 'found'],
    );
  });

  it('does not put what was deleted on another line that is like its own', async () => {
    const first = 'Reply\nAlice said hello to Xi in the park today.\n';
    const second = 'Reply\nBob said goodbye to Xi in the park.\n';
    const starts = [0, first.length];
    const spans = starts.map((start) => ({ start, end: start + 'Reply'.length }));
    const selectors = describeAll(first + second, spans);
    const mentions = selectors.map(({ exact, prefix, suffix }, at) => ({
      ...{ id: `m${at}`, entity: 'cnsa', exact, prefix, suffix },
    }));
    const sha256 = hashOf(first + second);
    const world = new World({
      [source]: second,
      [yaml]: printYaml({ source, sha256, mentions }),
    });
    const oldText = () => Promise.resolve(first + second);
    const resolved = await new Corpus(Object.assign(world, { oldText })).source(source);
    assert.deepEqual(
      resolved?.mentions.map(({ status, span }) => [status, span]),
      [
        ['lost', undefined],
        ['lost', undefined],
      ],
    );
  });

  it('shows a short line that no other is like, among others', async () => {
    const before = lines('- NASA', '- ESA', '- JAXA');
    const now = lines('- ISRO', '- ESA', '- CNSA');
    const mentions = [{ id: 'm0', entity: 'cnsa', exact: 'ESA' }];
    const known = [now, lines('- ESA', '- ISRO', '- ESA')].map(async (text) => {
      const file = printYaml({ source, sha256: hashOf(before), mentions });
      const { annotations } = await parseFile(yaml, file);
      const places = placesThroughDiff(source, before, text, annotations);
      const [one] = places.applied((annotations?.mentions ?? []).map(lost));
      return one?.span;
    });
    assert.deepEqual(await Promise.all(known), [{ start: 9, end: 12 }, undefined]);
  });

  it('is not asked for where the source is as it was', async () => {
    const host = worldOf(old, () => Promise.reject(new Error('Nobody is to ask.')));
    assert.deepEqual(await codes(host), []);
  });

  it('is not taken where it is another, and a failure is no reason not to read', async () => {
    const without = await codes(worldOf(rewritten));
    assert.deepEqual(await codes(worldOf(rewritten, () => Promise.resolve('x'))), without);
    const failing = worldOf(rewritten, () => Promise.reject(new Error('No git.')));
    assert.deepEqual(await codes(failing), without);
  });
});
