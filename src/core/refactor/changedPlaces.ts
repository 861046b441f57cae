import { parseFile } from '../corpus/parsedFile';
import { roleOf } from '../corpus/paths';
import type { Place } from '../model';
import { type FileChange, type TextEdit, lineEdits } from '../textEdit';

/** What a place of a file states. */
export type Part = 'mentions' | 'claims' | 'rejections' | 'registry' | 'tensions' | 'schema';

/** One of the places at which a file changes, in offsets of the text before. */
export interface ChangedPlace extends TextEdit {
  readonly part: Part;
}

/** A change piece by piece, as a preview shows it. */
export async function changedPlacesOf({
  path,
  before = '',
  after,
}: FileChange): Promise<ChangedPlace[]> {
  const edits = lineEdits(before, after);
  const partAt = await partsOf(path, before);
  return edits.map((edit) => ({ ...edit, part: partAt(edit) }));
}

async function partsOf(path: string, text: string): Promise<(edit: TextEdit) => Part> {
  const role = roleOf(path);
  if (role === 'schema' || role === 'tensions') return () => role;
  if (role === 'entities') return () => 'registry';
  const { claims = [], rejected = [] } = (await parseFile(path, text)).annotations ?? {};
  const within = ({ start, end }: TextEdit) => {
    return ({ place }: { readonly place: Place }) =>
      place.span.start < Math.max(end, start + 1) && start < place.span.end;
  };
  return (edit) => {
    if (claims.some(within(edit))) return 'claims';
    return rejected.some(within(edit)) ? 'rejections' : 'mentions';
  };
}
