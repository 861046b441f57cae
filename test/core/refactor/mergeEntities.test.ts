import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mergeEntities } from '../../../src/core';
import { World, lines, moonWorld } from '../world';
import { refactored } from './refactored';

const organizations = 'annotations/entities/organization.yaml';
const [a, b] = ['annotations/a.yaml', 'annotations/b.yaml'];

/** The moon world with a second entry for the same agency, used wherever an entity may be. */
function doubled(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const files = moonWorld();
  return {
    ...files,
    [organizations]: lines(
      '# Agencies.',
      '',
      'china-space:',
      '  # from the first source',
      '  type: organization',
      '  name: China Space # not official',
      '  aliases: CNSA',
      '  description: An agency.',
      '  same-as: [urn:2]',
      '  note: Found twice.',
      '  attributes: {seat: Beijing, staff: "9"}',
      'cnsa:',
      '  type: organization',
      '  name: China National Space Administration',
      '  aliases: [CNSA]',
      '  description: The space agency of China.',
      '  attributes:',
      '    staff: "8"',
    ),
    [b]: `${files[b] ?? ''}${lines(
      '  - {id: b4, subject: china-space, property: concerns, value: chang-e-7, exact: signed} # kept',
      '  - {id: b5, subject: chang-e-7, property: operator, value: china-space, exact: detector}',
      'rejected:',
      '  - {entity: china-space, exact: carries}',
    )}`,
    'annotations/tensions.yaml': lines(
      'one:',
      '  entities: [china-space, mou-2021]',
      '  statement: China Space signs.',
      '  quotes: [{source: seeds/a.txt, exact: CNSA}]',
      'two:',
      '  entities: [cnsa, china-space] # both',
      '  statement: China Space is CNSA.',
      '  quotes: [{source: seeds/a.txt, exact: CNSA}]',
    ),
    ...changes,
  };
}

const merged = (files: Readonly<Record<string, string>>) =>
  refactored(files, (corpus) => mergeEntities(corpus, 'cnsa', 'china-space'));

describe('merging two entities', () => {
  it('gives all that is said of one to the other, and loses nothing of its entry', async () => {
    const { after, label, notes, trouble } = await merged(doubled());
    assert.equal(label, 'Merge “China Space” into “China National Space Administration”');
    assert.equal(
      after[organizations],
      lines(
        '# Agencies.',
        '',
        '# from the first source',
        '# not official',
        'cnsa:',
        '  type: organization',
        '  name: China National Space Administration',
        '  aliases: [CNSA, "China Space"]',
        '  description: The space agency of China.',
        '  same-as:',
        '    - urn:2',
        '  note: "Found twice. Merged from china-space: description: An agency.; staff: 9"',
        '  attributes:',
        '    staff: "8"',
        '    seat: Beijing',
      ),
    );
    assert.deepEqual(notes, [
      'What only one entry can say goes into the note of the one that stays.',
    ]);
    assert.deepEqual(trouble, []);
    assert.doesNotMatch(after[b] ?? '', /china-space/);
    assert.match(
      after[b] ?? '',
      /subject: cnsa, property: concerns, value: chang-e-7, exact: signed\} # kept/,
    );
    assert.match(after[b] ?? '', /value: cnsa, exact: detector/);
    assert.match(after[b] ?? '', /\{entity: cnsa, exact: carries\}/);
    assert.match(after['annotations/tensions.yaml'] ?? '', /entities: \[cnsa, mou-2021\]\n/);
    assert.match(after['annotations/tensions.yaml'] ?? '', /entities: \[cnsa\] # both\n/);
  });

  it('says once what both say of the same words, also where they are quoted otherwise', async () => {
    const text = (moonWorld()[a] ?? '').replace(
      'claims:',
      lines(
        '  - {id: a5, entity: china-space, exact: CNSA, role: definition}',
        '  - {id: a6, entity: china-space, exact: Roscosmos}',
        'claims:',
        '  - {id: a7, subject: cnsa, property: position, value: first, exact: signed a memorandum}',
        '  - {id: a8, subject: china-space, property: position, value: first, exact: signed a memorandum, suffix: " on"}',
        '  - {id: a9, subject: china-space, property: concerns, value: cnsa, exact: Roscosmos}',
      ).trimEnd(),
    );
    const rejected = lines(
      'rejected:',
      '  - {entity: cnsa, exact: Roscosmos}',
      '  - {entity: cnsa, exact: plans}',
      '  - {entity: china-space, exact: plans}',
      '  - {exact: first}',
    );
    const { after, notes } = await merged(doubled({ [a]: text + rejected }));
    const now = after[a] ?? '';
    assert.doesNotMatch(now, /a5|a8|china-space/);
    assert.match(now, /id: a2\n {4}entity: cnsa\n {4}role: definition\n {4}exact: CNSA\n/);
    assert.match(now, /\{id: a6, entity: cnsa, exact: Roscosmos\}/);
    assert.match(
      now,
      /\{id: a9, subject: cnsa, property: concerns, value: cnsa, exact: Roscosmos\}/,
    );
    assert.match(now, /rejected:\n {2}- \{entity: cnsa, exact: plans\}\n {2}- \{exact: first\}\n$/);
    assert.deepEqual(notes, [
      '3 records say the same as another and will go.',
      '1 rejection of words that mention the other will go.',
      '1 claim will tie the entity to itself.',
      'What only one entry can say goes into the note of the one that stays.',
    ]);
  });

  it('says which claims may still mean the one that goes', async () => {
    const claim =
      '  - {id: a5, subject: mou-2021, property: mine, value: china-space, exact: CNSA}\n';
    const { after, notes } = await merged(doubled({ [a]: (moonWorld()[a] ?? '') + claim }));
    assert((after[a] ?? '').endsWith(claim));
    assert.deepEqual(notes, [
      'What only one entry can say goes into the note of the one that stays.',
      '1 claim with a property that the schema does not know may mean “china-space” and stay as they are.',
    ]);
  });

  it('introduces an entity once', async () => {
    const text = (moonWorld()[a] ?? '')
      .replace('    entity: cnsa\n', '    entity: cnsa\n    role: definition\n')
      .replace(
        'claims:',
        '  - {id: a6, entity: china-space, role: definition, exact: Roscosmos}\nclaims:',
      );
    const { after, notes } = await merged(doubled({ [a]: text }));
    assert.match(after[a] ?? '', /\{id: a6, entity: cnsa, exact: Roscosmos\}/);
    assert.equal(
      notes[0],
      '1 passage that introduces the one that goes will be a mention like others.',
    );
  });

  it('takes entries from files of their own, and says what the schema objects to', async () => {
    const places = 'annotations/entities/place.yaml';
    const files = {
      ...moonWorld(),
      [places]: 'china-space: {type: place, name: China}\n',
      [b]: `${moonWorld()[b] ?? ''}  - {id: b4, subject: chang-e-7, property: destination, value: china-space, exact: signed}\n`,
    };
    const { after, notes, trouble } = await merged(files);
    assert.equal(after[places], '');
    assert.equal(
      after[organizations],
      lines(
        'cnsa:',
        '  type: organization',
        '  name: China National Space Administration',
        '  aliases: [CNSA, China]',
        '  note: "Merged from china-space: type: place"',
      ),
    );
    assert.deepEqual(notes, [
      'What only one entry can say goes into the note of the one that stays.',
      '1 claim (destination) will name it where the schema does not allow the type “organization”, and be reported.',
    ]);
    assert.deepEqual(trouble, [
      'bad-value: “destination” takes place; “cnsa” is of type “organization”.',
    ]);
  });

  it('is refused where something would be lost, with a reason', async () => {
    const merge = (files: Readonly<Record<string, string>>) =>
      mergeEntities(World.corpus(files), 'cnsa', 'china-space');
    const twin = (extra: string) =>
      doubled({
        [a]: (moonWorld()[a] ?? '').replace(
          'claims:',
          `  - {id: a5, entity: china-space, exact: CNSA${extra}\nclaims:`,
        ),
      });
    await assert.rejects(merge(twin(', note: sure}')), {
      message:
        'Two records would say the same of “CNSA”, but one of them has a key “note”; remove one by hand.',
    });
    await assert.rejects(merge(twin(', kind: nominal}')), {
      message:
        'The mention “CNSA” is of the kind “name”, and “CNSA” of the kind “nominal”; give both the same kind first.',
    });
    await assert.rejects(merge(twin('} # sure')), {
      message: `${a} cannot be changed: The comment “# sure” would be lost; move it first.`,
    });
    const unknown = doubled({
      [organizations]:
        'china-space: {type: organization, name: C, mine: x}\ncnsa: {type: organization, name: D}\n',
    });
    await assert.rejects(merge(unknown), {
      message:
        'The entry of “china-space” has a key “mine” that Glossator does not know; move it by hand first.',
    });
    await assert.rejects(merge(moonWorld()), {
      message: 'The registry has no entity “china-space”.',
    });
    await assert.rejects(mergeEntities(World.corpus(doubled()), 'cnsa', 'cnsa'), {
      message: 'An entity cannot be merged with itself.',
    });
    const broken = doubled({ 'annotations/tensions.yaml': 'one: {entities: [china-space}\n' });
    await assert.rejects(merge(broken), {
      message: /^annotations\/tensions\.yaml has an error on line 1/,
    });
  });
});
