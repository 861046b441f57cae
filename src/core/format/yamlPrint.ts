import { Document, visit } from '../libraries/yaml';

/** A record as it is written; keys in the order given, `undefined` left out. */
export interface YamlRecord {
  readonly [key: string]: YamlValue | undefined;
}
export type YamlValue = string | readonly YamlValue[] | YamlRecord;

/** What YAML 1.1 readers break lines at, or what no eye sees: always written as an escape. */
const invisible = /[\u0085\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/**
 * The canonical form: block style, two spaces, no folding, quoted where YAML 1.1 or 1.2 readers
 * would take the text for something else. Ends with a line end.
 */
export function printYaml(value: YamlValue): string {
  const document = new Document(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.search(invisible) >= 0) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  const printed = document.toString({
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Infinity,
  });
  return printed.replace(invisible, escape);
}

/** A path, or an id of more than one word: no reader takes it for anything but a text. */
const plainText = /^(?:[A-Za-z][\w-]*\/[\w./-]*|[a-z]+(?:-[a-z0-9]+)+)$/;

/** A text as the value of a key, within one line; `isInFlow`: within brackets or braces. */
export function printText(text: string, isInFlow: boolean): string {
  if (plainText.test(text)) return text;
  if (isInFlow && /[^\p{L}\p{N}-]/u.test(text)) return printFlow(text);
  return printYaml({ x: text }).slice('x: '.length).trimEnd();
}

/** A text as it goes on behind a quotation mark that is open. */
export function printWithin(quote: '"' | "'", text: string): string {
  return quote === "'" ? text.replaceAll("'", "''") : printFlow(text).slice(1, -1);
}

/** A value within one line, for files that are written in flow style. */
export function printFlow(value: YamlValue): string {
  return JSON.stringify(value).replace(invisible, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
