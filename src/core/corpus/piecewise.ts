/** A YAML file that is read time and again while somebody types in it: only what was touched is. */
import type { Diagnostic } from '../diagnostic';
import { firstIndex } from '../firstIndex';
import { readCanonicalYaml } from '../format/canonicalYaml';
import type { Findings } from '../format/mapReader';
import {
  type ListReader,
  listItems,
  readAnnotations,
  readItems,
  readRecords,
} from '../format/readAnnotations';
import { readEntities } from '../format/readEntities';
import { readTensions } from '../format/readTensions';
import type { Placed } from '../format/shift';
import { type Stretch, entriesIn, listsIn } from '../format/yamlCut';
import { type YamlList, type YamlMap, movedTree } from '../format/yamlTree';
import type { Entity, Tension } from '../model';
import type { TextEdit } from '../textEdit';
import { type ParsedFile } from './parsedFile';
import { roleOf } from './paths';
import { type Part, PieceReader, type PieceRecords } from './pieces';

/** A file in pieces: the stretches of records, and what stands around them. */
export interface Pieced {
  readonly path: string;
  readonly parts: readonly Part[];
  /** The file without its stretches, as if they were not; undefined where records are its entries. */
  readonly head: YamlMap | undefined;
}

type Contents = Omit<ParsedFile, 'path' | 'text'>;

/** Cuts a file and reads all its pieces; undefined where it is not so made. */
export async function piecesOf(path: string, text: string): Promise<Pieced | undefined> {
  if (/[\r\ufeff]/.test(text)) return undefined;
  const stretches = stretchesOf(path, text);
  const isOfLists = roleOf(path) === 'annotations';
  const head = isOfLists && stretches ? readCanonicalYaml(without(text, stretches)) : undefined;
  if (!stretches || (isOfLists && !hasSource(head))) return undefined;
  const reader = readerOf(path, text);
  const parts: Part[] = [];
  for (const stretch of stretches) {
    const pieces = await reader.read(stretch, stretch.start, [stretch.end]);
    if (!pieces) return undefined;
    parts.push({ ...stretch, pieces });
  }
  return checked({ path, parts, head });
}

/**
 * The same file after an edit within one stretch; undefined where the edit is another, or more.
 * Pieces that were not touched are taken over and move: what was known before is out of date then.
 */
export async function editedPieces(
  { path, parts, head }: Pieced,
  text: string,
  { start, end, newText }: TextEdit,
): Promise<Pieced | undefined> {
  const by = newText.length - (end - start);
  const at = parts.findIndex((part) => part.start <= start && end <= part.end);
  const part = parts[at];
  // The line behind a stretch is another's.
  if (!part || (end === part.end && end < text.length - by)) return undefined;
  const reader = readerOf(path, text);
  const again = await readAgain(reader, part, { start, end, by });
  if (!again) return undefined;
  const { before, read, behind } = again;
  const later = parts.slice(at + 1);
  const still = [...parts.slice(0, at).flatMap(({ pieces }) => pieces), ...before];
  const moving = [...behind, ...later.flatMap(({ pieces }) => pieces)];
  if (!still.every((one) => reader.isStill(one, one.end))) return undefined;
  if (!moving.every((one) => reader.isStill(one, one.end + by))) return undefined;
  const edited = { ...part, end: part.end + by, pieces: [...before, ...read, ...behind] };
  const moved = later.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
  const pieced = checked({ path, parts: [...parts.slice(0, at), edited, ...moved], head });
  if (pieced && by !== 0) for (const one of moving) one.move(by);
  return pieced;
}

interface Moving {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/** The pieces of a part that an edit touches, read anew, and those around them, still as they were. */
async function readAgain(reader: PieceReader, part: Part, { start, end, by }: Moving) {
  const { pieces } = part;
  // What is written where a piece begins may belong to the one before.
  const first = Math.max(0, firstIndex(pieces, (one) => one.start >= start) - 1);
  const next = firstIndex(pieces, (one) => one.start > end);
  const stretch = { ...part, end: part.end + by };
  const to = (pieces[next]?.start ?? part.end) + by;
  const following = pieces.slice(next, next + 2).map((one) => one.end + by);
  const read = await reader.read(stretch, pieces[first]?.start ?? part.start, [to, ...following]);
  if (!read) return undefined;
  // Some that follow may have been read together with the last of them.
  const last = read.at(-1)?.end ?? to;
  const behind = pieces.slice(firstIndex(pieces, (one) => one.start + by >= last));
  return { before: pieces.slice(0, first), read, behind };
}

/** That no key stands twice in the file: only the first would count. */
function checked(pieced: Pieced): Pieced | undefined {
  if (pieced.head) return pieced;
  const keys = pieced.parts.flatMap(({ pieces }) => pieces.flatMap((one) => one.keys));
  return new Set(keys).size === keys.length ? pieced : undefined;
}

function stretchesOf(path: string, text: string): readonly Stretch[] | undefined {
  switch (roleOf(path)) {
    case 'annotations':
      return listsIn(text, Object.keys(listItems));
    case 'entities':
    case 'tensions': {
      const entries = entriesIn(text);
      return entries && [entries];
    }
    case 'schema':
    case 'source':
      return undefined;
  }
}

/** Without a source, what is wrong stands at the whole file. */
function hasSource(head: YamlMap | undefined): boolean {
  const source = head?.entries.find(({ key }) => key.text === 'source')?.value;
  return source?.kind === 'scalar' && source.text !== '';
}

function without(text: string, stretches: readonly Stretch[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of stretches) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

function readerOf(path: string, text: string): PieceReader {
  return new PieceReader(path, text, (tree, key): PieceRecords => {
    const findings: Findings = { file: path, diagnostics: [] };
    const records = recordsIn(path, tree, key, findings);
    return { records, findings: findings.diagnostics };
  });
}

function recordsIn(
  path: string,
  tree: YamlMap | YamlList,
  key: string | undefined,
  findings: Findings,
): readonly Placed[] {
  if (tree.kind === 'list') {
    const item = Object.entries(listItems).find(([name]) => name === key)?.[1];
    return item ? readItems<Placed>(tree.items, item.what, findings, item.read) : [];
  }
  const yaml = { path, root: tree, diagnostics: [] };
  return roleOf(path) === 'tensions' ? readTensions(yaml, findings) : readEntities(yaml, findings);
}

/** What the file says, as if it had been read whole. */
export function contentsOf(pieced: Pieced): Contents {
  const findings: Findings = { file: pieced.path, diagnostics: [] };
  const contents = recordsOf(pieced, findings);
  const yaml = yamlDiagnostics(pieced);
  const broken = yaml.some(({ code }) => code === 'yaml-syntax');
  return { ...contents, diagnostics: broken ? yaml : [...yaml, ...findings.diagnostics] };
}

function recordsOf({ path, parts, head }: Pieced, findings: Findings) {
  if (!head) {
    const [part] = parts;
    const records = part ? recordsOfPart(part, findings) : [];
    return roleOf(path) === 'tensions'
      ? { tensions: records as readonly Tension[] }
      : { entities: records as readonly Entity[] };
  }
  const lists: ListReader = {
    readRecords<T>(...given: Parameters<typeof readRecords<T>>): T[] {
      const [, key, , into] = given;
      const part = parts.find((one) => one.key === key);
      return part ? (recordsOfPart(part, into) as T[]) : readRecords(...given);
    },
  };
  const root = movedTree(head, ({ start, end }) => {
    const by = lengthBefore(parts, start);
    return { start: start + by, end: end + by };
  });
  const annotations = readAnnotations({ path, root, diagnostics: [] }, findings, lists);
  return { annotations };
}

function recordsOfPart({ pieces }: Part, into: Findings): unknown[] {
  const all: unknown[] = [];
  for (const { records, findings } of pieces) {
    for (const one of records) all.push(one);
    for (const one of findings) into.diagnostics.push(one);
  }
  return all;
}

/** How much of the stretches stands before an offset of the head. */
function lengthBefore(parts: readonly Part[], offset: number): number {
  let length = 0;
  for (const { start, end } of parts) {
    if (start - length > offset) break;
    length += end - start;
  }
  return length;
}

/** Only the first error of syntax counts, whatever else is refused. */
function yamlDiagnostics({ parts }: Pieced): Diagnostic[] {
  const all: Diagnostic[] = [];
  for (const { pieces } of parts) {
    for (const { yaml } of pieces) for (const one of yaml) all.push(one);
  }
  const isSyntax = ({ code }: Diagnostic) => code === 'yaml-syntax';
  const first = all.find(isSyntax);
  return first ? [first, ...all.filter((one) => !isSyntax(one))] : all;
}
