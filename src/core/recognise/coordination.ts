import type { Span } from '../model';

/** A list of names has no more members, as far as we follow it. */
const longestList = 20;

const link = '(?:,?\\s+(?:and|or|to|as\\s+well\\s+as|&)\\s+|,\\s*)';
const number = '(?:\\d{1,3}|[IVX]{1,4})';
const member = new RegExp(`${link}([-‐‑–](?=\\d))?(${number})(?![\\p{L}\\p{N}’'%-]|[.,]\\d)`, 'uy');
const numbered = new RegExp(`^(.*[\\s‐‑–-])(${number})$`, 'su');
const longestName = 100;

/** What makes a number an amount. */
const joined =
  /^\s+(?:percent|million|billion|years?|days?|weeks?|months?|hours?|minutes?|people|times|[ap]\.?m\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/;

/** A member of a list that borrows its head: in “Chang’e-6, 7 and 8” the words `7` and `8`. */
export interface Elliptical extends Span {
  /** The whole name, with the head that it borrows. */
  readonly name: string;
}

/** The members of the list that a numbered name begins. */
export function coordinatedWith(text: string, { start, end }: Span): Elliptical[] {
  if (!/[\dIVX]/.test(text.charAt(end - 1))) return [];
  const name = text.slice(start, end);
  const [, head, first] = numbered.exec(name.slice(-longestName)) ?? [];
  if (head === undefined || first === undefined) return [];
  const isRoman = /^[IVX]/.test(first);
  const found: Elliptical[] = [];
  member.lastIndex = end;
  while (found.length < longestList) {
    const match = member.exec(text);
    const own = match?.[2];
    if (!match || own === undefined || /^[IVX]/.test(own) !== isRoman) break;
    const stop = match.index + match[0].length;
    if (joined.test(text.slice(stop, stop + 20))) break;
    const start = stop - own.length - (match[1]?.length ?? 0);
    found.push({ start, end: stop, name: head + own });
    member.lastIndex = stop;
  }
  return isList(text, end, found) ? found : [];
}

/** “Artemis II, 3” is no list: somewhere an “and” must stand, or a second comma. */
function isList(text: string, end: number, found: readonly Elliptical[]): boolean {
  const last = found.at(-1);
  return (
    last !== undefined &&
    (found.length > 1 || /\b(?:and|or|to|as)\b|&/.test(text.slice(end, last.start)))
  );
}
