import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placeMoments } from '../../../src/map/moments';
import { extentOf, histogram, pack, spanOf } from '../../../src/map/timeline';
import { date, ids } from './maps';

const utc = (text: string) => Date.parse(`${text}T00:00:00Z`);
const measure = (text: string) => text.length * 6;
const item = (subject: string, first: string, last = first) => {
  return { date: date(subject, first, first, last), name: subject, type: 'mission' };
};

describe('The time line', () => {
  it('draws a date as long as what it may mean', () => {
    const edge = { start: 0, end: utc('2100-01-01') };
    assert.deepEqual(extentOf({ first: '2021-02-01', last: '2021-02-31' }, edge), {
      start: utc('2021-02-01'),
      end: utc('2021-03-01'),
    });
    assert.deepEqual(extentOf({ first: '2021-03-09', last: '2021-03-09' }, edge), {
      start: utc('2021-03-09'),
      end: utc('2021-03-10'),
    });
    assert.deepEqual(extentOf({ first: undefined, last: '2027-12-31' }, edge), {
      start: 0,
      end: utc('2028-01-01'),
    });
    assert.equal(extentOf({ first: '0044-03-15', last: undefined }, edge).start, utc('0044-03-15'));
  });

  it('spans all dates, and nothing where there are none', () => {
    assert.equal(spanOf([]), undefined);
    assert.equal(spanOf([date('a', '../..')]), undefined);
    const span = spanOf([
      date('a', '2020', '2020-01-01', '2020-12-31'),
      date('b', 'x', '2022-05-05'),
    ]);
    assert.ok(span && span.start < utc('2020-01-01') && span.end > utc('2022-05-06'));
  });

  it('packs into lanes what would overlap, and says what finds none', () => {
    const stretch = (left: number, right: number) => ({ left, right });
    assert.deepEqual(
      pack(
        [[stretch(0, 10)], [stretch(5, 15), stretch(10, 20)], [stretch(12, 30)], [stretch(0, 99)]],
        2,
      ),
      [{ lane: 0, choice: 0 }, { lane: 0, choice: 1 }, { lane: 1, choice: 0 }, undefined],
    );
  });

  it('places names so that none overlap, and counts the rest', () => {
    const items = ids('mission', 40).map((id, at) =>
      item(id, `2021-03-${String((at % 28) + 1).padStart(2, '0')}`),
    );
    const x = (time: number) => (time - utc('2021-01-01')) / 86_400_000;
    const { placed, left } = placeMoments(items, x, { width: 900, lanes: 5 }, measure);
    assert.equal(placed.length + left.length, 40);
    assert.ok(left.length > 0);
    const extents = placed.map(({ mark, label, suffix, isLabelLeft, lane }) => {
      const text = measure(label) + measure(suffix) + 14;
      return isLabelLeft
        ? { lane, left: mark.left - text, right: mark.right }
        : { lane, left: mark.left, right: mark.right + text };
    });
    for (const [at, a] of extents.entries()) {
      for (const b of extents.slice(at + 1)) {
        assert.ok(a.lane !== b.lane || a.right <= b.left || b.right <= a.left);
      }
    }
  });

  it('places the selected first, and nothing that is out of view', () => {
    const items = [
      ...ids('mission', 9).map((id) => item(id, '2021-03-01')),
      item('late', '2031-01-01'),
    ];
    const x = (time: number) => (time - utc('2021-01-01')) / 86_400_000;
    const { placed } = placeMoments(items, x, { width: 300, lanes: 1 }, measure, 'mission-8');
    assert.deepEqual(
      placed.map(({ date: { subject } }) => subject),
      ['mission-8'],
    );
  });

  it('counts by stretches of time', () => {
    assert.deepEqual(histogram([0, 1, 9, 10, 99], { left: 0, right: 10 }, 2), [2, 2]);
  });
});
