/**
 * Minimal edits of hand-written YAML: one decision changes its own lines and no other. Comments,
 * blank lines, key order, quoting and unknown keys survive. Every edit is proved by reading its
 * result again: what does not come out exactly as meant, or loses a comment, is refused, and the
 * file stays as it is.
 */
import { EditRefusedError, applyEdits } from '../textEdit';
import { parseYaml } from './yaml';
import { canonical, commentsOf, entries } from './yamlData';
import { openYaml } from './yamlOpen';
import type { YamlOperation } from './yamlOperation';
import { type YamlPlan, planOperations } from './yamlPlan';
import type { Texts } from './yamlReplacement';

/**
 * A file after operations that are one decision; all offsets are those of `text`. What is inserted
 * at one place comes in the order of the operations.
 * @throws {EditRefusedError} where the file has errors or a shape in which this cannot be done.
 */
export function editYaml(text: string, operations: readonly YamlOperation[]): string {
  return proved(text, planOperations(openYaml(text), operations));
}

/**
 * Applies what is planned of a file whose text is given, if its result is as it must be.
 * @throws {EditRefusedError} where it says anything else, or has other comments.
 */
export function proved(text: string, { edits, expected, removed, added = [] }: YamlPlan): string {
  const after = applyEdits(text, edits);
  const read = parseYaml('', after);
  if (
    read.diagnostics.length > 0 ||
    canonical(entries(read.document?.contents)) !== canonical(expected) ||
    commentsOf(after).join('\n') !== [...commentsOf(text, removed), ...added].sort().join('\n')
  ) {
    throw new EditRefusedError(
      'This file is written in a way in which Glossator cannot make the change safely; make it by hand.',
    );
  }
  return after;
}

/**
 * Writes another text in place of the one that begins at an offset.
 * @throws {EditRefusedError} as `editYaml`.
 */
export function replaceText(text: string, start: number, value: string): string {
  return editYaml(text, [{ do: 'replace text', start, value }]);
}

/**
 * Writes texts under keys of the map that begins at an offset, or of the whole file; `undefined`
 * takes a key out. A key that is new goes behind the one before it in `texts`.
 * @throws {EditRefusedError} as `editYaml`.
 */
export function setTexts(text: string, start: number | undefined, texts: Texts): string {
  return editYaml(text, [{ do: 'set texts', start, texts }]);
}
