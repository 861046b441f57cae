/** How many items two lists have in common: at the beginning, and of the rest at the end. */
export interface CommonEnds {
  readonly front: number;
  readonly back: number;
}

export function commonEnds<A, B>(
  one: readonly A[],
  other: readonly B[],
  isSame: (a: A, b: B) => boolean,
): CommonEnds {
  const shorter = Math.min(one.length, other.length);
  let front = 0;
  while (front < shorter && isSame(one[front] as A, other[front] as B)) front++;
  let back = 0;
  while (
    back < shorter - front &&
    isSame(one[one.length - 1 - back] as A, other[other.length - 1 - back] as B)
  ) {
    back++;
  }
  return { front, back };
}
