import { commentsOf } from '../format/yamlData';
import { EditRefusedError } from '../textEdit';

/**
 * The text after an edit, if all comments are still there.
 * @throws {EditRefusedError} naming the comment that would be lost.
 */
export function keepingComments(before: string, after: string): string {
  if (!before.includes('#')) return after;
  const left = commentsOf(after);
  for (const comment of commentsOf(before)) {
    const at = left.indexOf(comment);
    if (at < 0) {
      throw new EditRefusedError(`The comment “${comment}” would be lost; move it first.`);
    }
    left.splice(at, 1);
  }
  return after;
}
