import { type TextEdit, applyEdits } from '../textEdit';
import { readCanonicalYaml } from './canonicalYaml';
import { editYaml } from './yamlEdit';
import type { YamlOperation } from './yamlOperation';
import { printSimpleText } from './yamlText';
import { type YamlScalar, type YamlTree, nothing } from './yamlTree';

/**
 * As `editYaml`, and many times as fast where all that is done to a file in our own form is to
 * replace texts by simple ones, such as ids: then our own reader proves it.
 * @throws {EditRefusedError} as `editYaml`.
 */
export function retextYaml(text: string, operations: readonly YamlOperation[]): string {
  return retextCanonical(text, operations) ?? editYaml(text, operations);
}

/** Undefined where it takes the library to do it, or to say why not. */
function retextCanonical(text: string, operations: readonly YamlOperation[]): string | undefined {
  const before = readCanonicalYaml(text);
  if (!before) return undefined;
  const scalars = scalarsByStart(before);
  const values = new Map<YamlScalar, string>();
  const edits: TextEdit[] = [];
  for (const operation of operations) {
    if (operation.do !== 'replace text') return undefined;
    const scalar = scalars.get(operation.start);
    const newText = printSimpleText(operation.value, false);
    if (!scalar?.isPlain || newText === undefined || values.has(scalar)) return undefined;
    values.set(scalar, operation.value);
    edits.push({ ...scalar.span, newText });
  }
  const after = applyEdits(text, edits);
  const read = readCanonicalYaml(after);
  return read && isSameBut(before, read, values) ? after : undefined;
}

function scalarsByStart(root: YamlTree): Map<number, YamlScalar> {
  const found = new Map<number, YamlScalar>();
  const walk = (node: YamlTree): void => {
    if (node.kind === 'scalar' && node.span.end > node.span.start) found.set(node.span.start, node);
    if (node.kind === 'list') node.items.forEach(walk);
    if (node.kind === 'map') {
      for (const { value } of node.entries) walk(value);
    }
  };
  walk(root);
  return found;
}

/** Whether two trees say the same, but for scalars of the first that were to be others. */
function isSameBut(a: YamlTree, b: YamlTree, values: ReadonlyMap<YamlTree, string>): boolean {
  switch (a.kind) {
    case 'scalar':
      return b.kind === 'scalar' && b.text === (values.get(a) ?? a.text);
    case 'list':
      return (
        b.kind === 'list' &&
        a.items.length === b.items.length &&
        a.items.every((item, at) => isSameBut(item, b.items[at] ?? nothing, values))
      );
    case 'map':
      return (
        b.kind === 'map' &&
        a.entries.length === b.entries.length &&
        a.entries.every(({ key, value }, at) => {
          const other = b.entries[at];
          return other?.key.text === key.text && isSameBut(value, other.value, values);
        })
      );
    case 'alias':
      return false;
  }
}
