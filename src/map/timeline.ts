import type { MapDate } from '../core/features/map';

/** A date on the time axis, in milliseconds since 1970, UTC; `end` is exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** From the first moment that a date may mean to the last; where it is open, to the given edge. */
export function extentOf({ first, last }: Pick<MapDate, 'first' | 'last'>, edge: Extent): Extent {
  const start = first === undefined ? Math.min(edge.start, dayAfter(last)) : dayOf(first);
  const end = last === undefined ? Math.max(edge.end, start) : dayAfter(last);
  return { start, end: Math.max(end, start) };
}

/** All that the dates span, with some air; undefined where there is no date with an end. */
export function spanOf(dates: readonly MapDate[]): Extent | undefined {
  const starts = dates.flatMap(({ first, last }) => first ?? last ?? []);
  const ends = dates.flatMap(({ first, last }) => last ?? first ?? []);
  if (starts.length === 0) return undefined;
  const start = Math.min(...starts.map(dayOf));
  const end = Math.max(...ends.map((day) => dayAfter(day)));
  const air = Math.max((end - start) * 0.025, 15 * 86_400_000);
  return { start: start - air, end: end + air };
}

function dayOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return utc(year, month, date);
}

/** A last day may be one that its month does not have, as in `2021-02-31`. */
function dayAfter(day: string | undefined): number {
  if (day === undefined) return Infinity;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Math.min(utc(year, month, date + 1), utc(year, month + 1, 1));
}

/** Years before 100 are themselves, and not of the last century. */
function utc(year: number, month: number, date: number): number {
  const time = new Date(Date.UTC(2000, month - 1, date));
  time.setUTCFullYear(time.getUTCFullYear() - 2000 + year);
  return time.getTime();
}

/** What a date takes up on its lane, in pixels. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Where something was put, and which of the stretches offered it took. */
export interface Packed {
  readonly lane: number;
  readonly choice: number;
}

/**
 * Puts each into the first lane in which one of the stretches that it offers is free, rather the
 * one that it offers first; undefined where all lanes are taken. Those in front choose first.
 */
export function pack(all: readonly (readonly Stretch[])[], lanes: number): (Packed | undefined)[] {
  const taken = Array.from({ length: lanes }, (): Stretch[] => []);
  return all.map((offered) => {
    for (const [lane, own] of taken.entries()) {
      const choice = offered.findIndex((stretch) => !own.some((one) => overlap(one, stretch)));
      const stretch = offered[choice];
      if (!stretch) continue;
      own.push(stretch);
      return { lane, choice };
    }
    return undefined;
  });
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.left < b.right && b.left < a.right;
}

/** How many of the given moments fall into each of so many equal parts of a stretch. */
export function histogram(at: readonly number[], { left, right }: Stretch, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const x of at) {
    if (x < left || x > right) continue;
    const bin = Math.min(Math.floor(((x - left) / (right - left)) * bins), bins - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
