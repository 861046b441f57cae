import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changeType } from '../../../src/core';
import { World, lines, moonWorld } from '../world';
import { refactored } from './refactored';

const [agreements, programmes] = [
  'annotations/entities/agreement.yaml',
  'annotations/entities/programme.yaml',
];

describe('changing the type of an entity', () => {
  it('moves its entry, with its comments, to the file of the new type', async () => {
    const files = {
      ...moonWorld(),
      [agreements]: lines(
        '# Agreements.',
        '',
        '# the first',
        'mou-2021: # signed twice',
        '  type: agreement # or a plan?',
        '  name: Memorandum of 2021',
        '  # no full text',
        '',
        'z: {type: agreement, name: Z}',
      ),
      [programmes]: lines('a: {type: programme, name: A}', '', 'z2: {type: programme, name: Z2}'),
    };
    const { after, label, notes, trouble } = await refactored(files, (corpus) =>
      changeType(corpus, 'mou-2021', 'programme'),
    );
    assert.equal(label, 'Change “Memorandum of 2021” to Programme');
    assert.equal(after[agreements], lines('# Agreements.', '', 'z: {type: agreement, name: Z}'));
    assert.equal(
      after[programmes],
      lines(
        'a: {type: programme, name: A}',
        '',
        '# the first',
        'mou-2021: # signed twice',
        '  type: programme # or a plan?',
        '  name: Memorandum of 2021',
        '  # no full text',
        '',
        'z2: {type: programme, name: Z2}',
      ),
    );
    assert.deepEqual([notes, trouble], [[], []]);
  });

  it('makes the file of a type that has none, and leaves one that is empty', async () => {
    const { diff } = await refactored(moonWorld(), (corpus) =>
      changeType(corpus, 'mou-2021', 'programme'),
    );
    assert.deepEqual(diff, [
      `${agreements}:`,
      '- mou-2021:',
      '-   type: agreement',
      '-   name: Memorandum of 2021',
      `${programmes}:`,
      '+ mou-2021:',
      '+   type: programme',
      '+   name: Memorandum of 2021',
    ]);
  });

  it('leaves an entry where somebody keeps it', async () => {
    const own = 'annotations/entities/all.yaml';
    const files = { ...moonWorld(), [own]: 'x: {type: place, name: X}\n' };
    const { after } = await refactored(files, (corpus) => changeType(corpus, 'x', 'event'));
    assert.equal(after[own], 'x: {type: event, name: X}\n');
    const braces = { ...moonWorld(), [programmes]: '{a: {type: programme, name: A}}\n' };
    const stays = await refactored(braces, (corpus) => changeType(corpus, 'mou-2021', 'programme'));
    assert.match(stays.after[agreements] ?? '', /type: programme/);
    assert.equal(stays.after[programmes], braces[programmes]);
    assert.deepEqual(stays.notes, [
      `The entry stays in ${agreements}: The file is written in braces, where no entry can be put with its comments.`,
    ]);
  });

  it('says beforehand what the schema objects to, and the check says it afterwards', async () => {
    const path = 'annotations/b.yaml';
    const files = {
      ...moonWorld(),
      [path]: `${moonWorld()[path] ?? ''}  - {id: b4, subject: cnsa, property: concerns, value: mou-2021, exact: signed}\n  - {id: b5, subject: mou-2021, property: party, value: cnsa, exact: signed}\n`,
    };
    const { notes, trouble } = await refactored(files, (corpus) =>
      changeType(corpus, 'mou-2021', 'event'),
    );
    assert.deepEqual(notes, [
      '3 claims (signed-on, party) will say what the schema does not allow of the type “event”, and be reported.',
    ]);
    assert.equal(trouble.length, 3);
    const values = await refactored(files, (corpus) => changeType(corpus, 'cnsa', 'event'));
    assert.deepEqual(values.notes, [
      '1 claim (party) will name it where the schema does not allow the type “event”, and be reported.',
    ]);
  });

  it('gives a date its value, and is refused without one', async () => {
    const corpus = () => World.corpus(moonWorld());
    await assert.rejects(changeType(corpus(), 'mou-2021', 'date'), {
      message: 'A date needs a value in EDTF, such as 2021-03-09 or 2021.',
    });
    const { after } = await refactored(moonWorld(), (one) =>
      changeType(one, 'mou-2021', 'date', '2021-03-09'),
    );
    assert.equal(
      after['annotations/entities/date.yaml'],
      lines('mou-2021:', '  type: date', '  name: Memorandum of 2021', '  value: "2021-03-09"'),
    );
    await assert.rejects(changeType(corpus(), 'mou-2021', 'agreement'), {
      message: '“mou-2021” is of that type already.',
    });
    await assert.rejects(changeType(corpus(), 'mou-2021', 'dragon'), {
      message: 'The schema has no entity type “dragon”.',
    });
  });
});
