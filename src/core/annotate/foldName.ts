/**
 * A name without what spelling leaves open: case, accents, apostrophes, hyphens and spaces of any
 * kind. “Chang’e-7”, “Chang'e 7” and “change 7” are one.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** The words of a text, each folded. */
export function foldWords(text: string): string[] {
  return text
    .split(/[\s\p{Pd}]+/u)
    .map(foldName)
    .filter((word) => word !== '');
}
