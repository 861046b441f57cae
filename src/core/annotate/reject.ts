import type { Corpus } from '../corpus/corpus';
import type { FileChange } from '../textEdit';
import { type Adding, type SeenWords, addRecords, bySource, firstAfter } from './annotateAll';

export interface NewRejection extends SeenWords {
  /** The entity that is not meant; undefined: the words are no mention at all. */
  readonly entity?: string | undefined;
  /** `source`: wherever the source has the words. */
  readonly scope?: 'source' | undefined;
}

/**
 * The changes that remember in the sources’ annotation files that words are no mention.
 * @throws {EditRefusedError} where such a file has errors, or words stand there no more.
 */
export async function rejectAll(
  corpus: Corpus,
  wanted: readonly NewRejection[],
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const [source, own] of bySource(wanted)) {
    changes.push(await addRecords(corpus, source, own, rejecting));
  }
  return changes;
}

/** In order of the source; what is rejected wherever it stands comes last. */
const rejecting: Adding<NewRejection> = {
  key: 'rejected',
  recordOf: ({ entity, scope, words }, quote) => ({
    entity,
    scope,
    ...(scope ? { exact: words.replace(/\r\n?/g, '\n') } : quote),
  }),
  nextOf: ({ span, scope }, { rejected, annotations }) =>
    scope
      ? undefined
      : (firstAfter(rejected, span) ?? annotations?.rejected.find((one) => one.scope)),
};
