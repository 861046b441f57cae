import { type Measure, cut } from '../wrapText';
import { s } from './dom';
import type { DrawnCourse } from './edgeElement';

const mostWidth = 150;
/** Left free of the gap between two columns. */
const air = 16;
const height = 11;

interface Caption {
  readonly x: number;
  readonly y: number;
  readonly side: 1 | -1;
  readonly labels: Set<string>;
}

/**
 * What edges say, each beside the end that is not selected, where it has a row of its own. Where it
 * would meet one of the column opposite it goes below its edge.
 */
export function captionsOf(
  active: readonly DrawnCourse[],
  selected: string | undefined,
  gap: number,
  measure: Measure,
): SVGTextElement[] {
  const drawn: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  return gather(active, selected).map(({ x, y, side, labels }) => {
    const text = cut([...labels].join(', '), Math.min(mostWidth, gap - air), measure);
    const width = measure(text) + 4;
    const [left, right] = side === 1 ? [x, x + width] : [x - width, x];
    const isTaken = (at: number) =>
      drawn.some((one) => {
        return one.left < right && left < one.right && Math.abs(one.y - at) < height;
      });
    const free = [y - 5, y + 15].find((at) => !isTaken(at)) ?? y - 5;
    drawn.push({ left, right, y: free });
    const anchor = side === 1 ? 'start' : 'end';
    return s('text', { class: 'caption', x, y: free, 'text-anchor': anchor }, text);
  });
}

/** One caption for each end, even if several edges lead there. */
function gather(active: readonly DrawnCourse[], selected: string | undefined): Caption[] {
  const found = new Map<string, Caption>();
  for (const { edge, course } of active) {
    const isOut = edge.from === selected;
    const other = isOut ? edge.to : edge.from;
    const [[x, y], side] = isOut
      ? ([course.end, course.endSide] as const)
      : ([course.start, course.startSide] as const);
    const caption = found.get(other) ?? { x: x + side * 12, y, side, labels: new Set() };
    for (const { label } of edge.relations) caption.labels.add(label);
    found.set(other, caption);
  }
  return [...found.values()];
}
