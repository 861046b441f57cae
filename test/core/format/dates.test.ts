import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { daysOf, haveCommonDay } from '../../../src/core/format/dateOrder';
import { isEdtf } from '../../../src/core/format/dates';

interface Bounds {
  min: number;
  max: number;
}
interface Edtf {
  default: (text: string) => Bounds;
  parse: (text: string) => unknown;
}
/** The package that everybody takes for EDTF: too heavy to ship, good to be held against. */
const edtf = createRequire(__filename)('edtf') as Edtf;

/** The examples of the specification, level by level. */
const examples = [
  '1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04',
  '1985-04-12T23:20:30+04:30 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005',
  'Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX',
  '1985-XX-XX 1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985 1985-04-12/ 1985/ /1985-04',
  '-1985 Y-17E7 Y17E8 2001-34 [1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1667,1760-12]',
  '{1667,1668,1670..1672} {1960,1961-12} {..1984} 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX',
  '1XXX-12 1984-1X 1950S2 Y171010000S3 Y3388E2S3 2004-06~-11 2004?-06-11 ?2004-06-~11',
  '2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03',
].flatMap((line) => line.split(' '));

describe('isEdtf', () => {
  it('knows every example of the specification, at all levels', () => {
    for (const date of examples) {
      assert(isEdtf(date), date);
      assert.doesNotThrow(() => edtf.parse(date), date);
    }
  });

  it('refuses what is no date, or none of the calendar', () => {
    const others =
      'soon 9/3/2021 2021-13 2021-00 2021-1 2021-02-30 1900-02-29 2021-W05 / ../.. 2021/2022/2023';
    for (const text of ['', 'March 9', '2021-03-09'.repeat(50), ...others.split(' ')]) {
      assert(!isEdtf(text), text);
    }
  });

  it('agrees with the library on dates and intervals of digits', () => {
    const upTo = (max: number) =>
      fc.integer({ min: 0, max }).map((one) => String(one).padStart(2, '0'));
    const year = fc.integer({ min: 1001, max: 2999 }).map(String);
    const date = fc
      .tuple(year, fc.option(upTo(15)), fc.option(upTo(35)))
      .map(([one, month, day]) => [one, month, month && day].filter(Boolean).join('-'));
    const interval = fc.array(date, { minLength: 1, maxLength: 3 }).map((dates) => dates.join('/'));
    const isKnown = (text: string) => {
      try {
        edtf.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    // The library lets a 29th of February pass in every year.
    const noLeapDay = interval.filter((text) => !text.includes('-02-29'));
    fc.assert(
      fc.property(noLeapDay, (text) => {
        assert.equal(isEdtf(text), isKnown(text), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no time over hostile text', () => {
    for (const piece of ['2', 'X', '-', '?', '2021,', '[2021', '2021..', '2021/']) {
      assert(!isEdtf(piece.repeat(100)));
      isEdtf(piece.repeat(16).slice(0, 80));
    }
  });
});

describe('daysOf', () => {
  it('spans what the date may mean', () => {
    assert.deepEqual(daysOf('2021'), { first: '2021-01-01', last: '2021-12-31' });
    assert.deepEqual(daysOf('195X'), { first: '1950-01-01', last: '1959-12-31' });
    assert.deepEqual(daysOf('2020-10~/2020-12'), { first: '2020-10-01', last: '2020-12-31' });
    assert.deepEqual(daysOf('2021-03-09?'), { first: '2021-03-09', last: '2021-03-09' });
    assert.deepEqual(daysOf('2021/..'), { first: '2021-01-01', last: '9999-12-31' });
    assert.equal(daysOf('{2021,2022}'), undefined);
    assert.deepEqual(daysOf('2021-24'), { first: '2021-01-01', last: '2021-12-31' });
    assert.equal(daysOf('-0044'), undefined);
    assert.equal(daysOf('2022/2021'), undefined);
    assert.equal(daysOf('soon'), undefined);
  });

  it('begins and ends where the library’s own calendar does', () => {
    const year = fc.integer({ min: 1000, max: 2999 }).map(String);
    const month = fc.integer({ min: 1, max: 12 }).map((one) => String(one).padStart(2, '0'));
    const date = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month, fc.constantFrom('01', '15', '28')).map((parts) => parts.join('-')),
      year.map((one) => `${one.slice(0, 3)}X`),
      year.map((one) => `${one}-XX`),
    );
    fc.assert(
      fc.property(date, (text) => {
        const { min, max } = edtf.default(text);
        const days = daysOf(text);
        assert.equal(days?.first, new Date(min).toISOString().slice(0, 10));
        // A month's last day is written as 31 here: it sorts behind every real one.
        const last = new Date(max).toISOString().slice(0, 10);
        assert.equal(days.last.slice(0, 7), last.slice(0, 7));
        assert(days.last >= last);
      }),
    );
  });
});

describe('haveCommonDay', () => {
  const cases: [string, string, boolean][] = [
    ['2021-03', '2021-03-09', true],
    ['2021', '2021', true],
    ['2020-12/2021-12', '2021-03', true],
    ['2021-03-09', '2021-03-10', false],
    ['2021-03', '2021-04', false],
    ['2020/2021-03', '2021-02/2022', true],
    ['2020/2021-03', '2021-04/2022', false],
    ['2021-24', '2021-01', true],
    ['2021-24', '2021-12-24', true],
    ['2021-22', '2021-09', false],
    ['{2021,2022}', '2021', true],
    ['{2021,2022}', '{2021,2023}', true],
    ['Y17E7', '2021', true],
    ['-0044', '-0043', true],
    ['2022/2021', '2022/2021', true],
  ];
  for (const [a, b, expected] of cases) {
    it(`${a} and ${b}: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(haveCommonDay([daysOf(a), daysOf(b)]), expected);
      assert.equal(haveCommonDay([daysOf(b), daysOf(a)]), expected);
    });
  }
});
