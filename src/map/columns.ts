import type { CorpusMap, MapEdge, MapNode } from '../core/features/map';

/** From left to right: who acts, what binds them, what it is about. */
export type Column = 0 | 1 | 2;
export const columns: readonly Column[] = [0, 1, 2];

/** Where the well-known types stand. */
const usual: ReadonlyMap<string, Column> = new Map([
  ...(['organization', 'place', 'person', 'publication'] as const).map(at(0)),
  ...(['agreement', 'programme', 'event'] as const).map(at(1)),
  ...(['mission', 'spacecraft', 'instrument', 'facility', 'system'] as const).map(at(2)),
]);

/** An edge within a column is hard to follow, one past a column less so. */
const costs: readonly number[] = [1, 0, 0.4];
const rounds = 8;

/**
 * The column of each type. Types of a schema's own take the one from which their edges are easiest
 * to follow, the middle if all are as good.
 */
export function columnsOf({ types, nodes, edges }: CorpusMap): ReadonlyMap<string, Column> {
  const found = new Map(types.map(({ id }) => [id, usual.get(id) ?? 1] as const));
  const free = types.filter(({ id }) => !usual.has(id));
  const between = pairCounts(nodes, edges);
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const { id } of free) {
      const best = cheapest(id, found, between);
      if (best === found.get(id)) continue;
      found.set(id, best);
      moved = true;
    }
    if (!moved) break;
  }
  return found;
}

function at(column: Column) {
  return (type: string) => [type, column] as const;
}

/** How many edges join two types, whichever way they point. */
function pairCounts(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const typeOf = new Map(nodes.map(({ id, type }) => [id, type]));
  const counts = new Map<string, Map<string, number>>();
  const add = (a: string, b: string) => {
    const own = counts.get(a) ?? new Map<string, number>();
    counts.set(a, own.set(b, (own.get(b) ?? 0) + 1));
  };
  for (const { from, to } of edges) {
    const [a, b] = [typeOf.get(from), typeOf.get(to)];
    if (a === undefined || b === undefined) continue;
    add(a, b);
    if (a !== b) add(b, a);
  }
  return counts;
}

function cheapest(
  type: string,
  present: ReadonlyMap<string, Column>,
  between: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Column {
  const cost = (column: Column) => {
    let sum = 0;
    for (const [other, count] of between.get(type) ?? []) {
      const there = other === type ? column : present.get(other);
      if (there !== undefined) sum += count * (costs[Math.abs(there - column)] ?? 0);
    }
    return sum;
  };
  const now = present.get(type) ?? 1;
  const order: readonly Column[] = [now, 1, 0, 2];
  return order.reduce((best, one) => (cost(one) < cost(best) ? one : best));
}
