import { curveBumpX, link } from 'd3-shape';
import type { Placed } from './arrange';

type Point = readonly [number, number];

/** The course of an edge, and which side of each end it takes: 1 the right one, -1 the left one. */
export interface Course {
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly startSide: 1 | -1;
  readonly endSide: 1 | -1;
}

const between = link<{ source: Point; target: Point }, Point>(curveBumpX)
  .x(([x]) => x)
  .y(([, y]) => y);

/** An S between columns; within one, an arc on the side where there are no names. */
export function courseOf(from: Placed, to: Placed): Course {
  const startSide = sideTowards(from, to);
  const endSide = from.column === to.column ? startSide : startSide === 1 ? -1 : 1;
  const start: Point = [round(from.x + startSide * from.reach), round(from.y)];
  const end: Point = [round(to.x + endSide * to.reach), round(to.y)];
  const path =
    from.column === to.column
      ? arc(start, end, startSide)
      : (between({ source: start, target: end }) ?? '');
  return { path, start, end, startSide, endSide };
}

function sideTowards(from: Placed, to: Placed): 1 | -1 {
  if (from.column !== to.column) return from.column < to.column ? 1 : -1;
  return from.column === 2 ? -1 : 1;
}

function arc([x1, y1]: Point, [x2, y2]: Point, side: 1 | -1): string {
  const bulge = side * Math.min(18 + Math.abs(y2 - y1) * 0.22, 64);
  const x = round((side === 1 ? Math.max(x1, x2) : Math.min(x1, x2)) + bulge);
  return `M${x1},${y1}C${x},${y1},${x},${y2},${x2},${y2}`;
}

/** Tenths of a pixel are more than any eye sees, and keep an exported picture small. */
function round(length: number): number {
  return Math.round(length * 10) / 10;
}
