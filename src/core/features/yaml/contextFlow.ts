import type { Span } from '../../model';
import { commentStart, scalarText } from './contextLine';

/** A flow collection that is open at a cursor, within one line; columns are of that line. */
export interface FlowMap {
  /** Where the outermost open bracket stands. */
  readonly outer: number;
  /** Keys that lead from there to the innermost open map. */
  readonly keys: readonly string[];
  /** The other pairs of that map; undefined: a list alone is open. */
  readonly siblings: ReadonlyMap<string, string> | undefined;
  readonly key: string | undefined;
  readonly typed: Span;
  readonly end: number;
}

interface Open {
  readonly isMap: boolean;
  readonly column: number;
  /** Where each of its parts begins. */
  readonly parts: number[];
}

/** Deeper than any file of the format. */
const maxDepth = 16;

/** Undefined where no flow collection is open before the column. */
export function flowAt(source: string, column: number): FlowMap | undefined {
  const open = openAt(source, column);
  const [outermost] = open;
  const innermost = open.at(-1);
  if (!outermost || !innermost || open.length > maxDepth) return undefined;
  const map = open.findLast(({ isMap }) => isMap);
  const keys = open.flatMap((one) => {
    if (!one.isMap || one === map) return [];
    return pairOf(source.slice(one.parts.at(-1), column)).key ?? [];
  });
  const part = map?.parts.at(-1);
  const pair = part === undefined ? undefined : pairOf(source.slice(part, column));
  const start = valueStart(source, innermost, column);
  const blanks = /^\s*["']?/.exec(source.slice(start, column))?.[0].length ?? 0;
  const rest = /^[^\s"',\]}]*/.exec(source.slice(column))?.[0].length ?? 0;
  return {
    outer: outermost.column,
    keys,
    siblings: map && siblingsOf(source, map, part ?? 0),
    key: pair?.key,
    typed: { start: start + blanks, end: column },
    end: column + rest,
  };
}

function openAt(source: string, column: number): Open[] {
  const open: Open[] = [];
  let quote = '';
  const end = Math.min(column, commentStart(source));
  for (let at = 0; at < end; at++) {
    const character = source[at] ?? '';
    const isFirst = at === 0 || /[\s:[{,]/.test(source[at - 1] ?? '');
    if (quote === '"' && character === '\\') at++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if ((character === '"' || character === "'") && isFirst) quote = character;
    else if ((character === '{' || character === '[') && (open.length > 0 || isFirst)) {
      open.push({ isMap: character === '{', column: at, parts: [at + 1] });
    } else if (character === '}' || character === ']') open.pop();
    else if (character === ',') open.at(-1)?.parts.push(at + 1);
  }
  return open;
}

const pair = /^\s*("[^"]{0,200}"|'[^']{0,200}'|[^\s"':,[\]{}][^:,[\]{}]{0,200}?)\s{0,50}:(?=\s|$)/;

function pairOf(part: string): { key: string | undefined; behind: number } {
  const match = pair.exec(part);
  if (!match) return { key: undefined, behind: 0 };
  return { key: scalarText(match[1] ?? ''), behind: match[0].length };
}

/** Behind the key of the last pair, or where the last item of a list begins. */
function valueStart(source: string, { isMap, parts }: Open, column: number): number {
  const part = parts.at(-1) ?? column;
  return isMap ? part + pairOf(source.slice(part, column)).behind : part;
}

function siblingsOf(source: string, map: Open, part: number): Map<string, string> {
  const siblings = new Map<string, string>();
  const closing = source.indexOf('}', part);
  const end = closing < 0 ? source.length : closing;
  const all = [...map.parts, ...partsFrom(source, part, end)];
  for (const start of all) {
    if (start === part) continue;
    const text = source.slice(start, end);
    const { key, behind } = pairOf(text);
    const value = /^\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^,}\]]*)/.exec(text.slice(behind))?.[1] ?? '';
    if (key !== undefined) siblings.set(key, scalarText(value.trim()));
  }
  return siblings;
}

/** Where further parts begin behind one; commas in quotation marks cost nothing but a wrong part. */
function partsFrom(source: string, part: number, end: number): number[] {
  const parts: number[] = [];
  for (let at = source.indexOf(',', part); at >= 0 && at < end; at = source.indexOf(',', at + 1)) {
    parts.push(at + 1);
  }
  return parts;
}
