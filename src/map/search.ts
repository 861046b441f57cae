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
 * those that begin with it first, then the most mentioned. Where there is none, those of which a
 * name holds nearly the query, the nearest first.
 */
export function searchNodes(nodes: readonly MapNode[], query: string, most: number): MapNode[] {
  const wanted = foldText(query);
  if (wanted === '') return [];
  const found = rank(nodes, (name) => {
    const at = name.indexOf(wanted);
    return at < 0 ? undefined : Math.min(at, 1);
  });
  const typos = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  if (found.length > 0 || typos === 0) return found.slice(0, most);
  return rank(nodes, (name) => typosWithin(name, wanted, typos)).slice(0, most);
}

/** By the least that any name of a node is given; nodes without one are left out. */
function rank(nodes: readonly MapNode[], rate: (name: string) => number | undefined): MapNode[] {
  const rated = nodes.flatMap((node) => {
    const ratings = [node.name, ...node.aliases].flatMap((name) => rate(foldText(name)) ?? []);
    return ratings.length > 0 ? [{ node, rating: Math.min(...ratings) }] : [];
  });
  return rated
    .sort((a, b) => a.rating - b.rating || b.node.mentions - a.node.mentions)
    .map(({ node }) => node);
}

/**
 * How many letters are wrong, missing, too many or swapped in the part of a name that is most like
 * the words; undefined beyond a limit.
 */
function typosWithin(name: string, words: string, limit: number): number | undefined {
  // Row by row: the least typos in the words so far, by where in the name they end.
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, () => 0);
  for (let row = 1; row <= words.length; row++) {
    const next = [row];
    for (let at = 1; at <= name.length; at++) {
      const isSame = words[row - 1] === name[at - 1];
      const isSwapped = words[row - 1] === name[at - 2] && words[row - 2] === name[at - 1];
      next[at] = Math.min(
        (last[at - 1] ?? 0) + Number(!isSame),
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        row > 1 && at > 1 && isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...next) > limit) return undefined;
    [before, last] = [last, next];
  }
  return Math.min(...last);
}
