import type { DrawnEdge, Drawing, Group, Item } from './fold';
import { columns } from './columns';

/** The items of each column from top to bottom, type by type. */
export type Order = readonly (readonly Group[])[];

const sweeps = 10;
/** More groups than this keep the schema's order: their permutations are too many to try. */
const mostPermuted = 5;

/**
 * Orders the groups of each column and the items of each group so that edges are short, which also
 * keeps them from crossing. Items that were drawn before keep their order among themselves.
 * @param before ids in the order of the last drawing, column by column
 */
export function order({ groups, edges }: Drawing, before: readonly string[] = []): Order {
  const rank = new Map(before.map((id, at) => [id, at]));
  let present: (readonly Group[])[] = columns.map((column) =>
    groups.filter((group) => group.column === column && group.items.length > 0),
  );
  const neighbours = neighboursOf(edges);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const own = present[column] ?? [];
      const arranged = reorderGroups(own, present, neighbours, rank);
      present = present.with(column, arranged);
      present = present.with(column, reorderItems(arranged, present, neighbours, rank));
    }
  }
  return present;
}

type Neighbours = ReadonlyMap<string, readonly { readonly id: string; readonly weight: number }[]>;

function neighboursOf(edges: readonly DrawnEdge[]): Neighbours {
  const found = new Map<string, { id: string; weight: number }[]>();
  const add = (a: string, b: string, count: number) => {
    const own = found.get(a) ?? [];
    own.push({ id: b, weight: Math.sqrt(count) });
    found.set(a, own);
  };
  for (const { from, to, count } of edges) {
    add(from, to, count);
    add(to, from, count);
  }
  return found;
}

/** Each item's height in its column, from 0 to 1. */
function heightsOf(order: readonly (readonly Group[])[]): Map<string, number> {
  const heights = new Map<string, number>();
  for (const column of order) {
    const items = column.flatMap((group) => group.items);
    items.forEach(({ id }, at) => heights.set(id, (at + 0.5) / items.length));
  }
  return heights;
}

function reorderItems(
  own: readonly Group[],
  all: readonly (readonly Group[])[],
  neighbours: Neighbours,
  rank: ReadonlyMap<string, number>,
): Group[] {
  const heights = heightsOf(all);
  return own.map((group) => {
    const wished = new Map(
      group.items.map((item) => [item, barycentre(item.id, neighbours, heights)]),
    );
    const items = [...group.items].sort((a, b) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0));
    return { ...group, items: foldLast(keepKnown(items, rank)) };
  });
}

/** Where its neighbours are on average; without any, where it is. */
function barycentre(id: string, neighbours: Neighbours, heights: ReadonlyMap<string, number>) {
  let sum = 0;
  let weights = 0;
  for (const { id: other, weight } of neighbours.get(id) ?? []) {
    sum += (heights.get(other) ?? 0.5) * weight;
    weights += weight;
  }
  return weights === 0 ? (heights.get(id) ?? 0.5) : sum / weights;
}

/** Items of the last drawing take the places that they have among them in their old order. */
function keepKnown(items: readonly Item[], rank: ReadonlyMap<string, number>): Item[] {
  const known = items
    .filter(({ id }) => rank.has(id))
    .sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  let next = 0;
  return items.map((item) => (rank.has(item.id) ? (known[next++] ?? item) : item));
}

function foldLast(items: readonly Item[]): Item[] {
  const isFold = (item: Item) => item.folded !== undefined;
  return [...items.filter((item) => !isFold(item)), ...items.filter(isFold)];
}

function reorderGroups(
  own: readonly Group[],
  all: readonly (readonly Group[])[],
  neighbours: Neighbours,
  rank: ReadonlyMap<string, number>,
): readonly Group[] {
  const isKnown = own.some(({ items }) => items.some(({ id }) => rank.has(id)));
  if (isKnown) return byRank(own, rank);
  if (own.length > mostPermuted) return own;
  const elsewhere = heightsOf(all);
  let best = own;
  let shortest = Infinity;
  for (const candidate of permutations(own)) {
    const here = heightsOf([candidate]);
    let length = 0;
    for (const [id, height] of here) {
      for (const { id: other, weight } of neighbours.get(id) ?? []) {
        length += Math.abs(height - (here.get(other) ?? elsewhere.get(other) ?? 0.5)) * weight;
      }
    }
    if (length < shortest - 1e-9) [best, shortest] = [candidate, length];
  }
  return best;
}

function byRank(groups: readonly Group[], rank: ReadonlyMap<string, number>): Group[] {
  const first = ({ items }: Group) =>
    Math.min(...items.map(({ id }) => rank.get(id) ?? Number.MAX_SAFE_INTEGER));
  return [...groups].sort((a, b) => first(a) - first(b));
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]];
  return all.flatMap((one, at) =>
    permutations(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
  );
}
