import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type DiagnosticCode,
  EditRefusedError,
  checkCorpus,
  quickFixesFor,
} from '../../../src/core';
import { hashOf } from '../../../src/core/hash';
import { World, lines, moonWorld } from '../world';

/** The moon world with some files written otherwise: pairs of what is replaced and by what. */
function changed(changes: Readonly<Record<string, readonly [string, string]>>) {
  const files = moonWorld();
  for (const [path, [from, to]] of Object.entries(changes)) {
    const before = files[path] ?? '';
    assert(from === '' || before.includes(from), `${from} is not in ${path}`);
    files[path] = from === '' ? to : before.replace(from, to);
  }
  return files;
}

/** The titles of the fixes for the `n`th diagnostic of a code, and what the one chosen makes. */
async function fixed(
  files: Readonly<Record<string, string>>,
  code: DiagnosticCode,
  chosen = 0,
  n = 0,
) {
  const world = new World(files);
  const corpus = World.corpus(files);
  const found = (await checkCorpus(corpus)).filter((one) => one.code === code);
  const diagnostic = found[n];
  assert(diagnostic, `no ${code}`);
  const fixes = await quickFixesFor(corpus, diagnostic.file, code, diagnostic.span);
  const changes = (await fixes[chosen]?.changes()) ?? [];
  for (const { path, after } of changes) world.write(path, after);
  const after = { ...files, ...Object.fromEntries(changes.map((one) => [one.path, one.after])) };
  const left = (await checkCorpus(World.corpus(after))).filter((one) => one.code === code);
  return {
    titles: fixes.map(({ title, isPreferred }) => (isPreferred === true ? `* ${title}` : title)),
    diff: changes.flatMap(({ path, before = '', after: now }) => difference(path, before, now)),
    solved: found.length - left.length,
  };
}

/** The lines that went and came, of a file. */
function difference(path: string, before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  const come = now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`);
  return [`${path}:`, ...gone, ...come];
}

describe('quick fixes of ids', () => {
  it('offer entities that are spelt alike, or to make the entity', async () => {
    const files = changed({ 'annotations/b.yaml': ['entity: chang-e-7', 'entity: change-7 # x'] });
    const { titles, diff, solved } = await fixed(files, 'unknown-entity');
    assert.deepEqual(titles, [
      "Change to “chang-e-7”: Chang'e 7",
      'Create the entity “change-7” (Mission)',
      'Create the entity “change-7” (Programme)',
    ]);
    assert.deepEqual(diff, [
      'annotations/b.yaml:',
      '-     entity: change-7 # x',
      '+     entity: chang-e-7 # x',
    ]);
    assert.equal(solved, 1);
    const created = await fixed(files, 'unknown-entity', 1);
    assert.deepEqual(
      created.diff,
      ['annotations/entities/mission.yaml:', '+ change-7:', "+   name: Chang'e 7"].filter(
        (line) => !line.includes("name: Chang'e 7"),
      ),
    );
    assert.equal(created.solved, 1);
  });

  it('offer values only of the types that the property allows', async () => {
    const claim = lines(
      'claims:',
      '  - {id: b3, subject: mou-2021, property: party, value: cnsaa, exact: signed on March 10}',
    );
    const files = changed({ 'annotations/b.yaml': ['', `source: seeds/b.txt\n${claim}`] });
    const { titles, diff } = await fixed(files, 'unknown-entity');
    assert.deepEqual(titles, [
      'Change to “cnsa”: China National Space Administration',
      'Create the entity “cnsaa” (Organization)',
      'Create the entity “cnsaa” (Place)',
    ]);
    assert.match(diff[2] ?? '', /value: cnsa, exact: signed/);
  });

  it('find the item of a list', async () => {
    const tension = lines(
      'one:',
      '  entities: [mou-2021, cnas]',
      '  statement: It is so.',
      '  quotes: [{source: seeds/a.txt, exact: CNSA}]',
    );
    const files = { ...moonWorld(), 'annotations/tensions.yaml': tension };
    const { diff, solved } = await fixed(files, 'unknown-entity');
    assert.deepEqual(diff.slice(1), [
      '-   entities: [mou-2021, cnas]',
      '+   entities: [mou-2021, cnsa]',
    ]);
    assert.equal(solved, 1);
  });

  it('offer types and properties that are spelt alike', async () => {
    const type = changed({
      'annotations/entities/mission.yaml': ['type: mission', 'type: mision'],
    });
    assert.deepEqual((await fixed(type, 'unknown-type')).titles[0], 'Change to “mission”: Mission');
    assert.equal((await fixed(type, 'unknown-type')).solved, 1);
    const property = changed({ 'annotations/b.yaml': ['signed-on', 'signd-on'] });
    const { titles, solved } = await fixed(property, 'unknown-property');
    assert.equal(titles[0], 'Change to “signed-on”: signed on');
    assert.equal(solved, 1);
  });

  it('give a copied record an id of its own, the later one by preference', async () => {
    const files = changed({ 'annotations/b.yaml': ['id: b1', 'id: a1'] });
    const first = await fixed(files, 'duplicate-id');
    assert.deepEqual(first.titles, ['Give this record an id of its own']);
    const second = await fixed(files, 'duplicate-id', 0, 1);
    assert.deepEqual(second.titles, ['* Give this record an id of its own']);
    assert.deepEqual(second.diff[0], 'annotations/b.yaml:');
    assert.match(second.diff[2] ?? '', /^\+ {3}- id: [0-9a-z]{8}$/);
    assert.equal(second.solved, 2);
  });

  it('offer sources that are spelt alike', async () => {
    const files = changed({ 'annotations/b.yaml': ['seeds/b.txt', 'seeds/b_1.txt'] });
    const { titles, solved } = await fixed(files, 'source-missing');
    assert.equal(titles[0], 'Change to “seeds/b.txt”');
    assert.equal(solved, 1);
  });

  it('are not offered in broken files', async () => {
    const files = changed({ 'annotations/b.yaml': ['claims:', 'claims: ]'] });
    const path = 'annotations/b.yaml';
    const span = { start: 0, end: 400 };
    assert.deepEqual(await quickFixesFor(World.corpus(files), path, 'unknown-entity', span), []);
  });
});

describe('quick fixes of anchors', () => {
  const verifiedAgainst = (path: string) => `sha256: ${hashOf(moonWorld()[path] ?? '')}\nmentions:`;

  it('store the words that stand there now, and the hash once all is verified', async () => {
    const files = changed({
      'annotations/a.yaml': ['mentions:', verifiedAgainst('seeds/a.txt')],
      'seeds/a.txt': ['the Chang’e-7 probe', 'the Chang’e–7 probe'],
    });
    const { titles, diff, solved } = await fixed(files, 'anchor-changed');
    assert.deepEqual(titles, ['* Store the words that stand there now: “Chang’e–7”']);
    assert.deepEqual(diff, [
      'annotations/a.yaml:',
      `- sha256: ${hashOf(moonWorld()['seeds/a.txt'] ?? '')}`,
      '-     exact: Chang’e-7',
      `+ sha256: ${hashOf(files['seeds/a.txt'] ?? '')}`,
      '+     exact: Chang’e–7',
    ]);
    assert.equal(solved, 1);
  });

  it('leave the hash as long as another quote is not verified', async () => {
    const files = changed({
      'annotations/a.yaml': ['mentions:', verifiedAgainst('seeds/a.txt')],
      'seeds/a.txt': ['', lines('China plans to launch the Chang’e–7 probe first.')],
    });
    const { diff } = await fixed(files, 'anchor-changed');
    assert.deepEqual(diff.slice(1), ['-     exact: Chang’e-7', '+     exact: Chang’e–7']);
  });

  it('offer each place that may be meant, and quote what tells it there', async () => {
    const text = lines('It was CNSA that came first of all.', 'Then came CNSA once more.');
    const files = {
      ...moonWorld(),
      'seeds/c.txt': text,
      'annotations/c.yaml': lines(
        'source: seeds/c.txt',
        'mentions:',
        '  - id: c1',
        '    entity: cnsa',
        '    exact: CNSA # which?',
        '    note: x',
      ),
    };
    const { titles, diff, solved } = await fixed(files, 'anchor-ambiguous', 1);
    assert.deepEqual(titles, [
      'Take the one on line 1: “It was CNSA that came first of”',
      'Take the one on line 2: “Then came CNSA once more.”',
    ]);
    assert.deepEqual(diff.slice(1), ['+     prefix: "Then came "', '+     suffix: " once more."']);
    assert.equal(solved, 1);
  });

  it('mend each piece of discontinuous words', async () => {
    const source = lines('The Director–General of the Space-Agency said so.');
    const files = {
      ...moonWorld(),
      'seeds/c.txt': source,
      'annotations/c.yaml': lines(
        'source: seeds/c.txt',
        `sha256: ${'0'.repeat(64)}`,
        'mentions:',
        '  - id: c1',
        '    entity: cnsa',
        '    segments:',
        '      - {exact: Director-General, prefix: "The ", suffix: " of the Space-Agency said"}',
        '      - exact: Space–Agency',
        '        prefix: The Director-General of the ',
        '        suffix: " said so."',
      ),
    };
    const { diff, solved } = await fixed(files, 'anchor-changed');
    assert.equal(solved, 1);
    assert.match(diff.join('\n'), /exact: "Director–General"[^]*exact: Space-Agency/);
  });

  it('remove what is lost, and nothing else', async () => {
    const files = changed({ 'seeds/b.txt': ['signed on March 10', 'never heard of again'] });
    const { titles, diff, solved } = await fixed(files, 'anchor-lost', 0, 1);
    assert.deepEqual(titles, ['Remove this claim']);
    assert.equal(diff.filter((line) => line.startsWith('+')).length, 0);
    assert(diff.includes('-   - id: b3'));
    assert.equal(solved, 1);
  });

  it('refuse a file that has changed since', async () => {
    const files = changed({ 'seeds/b.txt': ['signed on March 10', 'never heard of again'] });
    const world = new World(files);
    const { Corpus } = await import('../../../src/core');
    const corpus = new Corpus(world);
    const [lost] = (await checkCorpus(corpus)).filter(({ code }) => code === 'anchor-lost');
    assert(lost);
    const [fix] = await quickFixesFor(corpus, lost.file, lost.code, lost.span);
    world.write(lost.file, '# another\n');
    await assert.rejects(async () => fix?.changes(), EditRefusedError);
  });
});
