import type { CorpusMap, MapEdge, MapNode, MapRelation, MapType } from '../core/features/map';
import { type Column, columns, columnsOf } from './columns';

/** What a reader chose to see. */
export interface Choice {
  /** Types that are switched off. */
  readonly hidden: ReadonlySet<string>;
  /** By type: how many entities beyond the usual ones are asked for. */
  readonly more: ReadonlyMap<string, number>;
  /** Entities that are drawn by themselves whatever else is. */
  readonly pinned: ReadonlySet<string>;
}

/** The part of a map that is drawn; whatever is not, is counted in a fold. */
export interface Drawing {
  readonly groups: readonly Group[];
  readonly edges: readonly DrawnEdge[];
  /** Entities that are drawn by themselves. */
  readonly shown: number;
  /** Claims of which both ends are folded into the same item. */
  readonly within: number;
}

/** The entities of one type. */
export interface Group {
  readonly type: MapType;
  readonly column: Column;
  readonly items: readonly Item[];
  /** All entities of the type. */
  readonly total: number;
}

/** An entity, or all those of its type that are not drawn. */
export interface Item {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly mentions: number;
  readonly contradictions: number;
  readonly tensions: number;
  /** How many entities it stands for; undefined: it is one. */
  readonly folded: number | undefined;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** In order of their claims, the most stated first. */
  readonly relations: readonly MapRelation[];
  /** How many claims it stands for. */
  readonly count: number;
  /** The first of them: its source and its id. */
  readonly source: string;
  readonly claim: string;
}

export function isSameEdge(
  a: Pick<DrawnEdge, 'from' | 'to'>,
  b: Pick<DrawnEdge, 'from' | 'to'>,
): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Rows that an eye takes in at once. */
const rowsPerColumn = 20;
/** No type vanishes altogether. */
const leastPerType = 3;
/** How many come with each wish for more. */
export const moreStep = 20;

/**
 * Chooses what is drawn: of each type the entities with the most relations. The rest becomes one
 * item that stands for all of them and inherits their relations.
 */
export function fold(map: CorpusMap, { hidden, more, pinned }: Choice): Drawing {
  const columnOf = columnsOf(map);
  const types = map.types.filter(({ id }) => !hidden.has(id));
  const ranked = rank(map, new Set(types.map(({ id }) => id)));
  const groups = columns.flatMap((column) => {
    const own = types.filter(({ id }) => columnOf.get(id) === column);
    const shares = shareRows(own, ranked);
    return own.map((type) => {
      const all = ranked.get(type.id) ?? [];
      const wanted = (shares.get(type.id) ?? 0) + (more.get(type.id) ?? 0);
      return { type, column, items: itemsOf(type, all, wanted, pinned), total: all.length };
    });
  });
  const shown = groups.flatMap(({ items }) => items).filter((item) => item.folded === undefined);
  return { groups, shown: shown.length, ...foldEdges(map, groups) };
}

export function foldId(type: string): string {
  return `+ ${type}`;
}

/** By id, how much there is to see at an entity: its relations, and what is dated of it. */
function degrees({ nodes, edges, dates }: CorpusMap, types: ReadonlySet<string>) {
  const typeOf = new Map(nodes.map(({ id, type }) => [id, type]));
  const isShown = (id: string) => types.has(typeOf.get(id) ?? '');
  const counts = new Map<string, number>();
  const add = (id: string, count: number) => counts.set(id, (counts.get(id) ?? 0) + count);
  for (const { from, to } of edges) {
    if (!isShown(from) || !isShown(to)) continue;
    add(from, 1);
    add(to, 1);
  }
  for (const { subject } of dates) add(subject, 1);
  return counts;
}

interface Ranked {
  readonly node: MapNode;
  readonly degree: number;
}

/** The entities of each type, the best connected first. */
function rank(map: CorpusMap, types: ReadonlySet<string>): ReadonlyMap<string, readonly Ranked[]> {
  const counts = degrees(map, types);
  const byType = new Map<string, Ranked[]>();
  for (const node of map.nodes) {
    const own = byType.get(node.type) ?? [];
    own.push({ node, degree: counts.get(node.id) ?? 0 });
    byType.set(node.type, own);
  }
  for (const own of byType.values()) {
    own.sort((a, b) => b.degree - a.degree || b.node.mentions - a.node.mentions);
  }
  return byType;
}

/** How many rows each type of a column may have. What nothing relates to anything takes none. */
function shareRows(
  types: readonly MapType[],
  ranked: ReadonlyMap<string, readonly Ranked[]>,
): ReadonlyMap<string, number> {
  const wishes = types.map(({ id }) => {
    return { id, wish: (ranked.get(id) ?? []).filter(({ degree }) => degree > 0).length };
  });
  const total = wishes.reduce((sum, { wish }) => sum + wish, 0);
  const share = Math.min(1, rowsPerColumn / total);
  return new Map(
    wishes.map(({ id, wish }) => {
      return [id, Math.min(wish, Math.max(leastPerType, Math.floor(wish * share)))];
    }),
  );
}

function itemsOf(
  { id: type, label }: MapType,
  all: readonly Ranked[],
  wanted: number,
  pinned: ReadonlySet<string>,
): Item[] {
  const isOwn = ({ node }: Ranked, at: number) => at < wanted || pinned.has(node.id);
  const rest = all.filter((one, at) => !isOwn(one, at));
  // To say that there is one more takes as much room as to show it.
  const own = rest.length === 1 ? all : all.filter(isOwn);
  const items: Item[] = own.map(({ node }) => {
    const { id, name, mentions, contradictions, tensions } = node;
    return { id, type, name, mentions, contradictions, tensions, folded: undefined };
  });
  if (rest.length <= 1) return items;
  const sum = (pick: (node: MapNode) => number) => {
    return rest.reduce((total, { node }) => total + pick(node), 0);
  };
  items.push({
    id: foldId(type),
    type,
    name: items.length > 0 ? `${rest.length} more` : `${rest.length} × ${label}`,
    mentions: sum(({ mentions }) => mentions),
    contradictions: sum(({ contradictions }) => contradictions),
    tensions: sum(({ tensions }) => tensions),
    folded: rest.length,
  });
  return items;
}

function foldEdges({ nodes, edges }: CorpusMap, groups: readonly Group[]) {
  const drawn = new Set(groups.flatMap(({ items }) => items.map(({ id }) => id)));
  const typeOf = new Map(nodes.map(({ id, type }) => [id, type]));
  const endOf = (id: string) => {
    const end = drawn.has(id) ? id : foldId(typeOf.get(id) ?? '');
    return drawn.has(end) ? end : undefined;
  };
  const found = new Map<string, Omit<DrawnEdge, 'relations' | 'count'> & { edges: MapEdge[] }>();
  let within = 0;
  for (const edge of edges) {
    const [from, to] = [endOf(edge.from), endOf(edge.to)];
    if (from === undefined || to === undefined) continue;
    if (from === to) {
      within += countOf(edge.relations);
      continue;
    }
    const key = `${from}\n${to}`;
    const known = found.get(key);
    if (known) known.edges.push(edge);
    else found.set(key, { ...edge, from, to, edges: [edge] });
  }
  const drawnEdges = [...found.values()].map(({ edges: own, ...edge }): DrawnEdge => {
    const relations = mergeRelations(own);
    return { ...edge, relations, count: countOf(relations) };
  });
  return { edges: drawnEdges, within };
}

function countOf(relations: readonly MapRelation[]): number {
  return relations.reduce((sum, { count }) => sum + count, 0);
}

function mergeRelations(edges: readonly MapEdge[]): MapRelation[] {
  const counts = new Map<string, number>();
  for (const { label, count } of edges.flatMap(({ relations }) => relations)) {
    counts.set(label, (counts.get(label) ?? 0) + count);
  }
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}
