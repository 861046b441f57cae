import type { Diagnostic } from '../diagnostic';
import { readCanonicalList, readCanonicalYaml } from './canonicalYaml';
import { readFramed } from './framedPiece';
import type { YamlList, YamlMap } from './yamlTree';

/** Where in its file a piece stands: some lines with one record, or more. */
export interface PieceContext {
  /** The key of the list whose items it holds; undefined: it holds entries of the file. */
  readonly key: string | undefined;
  readonly column: number;
  /** Whether no record stands before it. */
  readonly isFirst: boolean;
  /** What stands behind it. */
  readonly next: 'record' | 'key' | 'end';
  readonly closings: Closings;
}

/** Whether something behind a place would end a text that was begun before it in such quotes. */
export interface Closings {
  readonly double: boolean;
  readonly single: boolean;
}

/** What was read of a piece. */
export interface PieceReading {
  readonly tree: YamlMap | YamlList;
  readonly diagnostics: readonly Diagnostic[];
  /** The offset that the piece begins at, among those of the tree and of the diagnostics. */
  readonly from: number;
}

/** @returns undefined where only the whole file can tell what the piece says. */
export async function readPiece(
  path: string,
  piece: string,
  context: PieceContext,
): Promise<PieceReading | undefined> {
  const { readAnyYaml } = await import('./anyYaml');
  return readFramed(readAnyYaml, path, piece, context);
}

/** As `readPiece`, at once, where the piece is in our own form. */
export function readCanonicalPiece(
  piece: string,
  { key, column }: Pick<PieceContext, 'key' | 'column'>,
): PieceReading | undefined {
  const tree = key === undefined ? readCanonicalYaml(piece) : readCanonicalList(piece, column);
  return tree && { tree, diagnostics: [], from: 0 };
}

/** Answers for any place of a text. */
export class ClosingQuotes {
  readonly #double: number;
  readonly #single: number;

  constructor(text: string) {
    this.#double = lastDouble(text);
    this.#single = lastSingle(text);
  }

  /** @param offset of the beginning of a line */
  behind(offset: number): Closings {
    return { double: this.#double >= offset, single: this.#single >= offset };
  }
}

/** The last double quote that is not escaped. */
function lastDouble(text: string): number {
  for (let at = text.lastIndexOf('"'); at >= 0; at = at > 0 ? text.lastIndexOf('"', at - 1) : -1) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** The last single quote that is not one of a pair. */
function lastSingle(text: string): number {
  for (let at = text.lastIndexOf("'"); at >= 0;) {
    let length = 1;
    while (text.charCodeAt(at - length) === 39) length++;
    if (length % 2 === 1) return at;
    at = at - length < 0 ? -1 : text.lastIndexOf("'", at - length);
  }
  return -1;
}
