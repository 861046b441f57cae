import { isEdtf } from '../format/dates';
import type { Span } from '../model';
import { type Dateline, valueNear } from './dateline';

/** A date as a text gives it. */
export interface DateExpression extends Span {
  /** EDTF; undefined where the text does not say which one it is. */
  readonly value?: string;
}

const monthNames = [
  'January|Jan',
  'February|Feb',
  'March|Mar',
  'April|Apr',
  'May',
  'June|Jun',
  'July|Jul',
  'August|Aug',
  'September|Sept|Sep',
  'October|Oct',
  'November|Nov',
  'December|Dec',
];
const seasons = ['spring', 'summer', 'autumn|fall', 'winter'];
const ordinals = ['first', 'second', 'third', 'fourth'];

const month = `(?:${monthNames.join('|')})\\b\\.?`;
const fullWeekday =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)';
const weekday = `(?:${fullWeekday}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b\\.?)`;
const day = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const year = '(?:1[5-9]|20|21)\\d\\d';
// Bounded: it also stands in what looks behind, at every offset of a text of spaces.
const s = '[ \\t\\u00a0\\u202f]{0,2}(?:\\r?\\n[ \\t]{0,8})?';
const gap = `(?=[ \\t\\u00a0\\u202f\\r\\n])${s}`;
const dash = `${s}(?:-|[‐-―]|to|through|until)${s}`;
const part = `(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:-|${gap}))`;

/** The forms, the more telling first; each alternative is a named group of its own. */
const forms = [
  `(?<iso>${year}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)(?![-\\d])`,
  // 17 September 2019; Tuesday, 9 March
  `(?<dmy>(?:${weekday},?${gap})?${day}(?:${dash}${day})?${gap}(?:of${gap})?${month}(?:,?${gap}${year}\\b)?)`,
  // March 9, 2021; Tuesday, March 9; March 9-11, 2021
  `(?<mdy>(?:${weekday},?${gap})?${month}${gap}${day}\\b(?:${dash}${day}\\b)?(?:,?${gap}${year}\\b)?)`,
  // March 2021, mid-March 2021, late March
  `(?<my>${part}?${month}(?:,?${gap}(?:of${gap})?${year}\\b))`,
  `(?<pm>${part}${month})`,
  `(?<half>(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)${gap}(?:half|quarter)${gap}of${gap}${year}\\b)`,
  `(?<quarter>Q[1-4]${s}(?:of${gap})?${year}\\b)`,
  `(?<season>(?:${part})?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)${gap}(?:of${gap})?${year}\\b)`,
  `(?<decade>${part}?(?:the${gap})?(?:1[5-9]|20)\\d0s\\b)`,
  `(?<range>${year}\\s?[-–—]\\s?(?:${year}|\\d\\d)(?![-\\d–]))`,
  `(?<py>${part}(?:in${gap})?${year}\\b)`,
  `(?<year>(?:(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|till|[Bb]efore|[Aa]fter|[Ff]rom|[Ff]or|to|[Tt]he|of|during|and|between|around|through|early|late|than|as early as|by mid)${gap})|(?<=\\())${year}\\b)(?![-‐–.,]?\\d|%|${gap}(?:people|workers|jobs|soldiers|homes|miles|kilometers|kilometres|km|meters|metres|feet|tons|tonnes|dollars|euros))`,
  `(?<lonely>(?:(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|till|[Bb]efore|[Aa]fter|[Ff]rom|[Dd]uring|of|between|this|last|next|every|through)${gap})${month}(?:${gap}(?:this|last|next)${gap}year\\b)?))`,
  `(?<weekday>${fullWeekday}(?:${gap}(?:morning|afternoon|evening|night)\\b)?)`,
];

/** How every form begins: most of a text is passed over by this. */
const firstLetters =
  '(?:[\\dA-Z]|early|late|mid|first|second|third|fourth|last|final|spring|summer|autumn|fall|winter|the)';

const expression = new RegExp(
  `(?=${firstLetters})(?<![\\p{L}\\p{N}$€£#./-])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** All date expressions of a text, in order. */
export function dateExpressions(text: string, dateline?: Dateline): DateExpression[] {
  const found: DateExpression[] = [];
  for (const match of text.matchAll(expression)) {
    const [words] = match;
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
    const form = Object.keys(groups).find((name) => groups[name] !== undefined);
    const trimmed = words.replace(/^the\s+/i, '');
    const start = match.index + words.length - trimmed.length;
    if (form === undefined || isAbbreviatedWord(form, trimmed)) continue;
    const value = valueOf(form, trimmed, dateline);
    const end = start + trimmed.replace(/(?<=[a-z]{4})\.$/, '').length;
    found.push({ start, end, ...(value !== undefined && isEdtf(value) && { value }) });
  }
  return found;
}

/** “may” and “march” are words; without a capital there is no date in them. */
function isAbbreviatedWord(form: string, words: string): boolean {
  return form === 'lonely' && /^(?:may|march|sun)\b/.test(words);
}

const monthPatterns = monthNames.map((names) => new RegExp(`\\b(?:${names})\\b`, 'u'));
const aYear = new RegExp(`\\b${year}\\b`, 'u');

interface Parts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly days: readonly string[];
  readonly weekday: number | undefined;
}

function partsOf(words: string): Parts {
  const at = monthPatterns.findIndex((pattern) => pattern.test(words));
  const rest = words.replace(aYear, '');
  const weekdayAt = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(
    words.slice(0, 3).toLowerCase(),
  );
  return {
    year: aYear.exec(words)?.[0],
    month: at < 0 ? undefined : twoDigits(at + 1),
    days: (rest.match(/\d{1,2}/g) ?? []).map((one) => twoDigits(Number(one))),
    weekday: weekdayAt < 0 ? undefined : weekdayAt,
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function valueOf(form: string, words: string, dateline: Dateline | undefined): string | undefined {
  const parts = partsOf(words);
  switch (form) {
    case 'iso':
      return words;
    case 'dmy':
    case 'mdy':
      return dayValue(parts, dateline);
    case 'my':
      return parts.year && parts.month && `${parts.year}-${parts.month}`;
    case 'year':
      return parts.year;
    case 'py':
      return partOfYear(words, parts.year ?? '');
    case 'decade':
      return `${/\d{3}/.exec(words)?.[0] ?? ''}X`;
    case 'range':
      return rangeValue(words);
    case 'half':
    case 'quarter':
      return fractionValue(words, parts.year ?? '');
    case 'season':
      return seasonValue(words, parts.year ?? '');
    default:
      return undefined;
  }
}

function dayValue({ year: given, month: of, days, weekday: on }: Parts, dateline?: Dateline) {
  const [first, last] = days;
  if (of === undefined || first === undefined) return undefined;
  const from = given === undefined ? valueNear(dateline, of, first, on) : `${given}-${of}-${first}`;
  if (from === undefined || last === undefined) return from;
  return last > first ? `${from}/${from.slice(0, -2)}${last}` : undefined;
}

/** EDTF has no sign for the beginning or end of a year: quarters, with one bound approximate. */
function partOfYear(words: string, of: string): string {
  if (/^early/i.test(words)) return `${of}-01/${of}-03~`;
  return /^late/i.test(words) ? `${of}-10~/${of}-12` : `${of}~`;
}

function rangeValue(words: string): string | undefined {
  const [from = '', to = ''] = words.split(/\s?[-–—]\s?/);
  const end = to.length === 2 ? from.slice(0, 2) + to : to;
  return end > from ? `${from}/${end}` : undefined;
}

function fractionValue(words: string, of: string): string | undefined {
  const lower = words.toLowerCase();
  const isHalf = lower.includes('half');
  const named = ordinals.findIndex((one) => lower.startsWith(one)) + 1;
  const number = Number(/^q([1-4])/.exec(lower)?.[1] ?? 0) || named || (isHalf ? 2 : 4);
  if (isHalf) return number <= 2 ? `${of}-${39 + number}` : undefined;
  return `${of}-${32 + number}`;
}

function seasonValue(words: string, of: string): string | undefined {
  const at = seasons.findIndex((names) => new RegExp(`\\b(?:${names})\\b`, 'i').test(words));
  return at < 0 ? undefined : `${of}-${21 + at}`;
}
