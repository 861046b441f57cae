/** A piece of a YAML file, read by the library as if the whole file was. */
import type { Diagnostic } from '../diagnostic';
import type { Closings, PieceContext, PieceReading } from './yamlPiece';
import type { YamlContents, YamlMap, YamlTree } from './yamlTree';

/**
 * Reads the lines of a piece between two records that are known. If both are read as they are by
 * themselves, the library stands behind the piece where it stands behind every whole record, and
 * what it says of the piece is what it says in the whole file. Else the answer is undefined.
 */
export function readFramed(
  readAnyYaml: (path: string, text: string) => YamlContents,
  path: string,
  piece: string,
  context: PieceContext,
): PieceReading | undefined {
  const frame = frameOf(context);
  const text = frame.before + piece + frame.behind;
  const from = frame.before.length;
  const to = from + piece.length;
  const { root, diagnostics } = readAnyYaml(path, text);
  if (root?.kind !== 'map' || !diagnostics.every((one) => isWithin(one, from, to, context))) {
    return undefined;
  }
  const nodes = context.key === undefined ? root.entries : itemsIn(root, context);
  const own = nodes && withoutFrame(nodes, frame, to);
  if (!own) return undefined;
  const tree =
    context.key === undefined
      ? { kind: 'map' as const, entries: own as YamlMap['entries'], span: root.span }
      : { kind: 'list' as const, items: own as readonly YamlTree[], span: root.span };
  return { tree, diagnostics, from };
}

interface Frame {
  readonly before: string;
  readonly behind: string;
  /** What is to be read of both: how many nodes before, and of what is behind the text and place. */
  readonly lead: number;
  readonly trail: readonly string[];
}

/** Names that no file has. */
const [leadName, trailName] = ['zz-before-0', 'zz-behind-0'];

function frameOf({ key, column, isFirst, next, closings }: PieceContext): Frame {
  const further = furtherLines(closings);
  const margin = ' '.repeat(column);
  if (key === undefined) {
    const before = isFirst ? '' : `${leadName}:\n  a: b\n`;
    const behind = `${trailName}:\n  a: b\n${further.map((line) => `  ${line}\n`).join('')}`;
    const hasTrail = next === 'record';
    return {
      before,
      behind: hasTrail ? behind : '',
      lead: isFirst ? 0 : 1,
      trail: hasTrail ? [trailName] : [],
    };
  }
  const before = `${key}:\n${isFirst ? '' : `${margin}- a: b\n`}`;
  const lead = isFirst ? 0 : 1;
  if (next === 'end') return { before, behind: '', lead, trail: [] };
  if (next === 'key') {
    const behind = `${trailName}: b\n${further.map((line) => `${trailName}-${line}\n`).join('')}`;
    return { before, behind, lead, trail: [] };
  }
  const behind = `${margin}- a: b\n${further.map((line) => `${margin}  ${line}\n`).join('')}`;
  return { before, behind, lead, trail: ['a'] };
}

/**
 * A second line, since what is amiss with the piece may show only there; and quotes, if there are
 * any behind the piece, for the library looks for them.
 */
function furtherLines({ double, single }: Closings): string[] {
  return ['g: h', ...(double ? ['c: "d"'] : []), ...(single ? ["e: 'f'"] : [])];
}

function isWithin({ code, span }: Diagnostic, from: number, to: number, context: PieceContext) {
  if (code === 'yaml-too-deep' || span.start < from) return false;
  return context.next === 'end' || span.end <= to + context.column + 1;
}

type Node = YamlTree | YamlMap['entries'][number];

/** The items of the list, if what stands behind it is there and nothing else. */
function itemsIn({ entries }: YamlMap, { key, next, closings }: PieceContext) {
  const [list, ...others] = entries;
  const further = furtherLines(closings).map((line) => `${trailName}-${line.charAt(0)}`);
  const names = next === 'key' ? [trailName, ...further] : [];
  if (list?.key.text !== key || list?.value.kind !== 'list') return undefined;
  if (others.length !== names.length) return undefined;
  const isRead = others.every(
    (one, at) =>
      one.key.text === names[at] && one.value.kind === 'scalar' && one.value.text.length === 1,
  );
  return isRead ? list.value.items : undefined;
}

/** The piece's own nodes, if those before and behind are what they are by themselves. */
function withoutFrame(nodes: readonly Node[], { before, behind, lead, trail }: Frame, to: number) {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (nodes.length < lead + trail.length) return undefined;
  if (lead > 0 && !(first && isOwn(first, before.length - 1, 1))) return undefined;
  if (trail.length > 0) {
    const fields = behind.split('\n').length - 1 - ('key' in (last ?? {}) ? 1 : 0);
    if (!last || !isOwn(last, to + behind.length - 1, fields)) return undefined;
    const start = 'key' in last ? last.key.span.start : last.span.start;
    if (start !== to + behind.search(/[a-z]/)) return undefined;
  }
  return nodes.slice(lead, nodes.length - trail.length);
}

/** Whether a map of one-letter texts ends at an offset. */
function isOwn(node: Node, end: number, fields: number): boolean {
  const value = 'key' in node ? node.value : node;
  return (
    value.kind === 'map' &&
    value.entries.length === fields &&
    value.span.end === end &&
    value.entries.every((one) => one.value.kind === 'scalar' && one.value.text.length === 1)
  );
}
