import type { Corpus } from '../corpus/corpus';
import type { Diagnostic } from '../diagnostic';
import { CorpusCheck } from './corpusCheck';

/** Everything that is wrong with the corpus, by file and place. */
export async function checkCorpus(corpus: Corpus): Promise<Diagnostic[]> {
  return [...(await new CorpusCheck(corpus).run()).values()].flat();
}
