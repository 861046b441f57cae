import type { CorpusMap, MapDate, MapEdge, MapNode } from '../../../src/core';

/** A map in short: nodes by type, edges as pairs. */
export function mapWith(
  types: Readonly<Record<string, readonly string[]>>,
  edges: readonly (readonly [string, string] | readonly [string, string, number])[] = [],
  dates: readonly MapDate[] = [],
): CorpusMap {
  return {
    types: Object.keys(types).map((id) => ({ id, label: id, description: '' })),
    nodes: Object.entries(types).flatMap(([type, ids]) => ids.map((id) => node(id, type))),
    edges: edges.map(([from, to, count = 1]) => edge(from, to, count)),
    dates,
    undatable: 0,
  };
}

export function date(subject: string, value: string, first?: string, last = first): MapDate {
  return {
    ...{ subject, value, first, last, property: 'happened-on', label: 'happened on' },
    ...{ planned: false, uncertain: false, contradicted: false },
    ...{ count: 1, source: 'seeds/a.txt', claim: `${subject} ${value}` },
  };
}

function node(id: string, type: string): MapNode {
  return { id, name: id, aliases: [], type, mentions: 1, contradictions: 0, tensions: 0 };
}

function edge(from: string, to: string, count: number): MapEdge {
  const first = { source: 'seeds/a.txt', claim: `${from} ${to}` };
  return { from, to, relations: [{ label: 'concerns', count }], ...first };
}

export const nothingChosen = {
  hidden: new Set<string>(),
  more: new Map(),
  pinned: new Set<string>(),
};

/** `n` ids that begin alike. */
export function ids(prefix: string, n: number): string[] {
  return Array.from({ length: n }, (_, at) => `${prefix}-${at}`);
}
