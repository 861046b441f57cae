import type { Corpus } from '../corpus/corpus';
import { isInside } from '../corpus/paths';
import { type Diagnostic, quoted } from '../diagnostic';
import { UnreadableError } from '../host';
import type { SourceAnnotations } from '../model';

/** That the source which the file names is there, is text, and is annotated in this file alone. */
export async function checkSource(
  corpus: Corpus,
  { file, source, sourcePlace: span }: SourceAnnotations,
): Promise<Diagnostic[]> {
  if (source === undefined) return [];
  if (!isInside(source)) {
    const message = `The source ${quoted(source)} is no path within the corpus.`;
    return [{ code: 'source-missing', severity: 'error', message, file, span }];
  }
  const used = await corpus.annotationFileOf(source);
  if (used !== file) {
    const message = `The source ${quoted(source)} has its annotations in ${quoted(used)}; those here are not used.`;
    return [{ code: 'duplicate-source', severity: 'error', message, file, span }];
  }
  if (await corpus.source(source)) return [];
  try {
    await corpus.read(source);
    const message = `There is no source ${quoted(source)}.`;
    return [{ code: 'source-missing', severity: 'error', message, file, span }];
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return [{ code: 'source-unreadable', severity: 'error', message: error.message, file, span }];
  }
}
