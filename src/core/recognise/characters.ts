/** What a UTF-16 unit is to a reader of words. */
export const characterClass = {
  other: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  space: 4,
  lineEnd: 5,
} as const;
export type CharacterClass = (typeof characterClass)[keyof typeof characterClass];

const unknown = 255;
const known = new Uint8Array(0x10000).fill(unknown);

/** Letters without case, and marks on letters, count as lower case; so do halves of pairs. */
export function classOf(unit: number): CharacterClass {
  const found = known[unit] ?? unknown;
  if (found !== unknown) return found as CharacterClass;
  const made = classify(unit);
  known[unit] = made;
  return made;
}

function classify(unit: number): CharacterClass {
  const character = String.fromCharCode(unit);
  if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029)
    return characterClass.lineEnd;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return characterClass.upper;
  if (/\p{L}|\p{M}/u.test(character) || (unit >= 0xd800 && unit < 0xe000)) {
    return characterClass.lower;
  }
  if (/\p{N}/u.test(character)) return characterClass.digit;
  return /\s|\u200b|\u2060/u.test(character) ? characterClass.space : characterClass.other;
}

/** Letter or digit. */
export function isWordUnit(unit: number): boolean {
  const found = classOf(unit);
  return found === 1 || found === 2 || found === 3;
}

/** ' ’ ʼ ‘ ` ′ and their kin. */
export function isApostrophe(unit: number): boolean {
  return (
    unit === 0x27 ||
    unit === 0x2019 ||
    unit === 0x02bc ||
    unit === 0x2018 ||
    unit === 0x60 ||
    unit === 0x2032
  );
}

/** Hyphens and the dashes that stand for them. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013) || unit === 0x2212;
}
