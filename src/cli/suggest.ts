import { type Corpus, type ListedSuggestion, suggestCorpus } from '../core';
import { printJson, printable } from './print';

/** Prints what may be annotated. What there is to suggest is no fault: status 0. */
export async function runSuggest(corpus: Corpus, format: 'text' | 'json'): Promise<number> {
  const suggestions = await suggestCorpus(corpus);
  process.stdout.write(format === 'json' ? printJson({ suggestions }) : printText(suggestions));
  return 0;
}

function printText(suggestions: readonly ListedSuggestion[]): string {
  const lines = suggestions.map((one) => {
    const words = one.exact.replace(/\s+/g, ' ');
    const meaning = [
      one.entity ?? `new ${one.type}`,
      ...(one.value === undefined ? [] : [one.value]),
    ];
    const place = `${one.source}:${one.start}-${one.end}`;
    return printable(`${place}: ${words} [${meaning.join(', ')}; ${one.confidence.toFixed(2)}]`);
  });
  const count = suggestions.length;
  return [...lines, count === 1 ? '1 suggestion' : `${count} suggestions`, ''].join('\n');
}
