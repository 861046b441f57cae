import type { Cancellation } from '../cancellation';

/**
 * As `Promise.all` over a map, with at most `limit` calls under way at once. Cancelled, it calls no
 * more, and the answer is not whole.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
  cancellation?: Cancellation,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && cancellation?.isCancellationRequested !== true) {
      const index = next++;
      results[index] = await map(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
