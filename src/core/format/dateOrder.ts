/** The first and the last day that a date may mean, as `YYYY-MM-DD`; texts in that form sort. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/**
 * The months of EDTF's seasons, quarters and other parts of a year; seasons as in the north.
 * Winter is December or, in the other way of counting, January and February of its year.
 */
const partsOfYear: Readonly<Record<string, readonly [string, string]>> = {
  ...{ 21: ['03', '05'], 22: ['06', '08'], 23: ['09', '11'], 24: ['01', '12'] },
  ...{ 33: ['01', '03'], 34: ['04', '06'], 35: ['07', '09'], 36: ['10', '12'] },
  ...{ 37: ['01', '04'], 38: ['05', '08'], 39: ['09', '12'], 40: ['01', '06'], 41: ['07', '12'] },
};

/**
 * The days that an EDTF date or interval spans, whatever its certainty; undefined for the rarer
 * forms (sets, exponents, years before 0), which nobody can put in order.
 *
 * By the letters alone: the parser's own calendar objects would double what a web host loads.
 */
export function daysOf(edtf: string): Days | undefined {
  const [from = '', to = from, more] = edtf.replace(/[?~%]/g, '').split('/');
  const first = from === '..' || from === '' ? { first: '0000-01-01', last: '' } : dateDays(from);
  const last = to === '..' || to === '' ? { first: '', last: '9999-12-31' } : dateDays(to);
  if (!first || !last || more !== undefined || first.first > last.last) return undefined;
  return { first: first.first, last: last.last };
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

/**
 * Whether one day lies in all of the spans, which is so where one lies in every two of them. Of
 * what nobody can order it is not known.
 */
export function haveCommonDay(spans: readonly (Days | undefined)[]): boolean {
  let first = '';
  let last = '9999-12-31';
  for (const span of spans) {
    if (!span) continue;
    if (span.first > first) first = span.first;
    if (span.last < last) last = span.last;
  }
  return first <= last;
}
