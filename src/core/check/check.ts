import type { Corpus } from '../corpus/corpus';
import { mapLimited } from '../corpus/concurrency';
import { isInside, roleOf } from '../corpus/paths';
import { type Diagnostic, quoted } from '../diagnostic';
import { UnreadableError } from '../host';
import type { SourceAnnotations } from '../model';
import { checkAnchors } from './anchors';
import { checkClaims } from './claims';
import { checkContradictions } from './contradictions';
import { checkMentions } from './mentions';
import { checkEntities } from './registry';
import { checkTensions } from './tensions';

/** Reads under way at once. */
const parallelFiles = 8;

/** Everything that is wrong with the corpus, by file and place. */
export async function checkCorpus(corpus: Corpus): Promise<Diagnostic[]> {
  if (!(await isCorpus(corpus))) return [];
  const paths = await corpus.files();
  const files = await mapLimited(paths, parallelFiles, (path) => checkFile(corpus, path));
  return [
    ...files.flat(),
    ...(await checkEntities(corpus)),
    ...(await checkTensions(corpus)),
    ...(await checkContradictions(corpus)),
  ].sort(byPlace);
}

/** A folder `annotations/` may be anybody's: without a sign that it is ours, nothing is said of it. */
async function isCorpus(corpus: Corpus): Promise<boolean> {
  const paths = await corpus.files();
  if (paths.length === 0) return false;
  if (paths.some((path) => roleOf(path) !== 'annotations')) return true;
  if ((await corpus.sources()).length > 0) return true;
  return [...(await corpus.index()).files.values()].some(({ source }) => source !== undefined);
}

async function checkFile(corpus: Corpus, path: string): Promise<readonly Diagnostic[]> {
  const file = await corpus.file(path);
  if (!file) return [];
  const annotations = roleOf(path) === 'annotations' ? file.annotations : undefined;
  return annotations
    ? [...file.diagnostics, ...(await checkAnnotations(corpus, annotations))]
    : file.diagnostics;
}

async function checkAnnotations(
  corpus: Corpus,
  annotations: SourceAnnotations,
): Promise<Diagnostic[]> {
  return [
    ...(await checkSource(corpus, annotations)),
    ...(await checkMentions(corpus, annotations)),
    ...(await checkClaims(corpus, annotations)),
    ...(await checkAnchors(corpus, annotations)),
  ];
}

/** That the source which the file names is there, is text, and is annotated in this file alone. */
async function checkSource(
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
  try {
    if ((await corpus.read(source)) !== undefined) return [];
    const message = `There is no source ${quoted(source)}.`;
    return [{ code: 'source-missing', severity: 'error', message, file, span }];
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return [{ code: 'source-unreadable', severity: 'error', message: error.message, file, span }];
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
