import { type Corpus, listCorpus } from '../core';

/** Prints every mention and claim as one JSON object. */
export async function runList(corpus: Corpus): Promise<number> {
  const listing = await listCorpus(corpus);
  process.stdout.write(`${JSON.stringify(listing, null, 2)}\n`);
  return 0;
}
