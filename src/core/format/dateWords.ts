/**
 * Dates as a reader says them, and never more precisely than they are given: `2021-03` is March
 * 2021, no day of it. What has no plain words stays as it is written.
 */

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** EDTF's parts of a year, by their number in the place of the month. */
const partsOfYear: Readonly<Record<string, string>> = {
  ...{ 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' },
  ...{ 25: 'northern spring', 26: 'northern summer', 27: 'northern autumn', 28: 'northern winter' },
  ...{ 29: 'southern spring', 30: 'southern summer', 31: 'southern autumn', 32: 'southern winter' },
  ...{ 33: 'first quarter of', 34: 'second quarter of', 35: 'third quarter of' },
  ...{ 36: 'last quarter of', 37: 'first third of', 38: 'second third of', 39: 'last third of' },
  ...{ 40: 'first half of', 41: 'second half of' },
};

/** The words for an EDTF date or period; the text itself where there are none. */
export function dateInWords(edtf: string): string {
  const set = /^[[{](.*)[\]}]$/.exec(edtf);
  if (set?.[1] !== undefined) {
    const members = set[1].split(',').map((one) => one.split('..').map(single).join(' … '));
    return `${edtf.startsWith('[') ? 'one of' : 'all of'} ${members.join(', ')}`;
  }
  const [from = '', to, more] = edtf.split('/');
  if (to === undefined || more !== undefined) return single(edtf);
  if (from === '' || from === '..') {
    return `until ${single(to)}${from === '' ? ', beginning unknown' : ''}`;
  }
  if (to === '') return `from ${single(from)}, end unknown`;
  return to === '..' ? `from ${single(from)}` : `${single(from)} to ${single(to)}`;
}

/** A date with what is said of its certainty: a mark behind it holds for all of it. */
function single(date: string): string {
  const marks = date.replace(/[^?~%]/g, '');
  const bare = date.replace(/[?~%]/g, '');
  if (marks === '') return plain(bare);
  const about = /[~%]/.test(marks) ? 'approximate' : '';
  const doubtful = /[?%]/.test(marks) ? 'uncertain' : '';
  const certainty = [about, doubtful].filter(Boolean).join(' and ');
  const whole = /[?~%]$/.test(date) && marks.length === 1;
  return `${plain(bare)} (${whole ? certainty : `in part ${certainty}`})`;
}

function plain(date: string): string {
  const parts = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T(.+))?$/.exec(date);
  if (!parts) return date;
  const [, year = '', month, day, time] = parts;
  const when = inYear(yearInWords(year), month, day);
  if (when === undefined) return date;
  return time === undefined ? when : `${when}, ${time.replace(/Z$/, ' UTC')}`;
}

function inYear(year: string | undefined, month?: string, day?: string): string | undefined {
  if (year === undefined || month === undefined) return year;
  if (month === 'XX') {
    return day === undefined || day === 'XX' ? `${year}, month unknown` : undefined;
  }
  const part = partsOfYear[month];
  if (part !== undefined) return day === undefined ? `${part} ${year}` : undefined;
  const name = months[Number(month) - 1];
  if (name === undefined) return undefined;
  if (day === undefined) return `${name} ${year}`;
  if (day === 'XX') return `${name} ${year}, day unknown`;
  return day.includes('X') ? undefined : `${Number(day)} ${name} ${year}`;
}

/** `2021`, `2020s`, `2000–2099`. */
export function yearInWords(year: string): string | undefined {
  if (/^\d{4}$/.test(year)) return year;
  if (/^\d{3}X$/.test(year)) return `${year.slice(0, 3)}0s`;
  return /^\d{2}XX$/.test(year) ? `${year.slice(0, 2)}00–${year.slice(0, 2)}99` : undefined;
}
