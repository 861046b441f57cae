import type { Corpus } from '../corpus/corpus';
import { parseFile } from '../corpus/parsedFile';
import type { Mention } from '../model';
import { EditRefusedError } from '../textEdit';

/** The file that states a mention, as it is now. */
export interface MentionFile {
  readonly path: string;
  readonly text: string;
}

export async function fileOfMention(corpus: Corpus, { place }: Mention): Promise<MentionFile> {
  return { path: place.file, text: (await corpus.read(place.file)) ?? '' };
}

/**
 * A mention as its file has it now.
 * @throws {EditRefusedError} where it is gone, or cannot be told from another one.
 */
export async function storedMention(
  { path, text }: MentionFile,
  mention: Mention,
): Promise<Mention> {
  const { annotations } = await parseFile(path, text);
  const present = annotations?.mentions.filter((one) => isSameRecord(one, mention)) ?? [];
  const [record, twin] = present;
  if (!record) throw new EditRefusedError('The annotation is no longer there.');
  if (twin) {
    throw new EditRefusedError(`There are two such annotations in ${path}; mend that by hand.`);
  }
  return record;
}

/** An id may stand twice by mistake: what the record says counts too. */
function isSameRecord(a: Mention, b: Mention): boolean {
  const content = ({ id, entity, selectors }: Mention) => JSON.stringify([id, entity, selectors]);
  return content(a) === content(b);
}
