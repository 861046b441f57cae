import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type NewClaim, addClaim, chooseClaim } from '../../../src/core';
import { World, lines, moonWorld } from '../world';
import { type Deed, answering } from './answers';

const source = 'seeds/c.txt';
const text = lines(
  'The CNSA spoke. Chang’e-7 of CNSA is planned for August 2026.',
  'The memorandum was signed by CNSA on March 9, 2021, it said.',
);

function corpus() {
  return World.corpus({
    ...moonWorld(),
    [source]: text,
    'annotations/c.yaml': lines(
      `source: ${source}`,
      'mentions:',
      '  - {id: c1, entity: cnsa, exact: CNSA, suffix: " spoke"}',
      '  - {id: c2, entity: chang-e-7, exact: Chang’e-7}',
      '  - {id: c3, entity: cnsa, exact: CNSA, suffix: " is planned"}',
      '  - {id: c4, entity: mou-2021, kind: nominal, exact: The memorandum}',
      '  - {id: c5, entity: cnsa, exact: CNSA, suffix: " on March"}',
    ),
  });
}

const spanOf = (words: string) => {
  const start = text.indexOf(words);
  assert(start >= 0, words);
  return { start, end: start + words.length };
};
const cursorIn = (words: string) => ({ start: spanOf(words).start, end: spanOf(words).start });

async function choose(selections: { start: number; end: number }[], ...deeds: Deed[]) {
  const somebody = answering(...deeds);
  const chosen = await chooseClaim(corpus(), source, selections, somebody.asking);
  assert(somebody.isDone());
  const { span, source: of, ...claim } = chosen?.claim ?? ({} as Partial<NewClaim>);
  assert.equal(of, chosen && source);
  if (chosen) assert.deepEqual(somebody.shown, [span]);
  assert.equal(span && text.slice(span.start, span.end), claim.words);
  return { claim, asked: somebody.asked, sentence: chosen?.sentence };
}

describe('chooseClaim', () => {
  it('guesses subject, property and date from the selected words', async () => {
    const { claim, asked, sentence } = await choose(
      [spanOf('signed by CNSA on March 9, 2021')],
      'enter',
      'enter',
      'enter',
    );
    assert.deepEqual(asked[0]?.slice(0, 3), [
      'Claim in “signed by CNSA on March 9, 2021”',
      'Memorandum of 2021',
      'China National Space Administration',
    ]);
    assert.deepEqual(asked[1]?.slice(1, 3), ['signed by', 'signed on']);
    assert.deepEqual(asked[2]?.slice(1, 2), ['China National Space Administration']);
    assert.deepEqual(claim, {
      words: 'signed by CNSA on March 9, 2021',
      subject: 'mou-2021',
      property: 'signed-by',
      value: 'cnsa',
    });
    assert.equal(sentence, 'Memorandum of 2021: signed by China National Space Administration');
  });

  it('takes the sentence at the cursor, without its end mark', async () => {
    const { claim, asked } = await choose([cursorIn('of CNSA is')], 'enter', 'enter', 'enter');
    assert.deepEqual(claim, {
      words: 'Chang’e-7 of CNSA is planned for August 2026',
      subject: 'chang-e-7',
      property: 'planned-for',
      value: '2026-08',
    });
    assert.equal(asked[2]?.[1], 'August 2026');
  });

  it('takes a date as it is typed, in EDTF or in words', async () => {
    for (const typed of ['2026-09', 'September 2026']) {
      const { claim } = await choose([cursorIn('of CNSA is')], 'enter', 'enter', {
        pick: 'September 2026',
        type: typed,
      });
      assert.equal(claim.value, '2026-09');
    }
  });

  it('asks for nothing but the property between two mentions', async () => {
    const pair = [spanOf('The memorandum'), spanOf('CNSA on March').start].map((one) =>
      typeof one === 'number' ? { start: one, end: one } : one,
    );
    const { claim, asked } = await choose(pair, 'enter');
    assert.equal(asked.length, 1);
    assert.deepEqual(claim, {
      words: 'The memorandum was signed by CNSA',
      subject: 'mou-2021',
      property: 'signed-by',
      value: 'cnsa',
    });
  });

  it('proposes words for a property that takes words, and goes back', async () => {
    const { claim, asked } = await choose(
      [spanOf('was signed')],
      'enter',
      { pick: 'status' },
      'back',
      'back',
      { pick: "Chang'e 7" },
      { pick: 'status' },
      { type: 'signed' },
    );
    assert.deepEqual(asked[2], ['Claim in “was signed”', 'was signed']);
    assert.deepEqual(claim, {
      words: 'was signed',
      subject: 'chang-e-7',
      property: 'status',
      value: 'signed',
    });
  });

  it('is nothing where the user gives up, or there are no words', async () => {
    assert.deepEqual((await choose([spanOf('was signed')], 'enter', 'escape')).claim, {});
    const end = { start: text.length, end: text.length };
    assert.deepEqual((await choose([end])).claim, {});
  });
});

describe('addClaim', () => {
  const claim: NewClaim = {
    source,
    span: spanOf('planned for August 2026'),
    words: 'planned for August 2026',
    subject: 'chang-e-7',
    property: 'planned-for',
    value: '2026-08',
  };

  it('adds the record at its place, and nothing else', async () => {
    const { path, before, after } = await addClaim(corpus(), claim);
    assert.equal(path, 'annotations/c.yaml');
    const added = after.replace(/id: "?[0-9a-hjkmnp-tv-z]{8}"?$/m, 'id: NEW').slice(before?.length);
    assert.equal(after.slice(0, before?.length), before);
    assert.equal(
      added,
      lines(
        'claims:',
        '  - id: NEW',
        '    subject: chang-e-7',
        '    property: planned-for',
        '    value: 2026-08',
        '    exact: planned for August 2026',
        '    prefix: "spoke. Chang’e-7 of CNSA is "',
        '    suffix: "."',
      ),
    );
  });

  it('refuses what the schema and the registry do not allow, and what is claimed there', async () => {
    const refused: [Partial<NewClaim>, RegExp][] = [
      [{ subject: 'nobody' }, /no entity “nobody”/],
      [{ property: 'nothing' }, /no property “nothing”/],
      [{ value: 'soon' }, /Write a date in EDTF/],
      [{ property: 'carries', value: 'cnsa' }, /“carries” takes Instrument, Spacecraft/],
      [{ words: 'planned for August 2027' }, /has changed meanwhile/],
    ];
    for (const [wrong, reason] of refused) {
      await assert.rejects(addClaim(corpus(), { ...claim, ...wrong }), reason);
    }
    const files = moonWorld();
    const start = files['seeds/b.txt']?.indexOf('signed on March 10') ?? -1;
    const again = {
      source: 'seeds/b.txt',
      span: { start, end: start + 'signed on March 10'.length },
      words: 'signed on March 10',
      subject: 'mou-2021',
      property: 'signed-on',
      value: '2021-03-10',
    };
    await assert.rejects(addClaim(World.corpus(files), again), /claim that already/);
  });
});
