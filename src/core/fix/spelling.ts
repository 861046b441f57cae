/** No id is longer; what is costs no more. */
const comparedLength = 80;

/**
 * How alike two ids are spelt, from 0 to 1: letters that are missing, too many, wrong or swapped
 * with their neighbour, in relation to the longer one's length.
 */
export function spellingLikeness(a: string, b: string): number {
  const [left, right] = [a.slice(0, comparedLength), b.slice(0, comparedLength)];
  const longer = Math.max(left.length, right.length);
  // The distance is at least the difference in length.
  if (longer === 0 || Math.abs(left.length - right.length) > longer / 2) return 0;
  return 1 - distance(left, right) / longer;
}

/** Optimal string alignment: Levenshtein's distance with swaps of neighbours. */
function distance(a: string, b: string): number {
  let [older, old]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, at) => at),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
