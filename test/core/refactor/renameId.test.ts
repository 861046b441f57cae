import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, EditRefusedError, renameId, whyNotRenamed } from '../../../src/core';
import { World, lines, moonWorld } from '../world';
import { applied, refactored } from './refactored';

const mou = { kind: 'entity', id: 'mou-2021' } as const;

/** The moon world, with the agreement wherever an entity may stand. */
function everywhere(): Record<string, string> {
  const files = moonWorld();
  return {
    ...files,
    'annotations/a.yaml': `${files['annotations/a.yaml'] ?? ''}${lines(
      '  - {id: a5, subject: cnsa, property: concerns, value: "mou-2021", exact: CNSA} # by value',
      'rejected:',
      '  - entity: mou-2021 # not this',
      '    exact: plans',
    )}`,
    'annotations/tensions.yaml': lines(
      'dates:',
      '  entities: [cnsa, mou-2021]',
      '  statement: The sources date mou-2021 otherwise.',
      '  quotes: [{source: seeds/a.txt, exact: CNSA}]',
    ),
    'annotations/entities/agreement.yaml': lines(
      '# All agreements.',
      '',
      'aa:',
      '  type: agreement',
      '  name: The first',
      '',
      '# Also called memorandum.',
      'mou-2021:',
      '  type: agreement',
      '  name: Memorandum of 2021',
      '  # no full text',
      '',
      'nn: {type: agreement, name: The last}',
    ),
  };
}

describe('renaming an id', () => {
  it('changes the entry and everything that names it, and nothing else', async () => {
    const { diff, trouble, label, notes } = await refactored(everywhere(), (corpus) =>
      renameId(corpus, mou, 'memorandum'),
    );
    assert.equal(label, 'Rename “mou-2021” to “memorandum”');
    assert.deepEqual(diff, [
      'annotations/a.yaml:',
      '-     entity: mou-2021',
      '-     subject: mou-2021',
      '-   - {id: a5, subject: cnsa, property: concerns, value: "mou-2021", exact: CNSA} # by value',
      '-   - entity: mou-2021 # not this',
      '+     entity: memorandum',
      '+     subject: memorandum',
      '+   - {id: a5, subject: cnsa, property: concerns, value: memorandum, exact: CNSA} # by value',
      '+   - entity: memorandum # not this',
      'annotations/b.yaml:',
      '-     entity: mou-2021',
      '-     subject: mou-2021',
      '+     entity: memorandum',
      '+     subject: memorandum',
      'annotations/entities/agreement.yaml:',
      '- mou-2021:',
      '+ memorandum:',
      'annotations/tensions.yaml:',
      '-   entities: [cnsa, mou-2021]',
      '+   entities: [cnsa, memorandum]',
    ]);
    assert.deepEqual(notes, []);
    assert.deepEqual(trouble, []);
  });

  it('keeps a sorted registry sorted: the entry moves with its comments and its blank line', async () => {
    const path = 'annotations/entities/agreement.yaml';
    const { after } = await refactored(everywhere(), (corpus) => renameId(corpus, mou, 'zz'));
    assert.equal(
      after[path],
      lines(
        '# All agreements.',
        '',
        'aa:',
        '  type: agreement',
        '  name: The first',
        '',
        'nn: {type: agreement, name: The last}',
        '',
        '# Also called memorandum.',
        'zz:',
        '  type: agreement',
        '  name: Memorandum of 2021',
        '  # no full text',
      ),
    );
  });

  it('leaves an entry where it is in a registry that is not sorted', async () => {
    const path = 'annotations/entities/agreement.yaml';
    const text = lines(
      'x: {type: agreement, name: X}',
      'mou-2021: {type: agreement, name: M}',
      'a: {type: agreement, name: A}',
    );
    const files = { ...moonWorld(), [path]: text };
    const { after } = await refactored(files, (corpus) => renameId(corpus, mou, 'zz'));
    assert.equal(after[path], text.replace('mou-2021', 'zz'));
  });

  it('and back gives the same bytes, wherever the entry goes', async () => {
    for (const to of ['0', 'ab', 'memorandum', 'no', 'zz']) {
      for (const [id, files] of [
        ['mou-2021', everywhere()],
        ['aa', everywhere()],
        ['nn', everywhere()],
      ] as const) {
        const there = await refactored(files, (corpus) =>
          renameId(corpus, { kind: 'entity', id }, to),
        );
        const back = await refactored(there.after, (corpus) =>
          renameId(corpus, { kind: 'entity', id: to }, id),
        );
        assert.deepEqual(back.after, {
          ...files,
          'annotations/a.yaml': back.after['annotations/a.yaml'],
        });
      }
    }
  });

  it('renames types and properties in the schema and wherever they are used', async () => {
    const schema = lines(
      'types:',
      '  mission: {label: Mission}',
      '  agreement: {label: Agreement}',
      'properties:',
      '  signed-on: {domain: [agreement, mission], range: date} # when',
      '  about: {domain: mission, range: [agreement]}',
    );
    const files = { ...moonWorld(), 'annotations/schema.yaml': schema };
    const type = await refactored(files, (corpus) =>
      renameId(corpus, { kind: 'type', id: 'agreement' }, 'treaty'),
    );
    assert.equal(type.after['annotations/schema.yaml'], schema.replaceAll('agreement', 'treaty'));
    assert.match(type.after['annotations/entities/agreement.yaml'] ?? '', / {2}type: treaty\n/);
    assert.deepEqual(type.trouble, []);
    const property = await refactored(files, (corpus) =>
      renameId(corpus, { kind: 'property', id: 'signed-on' }, 'signed'),
    );
    assert.deepEqual(property.diff, [
      'annotations/a.yaml:',
      '-     property: signed-on',
      '+     property: signed',
      'annotations/b.yaml:',
      '-     property: signed-on',
      '+     property: signed',
      'annotations/schema.yaml:',
      '-   signed-on: {domain: [agreement, mission], range: date} # when',
      '+   signed: {domain: [agreement, mission], range: date} # when',
    ]);
  });

  it('changes an id that is written with escapes, in a file that nowhere spells it', async () => {
    const files = moonWorld();
    const path = 'annotations/tensions.yaml';
    const text = lines(
      'one:',
      '  entities: ["mou\\x2d2021"] # escaped',
      '  statement: It was signed twice.',
      '  quotes: [{source: seeds/a.txt, exact: CNSA}]',
    );
    const { after } = await refactored({ ...files, [path]: text }, (corpus) =>
      renameId(corpus, mou, 'memorandum'),
    );
    assert.equal(after[path], text.replace('"mou\\x2d2021"', 'memorandum'));
  });

  it('mends an id that is misspelt everywhere', async () => {
    const files = moonWorld();
    const path = 'annotations/entities/agreement.yaml';
    const misspelt = { ...files, [path]: (files[path] ?? '').replace('mou-2021', 'mou') };
    const { trouble, after } = await refactored(misspelt, (corpus) => renameId(corpus, mou, 'mou'));
    assert.deepEqual(
      trouble.filter((one) => !one.startsWith('contradiction')),
      [],
    );
    assert.doesNotMatch(JSON.stringify(after), /mou-2021/);
  });

  it('is refused with a reason', async () => {
    const reasons = await Promise.all(
      ['mou-2021', 'cnsa', 'Not an id', ''].map((to) =>
        whyNotRenamed(World.corpus(moonWorld()), mou, to),
      ),
    );
    assert.deepEqual(reasons, [
      '“mou-2021” is its id already.',
      'There is an entity “cnsa” already.',
      '“Not an id” is no id: write lower-case words joined by hyphens.',
      '“” is no id: write lower-case words joined by hyphens.',
    ]);
    const corpus = World.corpus(moonWorld());
    await assert.rejects(renameId(corpus, mou, 'cnsa'), EditRefusedError);
    assert.equal(
      await whyNotRenamed(corpus, { kind: 'type', id: 'mission' }, 'flight'),
      '“mission” is built into Glossator and keeps its id.',
    );
  });

  it('is refused as a whole where a file that names the id has errors, and says where', async () => {
    const files = moonWorld();
    const broken = { ...files, 'annotations/b.yaml': `${files['annotations/b.yaml'] ?? ''}x: [\n` };
    await assert.rejects(renameId(World.corpus(broken), mou, 'memorandum'), {
      message: /^annotations\/b\.yaml has an error on line \d+; nothing is changed anywhere/,
    });
    const elsewhere = { ...files, 'annotations/c.yaml': 'x: [\n' };
    const { changes } = await renameId(World.corpus(elsewhere), mou, 'memorandum');
    assert.equal(changes.length, 3);
    const twice = {
      ...files,
      'annotations/entities/x.yaml': 'mou-2021: {type: agreement, name: M}\n',
    };
    await assert.rejects(renameId(World.corpus(twice), mou, 'memorandum'), {
      message:
        '“mou-2021” stands twice (annotations/entities/agreement.yaml, annotations/entities/x.yaml); mend that first.',
    });
  });

  it('says what will mean the same besides', async () => {
    const files = moonWorld();
    const path = 'annotations/b.yaml';
    const dangling = { ...files, [path]: (files[path] ?? '').replaceAll('mou-2021', 'memorandum') };
    const { notes } = await refactored(dangling, (corpus) => renameId(corpus, mou, 'memorandum'));
    assert.deepEqual(notes, ['“memorandum” stands in 2 places already: all will mean the same.']);
  });

  it('changes nothing once nobody waits for it, and tells how far it is', async () => {
    const corpus = new Corpus(new World(moonWorld()));
    const told: string[] = [];
    const done = await renameId(corpus, mou, 'memorandum', {
      onProgress: (files, total) => told.push(`${files}/${total}`),
    });
    assert.deepEqual(told, ['1/3', '2/3', '3/3']);
    assert.equal(applied(moonWorld(), done)['annotations/a.yaml']?.includes('mou-2021'), false);
    const cancelled = await renameId(corpus, mou, 'memorandum', {
      cancellation: { isCancellationRequested: true },
    });
    assert.deepEqual(cancelled.changes, []);
  });
});
