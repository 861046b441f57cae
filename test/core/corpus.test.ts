/** The project's own corpus: its sources as they came, and every anchor in its place. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Corpus, checkCorpus, listCorpus } from '../../src/core';
import { FolderHost } from '../../src/cli/host';

const hashes = {
  '000_ac42d486ccf7c706.txt': '2bd78e2315608735a4ef4882ac76ad037b582111bcf2295f772f9726273832b4',
  '001_4a75fb2d5fe74cb4.txt': 'a411ebb8fe8fc112129b092cde43730f5ae334e1aae83c86449ce2fd4f3db894',
  '002_6d65a364a656ab7b.txt': '680913667ba98778212f1a56b99e9104b1254fd94b76d32e0b5df693dd591e08',
  '003_336e8ea47c1edc4b.txt': 'ebd28d47946d6aadf3d875bd4bb4e474123a854a5788b60f3c2c9d66ac6e8d7c',
  '004_b20609eac4e61089.txt': '1249d38d1fee60316e1e6dcbdf98a44c9aed18f0673fd1e6109e64e423a9d6a5',
};

describe('The corpus', () => {
  const corpus = new Corpus(new FolderHost(process.cwd()));

  it('has its sources to the byte', () => {
    const found = readdirSync('seeds').sort();
    assert.deepEqual(found, Object.keys(hashes));
    for (const [name, hash] of Object.entries(hashes)) {
      const bytes = readFileSync(`seeds/${name}`);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), hash, name);
    }
  });

  it('is sound', async () => {
    const troubles = await checkCorpus(corpus);
    assert.deepEqual(
      troubles.filter(({ severity }) => severity !== 'information'),
      [],
    );
  });

  it('finds every mention and claim at its words', async () => {
    const { mentions, claims } = await listCorpus(corpus);
    const texts = new Map(
      Object.keys(hashes).map((name) => [
        `seeds/${name}`,
        Array.from(readFileSync(`seeds/${name}`, 'utf8')),
      ]),
    );
    assert(mentions.length > 250 && claims.length > 250);
    for (const { source, start, end, exact, status } of [...mentions, ...claims]) {
      assert.equal(status, 'found');
      assert.equal(
        texts
          .get(source)
          ?.slice(start ?? 0, end ?? 0)
          .join(''),
        exact,
      );
    }
  });

  it('defines every mission, spacecraft, agreement and programme, once', async () => {
    const { mentions } = await listCorpus(corpus);
    const defined = new Set(mentions.filter(({ role }) => role).map(({ entity }) => entity));
    const types = new Set([
      'mission',
      'spacecraft',
      'agreement',
      'programme',
      'facility',
      'instrument',
    ]);
    for (const { id, type } of (await corpus.registry()).entities.values()) {
      if (types.has(type)) assert(defined.has(id), id);
    }
    const definitions = mentions.filter(({ role }) => role).map(({ entity }) => entity);
    assert.equal(new Set(definitions).size, definitions.length);
  });

  it('says something of every entity in the registry', async () => {
    const { mentions, claims } = await listCorpus(corpus);
    const used = new Set([
      ...mentions.map(({ entity }) => entity),
      ...claims.flatMap(({ subject, value }) => [subject, value]),
    ]);
    for (const id of (await corpus.registry()).entities.keys()) assert(used.has(id), id);
  });
});
