import type { Span } from '../model';
import { commonWords, heads } from './words';

const quotation = /[“"]([^“”"\n]{12,400}?)[,.]?[”"]/g;

/** Agreements whose whole title stands in quotation marks. */
export function quotedTitles(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(quotation)) {
    const words = match[1] ?? '';
    if (!isTitle(words)) continue;
    const start = match.index + 1;
    found.push({ start, end: start + words.length });
  }
  return found;
}

function isTitle(words: string): boolean {
  if (commonWords.has(/^\p{L}*/u.exec(words)?.[0].toLowerCase() ?? '')) return false;
  const all = words.split(/[^\p{L}\p{N}’'-]+/u).filter((word) => word.length > 3);
  const capitals = all.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (all.length < 3 || capitals < 0.7 * all.length) return false;
  return all.some((word) => heads.get('agreement')?.has(word.toLowerCase()) === true);
}
