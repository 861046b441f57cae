/** A YAML file that is about to be edited, and where its parts stand. */
import {
  type CST,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isScalar,
} from '../libraries/yaml';
import { lineStartOf } from '../text';
import { EditRefusedError } from '../textEdit';
import { parseYaml, plain, spanOf, textOf } from './yaml';
import { type Entry, entries } from './yamlData';

export interface OpenFile {
  readonly text: string;
  /** The line end that the file uses. */
  readonly eol: string;
  /** Undefined where the file holds nothing but comments. */
  readonly root: YAMLMap | undefined;
  /** The file's content as plain data: pairs of keys and values. */
  readonly before: readonly Entry[];
}

/** @throws {EditRefusedError} where the file has errors or is no map. */
export function openYaml(text: string): OpenFile {
  const yaml = parseYaml('', text);
  const [trouble] = yaml.diagnostics;
  if (trouble)
    throw new EditRefusedError(`The file has errors and is left as it is: ${trouble.message}`);
  const root = yaml.document?.contents;
  if (root && !isMap(root) && plain(root) !== '') {
    throw new EditRefusedError('The file is no map of keys and values and is left as it is.');
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { text, eol, root: isMap(root) ? root : undefined, before: entries(root) };
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? textOf(pair.key) : '';
}

export function valueOf(map: YAMLMap | undefined, key: string): unknown {
  return map?.items.find((pair) => keyOf(pair) === key)?.value;
}

/** Where the dash of a block list's item stands. */
export function dashOf(file: OpenFile, list: YAMLSeq, index: number) {
  const dash = dashesOf(list)[index];
  if (dash === undefined) {
    throw new EditRefusedError('This list is written in a way that Glossator cannot edit.');
  }
  const lineStart = lineStartOf(file.text, dash);
  return { lineStart, indent: dash - lineStart, end: dash + 1 };
}

/** A list's dashes are asked for item by item. */
const dashes = new WeakMap<YAMLSeq, readonly number[]>();

function dashesOf(list: YAMLSeq): readonly number[] {
  let found = dashes.get(list);
  if (!found) {
    const token = list.srcToken as CST.BlockSequence | undefined;
    found = (token?.items ?? []).flatMap(({ start }) => {
      const dash = start.find(({ type }) => type === 'seq-item-ind');
      return dash ? [dash.offset] : [];
    });
    dashes.set(list, found);
  }
  return found;
}

export function indentOfRoot(file: OpenFile): number {
  const first = file.root?.items[0];
  if (!first) return 0;
  const { start } = spanOf(first.key);
  return start - lineStartOf(file.text, start);
}
