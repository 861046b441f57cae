/** A word without a small letter in it: only so is it an acronym. */
const acronym = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
const capital = /\p{Lu}/u;

/**
 * Whether words that are spelt like a name, but for case, may mean it: an acronym is written as it
 * is, a name of one word has its capital, of several words any.
 */
export function acceptsSpelling(name: string, words: string): boolean {
  if (acronym.test(name)) return withoutGaps(words) === withoutGaps(name);
  if (/[\s\u00a0-]/u.test(name.trim())) return true;
  return !capital.test(name) || capital.test(words.charAt(0)) || words === name;
}

function withoutGaps(text: string): string {
  return text.replace(/[\s\u2010-\u2013-]+/gu, ' ').replace(/[’ʼ‘`]/gu, "'");
}

/** The same for all spellings of a name that differ in no letter: by it what is one is known. */
export function spellingKey(name: string): string {
  return withoutGaps(name);
}
