import type { MapDate } from '../core/features/map';
import { type Stretch, extentOf, pack } from './timeline';
import { type Measure, cut } from './wrapText';

/** A date with the entity that it is of. */
export interface TimeItem {
  readonly date: MapDate;
  readonly name: string;
  readonly type: string;
}

/** A date in its place on the time line, in pixels. */
export interface Moment extends TimeItem {
  readonly key: string;
  readonly mark: Stretch;
  /** Drawn as a point: a day, seen from afar. */
  readonly isPoint: boolean;
  /** The name, cut to its room, and what is said of the date. */
  readonly label: string;
  readonly suffix: string;
  readonly isLabelLeft: boolean;
  readonly lane: number;
}

export interface Moments {
  /** In order of time. */
  readonly placed: readonly Moment[];
  /** The middles of those in view for which there is no lane. */
  readonly left: readonly number[];
}

/** Its name may stand on either side, rather on the first. */
type Draft = Omit<Moment, 'lane' | 'isLabelLeft'> & { readonly sides: readonly Side[] };

interface Side {
  readonly isLabelLeft: boolean;
  readonly stretch: Stretch;
}

const day = 86_400_000;
/** With more dates than this no cut makes room for all. */
const mostCut = 200;
const pointWidth = 11;
const leastWidth = 6;
/** Names are cut further where there are too few lanes otherwise. */
const nameWidths = [280, 200, 130] as const;
/** The first and last moment that a date of JavaScript can hold. */
const ever = { start: -8.64e15, end: 8.64e15 };

/**
 * Places dates in lanes so that neither marks nor names overlap. Those of one entity may go first.
 * @param items in order of time
 * @param x the place of a moment, given in milliseconds since 1970
 */
export function placeMoments(
  items: readonly TimeItem[],
  x: (time: number) => number,
  room: { readonly width: number; readonly lanes: number },
  measure: Measure,
  first?: string,
): Moments {
  let found: Moments = { placed: [], left: [] };
  for (const mostName of nameWidths) {
    const drafts = items.flatMap((item) => draftOf(item, x, room.width, mostName, measure) ?? []);
    found = placeDrafts(drafts, room.lanes, first);
    if (found.left.length === 0 || drafts.length > mostCut) break;
  }
  return found;
}

function placeDrafts(drafts: readonly Draft[], lanes: number, first: string | undefined): Moments {
  const isFirst = ({ date }: TimeItem) => date.subject === first;
  const queue = [...drafts.filter(isFirst), ...drafts.filter((one) => !isFirst(one))];
  const packed = pack(
    queue.map(({ sides }) => sides.map(({ stretch }) => stretch)),
    lanes,
  );
  const placed: Moment[] = [];
  const left: number[] = [];
  queue.forEach(({ sides, ...draft }, at) => {
    const found = packed[at];
    const side = found && sides[found.choice];
    if (!side) left.push((draft.mark.left + draft.mark.right) / 2);
    else placed.push({ ...draft, isLabelLeft: side.isLabelLeft, lane: found.lane });
  });
  return { placed: placed.sort((a, b) => a.mark.left - b.mark.left || a.lane - b.lane), left };
}

/** Undefined where the date is out of view. */
function draftOf(
  item: TimeItem,
  x: (time: number) => number,
  width: number,
  mostName: number,
  measure: Measure,
): Draft | undefined {
  const { start, end } = extentOf(item.date, ever);
  const [from, to] = [Math.max(x(start), -20), Math.min(x(end), width + 20)];
  if (to < 0 || from > width) return undefined;
  const isPoint = end - start <= day && to - from < pointWidth;
  const mark = atLeast({ left: from, right: to }, isPoint ? pointWidth : leastWidth);
  const label = cut(item.name, mostName, measure);
  const suffix = suffixOf(item.date);
  const text = measure(label) + measure(suffix) + 21;
  const right: Side = {
    isLabelLeft: false,
    stretch: { left: mark.left - 4, right: mark.right + text },
  };
  const left: Side = {
    isLabelLeft: true,
    stretch: { left: mark.left - text, right: mark.right + 8 },
  };
  const inView = [right, left].filter(
    (side) => side.stretch.left > 0 && side.stretch.right < width,
  );
  const sides = inView.length > 0 ? inView : [right];
  return { ...item, key: keyOf(item.date), mark, isPoint, label, suffix, sides };
}

function atLeast({ left, right }: Stretch, width: number): Stretch {
  if (right - left >= width) return { left, right };
  const middle = (left + right) / 2;
  return { left: middle - width / 2, right: middle + width / 2 };
}

function suffixOf({ label, uncertain, contradicted }: MapDate): string {
  return `${uncertain ? '≈ ' : ''}${label}${contradicted ? ' ≠' : ''}`;
}

function keyOf({ subject, property, value }: MapDate): string {
  return [subject, property, value].join('\n');
}
