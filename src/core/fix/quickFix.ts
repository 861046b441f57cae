import type { Corpus } from '../corpus/corpus';
import type { ParsedFile } from '../corpus/parsedFile';
import type { Registry } from '../corpus/registry';
import type { Span } from '../model';
import { EditRefusedError, type FileChange } from '../textEdit';

/** A way to mend what a diagnostic reports. */
export interface QuickFix {
  /** What it does, as a command. Text from files stands in it verbatim. */
  readonly title: string;
  /** Nothing else is as likely to be meant. */
  readonly isPreferred?: boolean;
  /**
   * The changes that make one decision. Nothing is written here.
   * @throws {EditRefusedError} where a file has errors or has changed, or the outcome would be wrong.
   */
  changes(): Promise<FileChange[]>;
}

/** What a fix is made for. */
export interface Trouble {
  readonly corpus: Corpus;
  readonly registry: Registry;
  /** The file as it is now. */
  readonly file: ParsedFile;
  /** Of the diagnostic. */
  readonly span: Span;
}

/** The change of a file's present text by one edit. */
export async function changeOf(
  { corpus, file }: Trouble,
  edit: (text: string) => string,
): Promise<FileChange> {
  const before = await corpus.read(file.path);
  if (before !== file.text.text) {
    throw new EditRefusedError(`${file.path} has changed meanwhile.`);
  }
  return { path: file.path, before, after: edit(before) };
}
