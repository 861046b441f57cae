/** The first and the last day that a date may mean, as `YYYY-MM-DD`; texts in that form sort. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The months of EDTF's seasons, quarters and other parts of a year; seasons as in the north. */
const partsOfYear: Readonly<Record<string, readonly [string, string]>> = {
  ...{ 21: ['03', '05'], 22: ['06', '08'], 23: ['09', '11'], 24: ['12', '12'] },
  ...{ 33: ['01', '03'], 34: ['04', '06'], 35: ['07', '09'], 36: ['10', '12'] },
  ...{ 37: ['01', '04'], 38: ['05', '08'], 39: ['09', '12'], 40: ['01', '06'], 41: ['07', '12'] },
};

/**
 * The days that an EDTF date or interval spans, whatever its certainty; undefined for the rarer
 * forms (sets, exponents), which nobody can put in order.
 *
 * By the letters alone: the parser's own calendar objects would double what a web host loads.
 */
export function daysOf(edtf: string): Days | undefined {
  const [from = '', to = from, more] = edtf.replace(/[?~%]/g, '').split('/');
  const first = from === '..' || from === '' ? { first: '0000-01-01', last: '' } : dateDays(from);
  const last = to === '..' || to === '' ? { first: '', last: '9999-12-31' } : dateDays(to);
  return first && last && more === undefined ? { first: first.first, last: last.last } : undefined;
}

function dateDays(date: string): Days | undefined {
  const parts = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T.*)?$/.exec(date);
  if (!parts) return undefined;
  const [, year = '', month = 'XX', day = 'XX'] = parts;
  const [firstMonth, lastMonth] = partsOfYear[month] ?? [least(month, '01'), most(month, '12')];
  return {
    first: `${year.replaceAll('X', '0')}-${firstMonth}-${least(day, '01')}`,
    last: `${year.replaceAll('X', '9')}-${lastMonth}-${most(day, '31')}`,
  };
}

function least(digits: string, floor: string): string {
  const value = digits.replaceAll('X', '0');
  return value < floor ? floor : value;
}

function most(digits: string, ceiling: string): string {
  const value = digits.replaceAll('X', '9');
  return value > ceiling ? ceiling : value;
}

/** Whether two dates can both be true of one day: one of them is only the less precise. */
export function areCompatibleDates(a: string, b: string): boolean {
  const [x, y] = [daysOf(a), daysOf(b)];
  if (!x || !y) return a === b;
  return (x.first <= y.first && y.last <= x.last) || (y.first <= x.first && x.last <= y.last);
}
