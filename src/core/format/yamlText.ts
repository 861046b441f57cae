/** Texts as YAML values, as far as that needs no library. */

/** What YAML 1.1 readers break lines at, or what no eye sees: always written as an escape. */
export const invisible = /[\u0085\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/** A path, or an id of more than one word: no reader takes it for a number, not even one of `e-1`. */
const pathOrWords = /^(?!e-\d+$)(?:[A-Za-z][\w-]*\/[\w./-]*|[a-z]+(?:-[a-z0-9]+)+)$/;

/** One word, or the id of a record, with a letter that is in no number of YAML 1.1 or 1.2. */
const word = /^(?=.*[g-np-wyz])[a-z0-9]+$/;

/** Words of two letters or more that a reader of YAML 1.1 or 1.2 takes for something else. */
const notText = new Set(['yes', 'no', 'on', 'off', 'true', 'false', 'null']);

/**
 * A text as the value of a key, within one line; undefined where it takes the library to say
 * whether it needs quotation marks. `isInFlow`: within brackets or braces.
 */
export function printSimpleText(text: string, isInFlow: boolean): string | undefined {
  if (pathOrWords.test(text)) return text;
  if (text.length > 1 && word.test(text) && !notText.has(text)) return text;
  return isInFlow && /[^\p{L}\p{N}-]/u.test(text) ? printFlow(text) : undefined;
}

/** A text as it goes on behind a quotation mark that is open. */
export function printWithin(quote: '"' | "'", text: string): string {
  return quote === "'" ? text.replaceAll("'", "''") : printFlow(text).slice(1, -1);
}

/** A value within one line, for files that are written in flow style. */
export function printFlow(value: unknown): string {
  return JSON.stringify(value).replace(invisible, escapeCharacter);
}

/** As it stands between double quotation marks. */
export function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
