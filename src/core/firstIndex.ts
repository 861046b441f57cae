/**
 * The index of the first item for which something holds that also holds for all items behind it;
 * the length of the list where it holds for none.
 */
export function firstIndex<T>(
  items: readonly T[],
  holds: (item: T, index: number) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
