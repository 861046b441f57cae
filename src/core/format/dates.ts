/**
 * EDTF (ISO 8601-2:2019, the Library of Congress's profile) at levels 0 to 2, as a grammar of
 * regular expressions. Ours because the one well-kept package weighs half as much as all of our
 * code, and a web host loads everything; its verdicts are what the tests hold this against.
 */

/** Longer than any date. */
const maxLength = 80;

/** Uncertain, approximate, or both: of a component before it, of all up to it behind. */
const mark = '[?~%]?';
const year = '-?[0-9X]{4}(?:S[1-9][0-9]?)?';
const longYear = 'Y-?(?:[1-9][0-9]{4,}|[1-9][0-9]*E[1-9][0-9]*)(?:S[1-9][0-9]?)?';
const month = '(?:0[1-9]|1[0-2]|[01X]X|X[0-9])';
const day = '(?:0[1-9]|[12][0-9]|3[01]|[0-3X]X|X[0-9])';
/** Seasons, with and without a hemisphere, quarters, quadrimesters and halves of a year. */
const partOfYear = '(?:2[1-9]|3[0-9]|4[01])';

const calendarDate = `${mark}${year}${mark}(?:-${mark}${month}${mark}(?:-${mark}${day}${mark})?)?`;
const date = `(?:${calendarDate}|${year}-${partOfYear}${mark}|${longYear})`;
const zone = '(?:Z|[+-](?:0[0-9]|1[0-4]):?(?:[0-5][0-9])?)?';
const dateTime = `-?[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]${zone}`;
const known = `(?:${date}|${dateTime})`;
/** Open (`..`) or unknown (nothing). */
const bound = `(?:${known}|\\.\\.)?`;
const member = `(?:(?:\\.\\.)?${date}|${date}\\.\\.(?:${date})?)`;

const edtf = new RegExp(
  [
    `^(?:${known}`,
    `${known}/${bound}`,
    `${bound}/${known}`,
    `\\[${member}(?:,${member})*\\]`,
    `\\{${member}(?:,${member})*\\})$`,
  ].join('|'),
);

/** Whether a text is a date or period in EDTF. */
export function isEdtf(text: string): boolean {
  return text.length <= maxLength && edtf.test(text) && fullDates(text).every(isInCalendar);
}

/** The dates in it of which year, month and day are all given. */
function fullDates(text: string): string[] {
  const bare = text.replace(/[?~%]/g, '').replace(/T[^/]*/g, '');
  return bare.match(/[0-9]{4}-[0-9]{2}-[0-9]{2}/g) ?? [];
}

/** No 30th of February. */
function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}
