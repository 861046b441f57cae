import type { MapNode } from '../core/features/map';

/** Letters and digits only, without case and accents. */
function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/**
 * The nodes of which a name holds the query, whatever the case, accents, spaces and punctuation:
 * those that begin with it first, then the most mentioned.
 */
export function searchNodes(nodes: readonly MapNode[], query: string, most: number): MapNode[] {
  const wanted = foldText(query);
  if (wanted === '') return [];
  const found = nodes.flatMap((node) => {
    const places = [node.name, ...node.aliases].map((name) => foldText(name).indexOf(wanted));
    const hits = places.filter((place) => place >= 0);
    return hits.length > 0 ? [{ node, begins: hits.includes(0) }] : [];
  });
  return found
    .sort((a, b) => Number(b.begins) - Number(a.begins) || b.node.mentions - a.node.mentions)
    .slice(0, most)
    .map(({ node }) => node);
}
