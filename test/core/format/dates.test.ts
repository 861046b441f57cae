import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { areCompatibleDates, daysOf } from '../../../src/core/format/dateOrder';
import { isEdtf } from '../../../src/core/format/dates';

interface Bounds {
  min: number;
  max: number;
}
const edtf = createRequire(__filename)('edtf') as { default: (text: string) => Bounds };

describe('isEdtf', () => {
  it('knows dates of every level from other texts', () => {
    for (const date of ['2021', '2021-03', '2021-03-09', '195X', '2026-07/2026-12', '2017-11?']) {
      assert(isEdtf(date), date);
    }
    for (const text of ['', 'March 9', '2021-13', '9/3/2021', '2021-03-09'.repeat(50)]) {
      assert(!isEdtf(text), text);
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

describe('areCompatibleDates', () => {
  const cases: [string, string, boolean][] = [
    ['2021-03', '2021-03-09', true],
    ['2021', '2021', true],
    ['2020-12/2021-12', '2021-03', true],
    ['2021-03-09', '2021-03-10', false],
    ['2021-03', '2021-04', false],
    ['{2021,2022}', '2021', false],
  ];
  for (const [a, b, expected] of cases) {
    it(`${a} and ${b}: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(areCompatibleDates(a, b), expected);
      assert.equal(areCompatibleDates(b, a), expected);
    });
  }
});
