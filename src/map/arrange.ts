import type { Column } from './columns';
import type { Group, Item } from './fold';
import type { Order } from './order';

/** Breaks a name into lines of at most the given width, the last one cut if need be. */
export interface Writing {
  wrap(text: string, width: number, lines: number): readonly string[];
  measure(text: string): number;
}

/** An item with its place. All lengths are in pixels at the scale of 1. */
export interface Placed {
  readonly item: Item;
  readonly column: Column;
  /** The centre of its mark; in the middle column of the whole box. */
  readonly x: number;
  readonly y: number;
  /** Half of what edges keep off its centre, to the left and right. */
  readonly reach: number;
  /** Of the mark, by the number of mentions. */
  readonly radius: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Of the widest line. */
  readonly textWidth: number;
}

/** The name of a type over its items. */
export interface Heading {
  readonly group: Group;
  readonly column: Column;
  readonly x: number;
  readonly y: number;
}

export interface Arrangement {
  readonly placed: readonly Placed[];
  readonly headings: readonly Heading[];
  readonly width: number;
  readonly height: number;
  /** Of the boxes in the middle column. */
  readonly boxWidth: number;
  /** Between the columns, at its least. */
  readonly gap: number;
}

export const lineHeight = 14;
/** Between a mark and its name. */
export const labelGap = 8;
const margin = 18;
const headingHeight = 26;
const groupGap = 18;
const leastWidth = 600;
const mostWidth = 1500;
/** Between columns: there the edges are told apart, and captions read. */
const leastGap = 75;
/** A column with room to spare spreads, but not until it falls apart. */
const mostSpread = 16;
const mostWidening = 1.4;
/** In a corpus with few mentions all marks are small. */
const leastMost = 30;

/** Gives every item a place, so that no two names overlap; what is too high for the room grows. */
export function arrange(
  order: Order,
  room: { readonly width: number; readonly height: number },
  writing: Writing,
): Arrangement {
  const first = arrangeAt(order, room.width, room.height, writing);
  if (first.height <= room.height) return first;
  // What is too high is seen smaller, and so has more room to the sides.
  const wider = (room.width * first.height) / Math.max(room.height, 1);
  return arrangeAt(order, Math.min(wider, room.width * mostWidening), room.height, writing);
}

function arrangeAt(
  order: Order,
  roomWidth: number,
  roomHeight: number,
  writing: Writing,
): Arrangement {
  const width = Math.min(Math.max(roomWidth, leastWidth), mostWidth);
  const geometry = geometryOf(width);
  const free = Math.max(roomHeight - 2 * margin, 0);
  const setting = { geometry, most: mostMentions(order), writing };
  const drafts = order.map((groups, at) => {
    return draftColumn(groups, at as Column, setting);
  });
  const height = Math.max(free, ...drafts.map((draft) => draft.height));
  const columns = drafts.map((draft) =>
    placeColumn(roomyColumn(draft, height, setting), height, geometry),
  );
  return {
    placed: columns.flatMap(({ placed }) => placed),
    headings: columns.flatMap(({ headings }) => headings),
    width,
    height: height + 2 * margin,
    boxWidth: geometry.labels[1],
    gap: gapOf(geometry),
  };
}

interface Geometry {
  /** The centre of the marks of each column. */
  readonly centres: readonly [number, number, number];
  /** The room for names in each column. */
  readonly labels: readonly [number, number, number];
}

function geometryOf(width: number): Geometry {
  const inset = margin + 20;
  const wished = [
    clamp(width * 0.19, 110, 210),
    clamp(width * 0.31, 165, 360),
    clamp(width * 0.24, 125, 280),
  ] as const;
  const share = Math.min(1, (width - 2 * inset - 2 * leastGap) / sum(wished));
  const labels = [wished[0] * share, wished[1] * share, wished[2] * share] as const;
  return { labels, centres: [inset + labels[0], width / 2, width - inset - labels[2]] };
}

function gapOf({ centres, labels }: Geometry): number {
  const half = labels[1] / 2;
  return Math.min(centres[1] - centres[0] - half, centres[2] - centres[1] - half);
}

interface Row {
  readonly item: Item;
  readonly lines: readonly string[];
  readonly textWidth: number;
  readonly radius: number;
  readonly height: number;
}

interface Draft {
  readonly column: Column;
  readonly groups: readonly { readonly group: Group; readonly rows: readonly Row[] }[];
  readonly height: number;
}

/** What all columns share. */
interface Setting {
  readonly geometry: Geometry;
  /** How often the entity is mentioned that is mentioned most. */
  readonly most: number;
  readonly writing: Writing;
}

/** Long names get a second line as far as there is room, the most mentioned first. */
function roomyColumn(draft: Draft, height: number, setting: Setting): Draft {
  const { column, groups } = draft;
  const rows = groups.flatMap((one) => one.rows);
  const roomy = new Set<Item>();
  let spare = height - draft.height;
  for (const row of [...rows].sort((one, two) => two.item.mentions - one.item.mentions)) {
    const cost = rowOf(row.item, column, 2, setting).height - row.height;
    if (cost <= 0 || cost > spare) continue;
    spare -= cost;
    roomy.add(row.item);
  }
  const linesOf = (item: Item) => (roomy.has(item) ? 2 : 1);
  const wanted = groups.map(({ group }) => group);
  return draftColumn(wanted, column, setting, linesOf);
}

function draftColumn(
  groups: readonly Group[],
  column: Column,
  setting: Setting,
  linesOf: (item: Item) => number = () => 1,
): Draft {
  const drafted = groups.map((group) => {
    return { group, rows: group.items.map((item) => rowOf(item, column, linesOf(item), setting)) };
  });
  const heights = drafted.flatMap(({ rows }) => rows.map(({ height }) => height));
  const between = headingHeight * groups.length + groupGap * Math.max(groups.length - 1, 0);
  return { column, groups: drafted, height: between + sum(heights) };
}

function rowOf(
  item: Item,
  column: Column,
  mostLines: number,
  { geometry, most, writing }: Setting,
): Row {
  const padding = column === 1 ? 52 : 0;
  const lines = writing.wrap(item.name, geometry.labels[column] - padding, mostLines);
  const textWidth = Math.max(0, ...lines.map((line) => writing.measure(line)));
  const radius = radiusOf(item, most);
  const text = lines.length * lineHeight + (column === 1 ? 12 : 9);
  const height = column === 1 ? text : Math.max(text, 2 * radius + 4);
  return { item, lines, textWidth, radius, height };
}

function mostMentions(order: Order): number {
  const items = order.flatMap((groups) => groups.flatMap((group) => group.items));
  const single = items.filter(({ folded }) => folded === undefined);
  return single.reduce((most, { mentions }) => Math.max(most, mentions), leastMost);
}

/** Its area grows with the number of mentions. */
function radiusOf({ folded, mentions }: Item, most: number): number {
  return folded === undefined ? 3.5 + 8.5 * Math.sqrt(mentions / most) : 7;
}

function placeColumn({ column, groups, height }: Draft, room: number, geometry: Geometry) {
  const count = groups.reduce((total, { rows }) => total + rows.length + 1, 0);
  const spread = Math.min((room - height) / Math.max(count, 1), mostSpread);
  const x = geometry.centres[column];
  let y = margin + (room - height - spread * count) / 2;
  const placed: Placed[] = [];
  const headings: Heading[] = [];
  for (const { group, rows } of groups) {
    headings.push({ group, column, x, y: y + headingHeight / 2 });
    y += headingHeight + spread / 2;
    for (const row of rows) {
      const reach = column === 1 ? geometry.labels[1] / 2 : row.radius;
      placed.push({ ...row, column, x, y: y + row.height / 2, reach });
      y += row.height + spread;
    }
    y += groupGap + spread / 2;
  }
  return { placed, headings };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
