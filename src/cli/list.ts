import { type Corpus, listCorpus } from '../core';
import { printJson } from './print';

/** Prints every mention and claim as one JSON object. */
export async function runList(corpus: Corpus): Promise<number> {
  const listing = await listCorpus(corpus);
  process.stdout.write(printJson(listing));
  return 0;
}
