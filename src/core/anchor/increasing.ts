/**
 * Which items are on a longest strictly or equally increasing subsequence. Of several longest, the
 * one found by patience sorting. O(n log n).
 */
export function onLongestIncreasing(values: readonly number[]): readonly boolean[] {
  /** Per length the index of the smallest last item; per item its predecessor. */
  const lasts: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    const length = countNotAbove(values, lasts, value);
    previous.push(lasts[length - 1] ?? -1);
    lasts[length] = index;
  });
  const on = values.map(() => false);
  for (let index = lasts.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) on[index] = true;
  return on;
}

function countNotAbove(values: readonly number[], lasts: readonly number[], value: number): number {
  let low = 0;
  let high = lasts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[lasts[middle] ?? 0] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
