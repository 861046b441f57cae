import { Document, visit } from '../libraries/yaml';
import { escapeCharacter, invisible, printSimpleText } from './yamlText';

/** A record as it is written; keys in the order given, `undefined` left out. */
export interface YamlRecord {
  readonly [key: string]: YamlValue | undefined;
}
export type YamlValue = string | readonly YamlValue[] | YamlRecord;

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
  return printed.replace(invisible, escapeCharacter);
}

/** A text as the value of a key, within one line; `isInFlow`: within brackets or braces. */
export function printText(text: string, isInFlow: boolean): string {
  return printSimpleText(text, isInFlow) ?? printYaml({ x: text }).slice('x: '.length).trimEnd();
}
