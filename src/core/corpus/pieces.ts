import type { Diagnostic } from '../diagnostic';
import { type Placed, grounded, shiftedError, shiftedFinding } from '../format/shift';
import { type Stretch, startsIn } from '../format/yamlCut';
import type { Span } from '../model';
import {
  ClosingQuotes,
  type Closings,
  type PieceReading,
  readCanonicalPiece,
  readPiece,
} from '../format/yamlPiece';

/** What is read of the tree of a piece: its records, at the places of the tree. */
export interface PieceRecords {
  readonly records: readonly Placed[];
  readonly findings: readonly Diagnostic[];
}

/**
 * Whole lines of a file, which say the same whatever stands around them. While somebody types, each
 * piece behind is moved by an addition, and with it the places of its records.
 */
export class Piece {
  /** Offset of its first line. */
  get start(): number {
    return this.#ground.start + this.#from;
  }

  /** Offset of the line behind it. */
  get end(): number {
    return this.start + this.#length;
  }
  readonly records: readonly Placed[];
  /** Its keys, where records are entries of the file. */
  readonly keys: readonly string[];
  /** Of a piece that only the library could read: the quotes that it took to stand behind it. */
  readonly closings: Closings | undefined;
  readonly #ground: { start: number };
  readonly #from: number;
  readonly #length: number;
  readonly #findings: readonly Diagnostic[];
  readonly #yaml: readonly Diagnostic[];

  constructor(
    { start, end }: Span,
    { tree, diagnostics, from, isEntries }: PieceReading & { readonly isEntries: boolean },
    { records, findings }: PieceRecords,
    closings?: Closings,
  ) {
    // What was read counts from the beginning of what was given to the reader.
    this.#ground = { start: start - from };
    this.#from = from;
    this.#length = end - start;
    this.records = records.map((one) => grounded(one, this.#ground));
    this.#findings = findings;
    this.#yaml = diagnostics;
    this.keys = isEntries && tree.kind === 'map' ? tree.entries.map((one) => one.key.text) : [];
    this.closings = closings;
  }

  /** What is wrong with its records. */
  get findings(): readonly Diagnostic[] {
    if (this.#findings.length === 0) return this.#findings;
    return this.#findings.map((one) => shiftedFinding(one, this.#ground.start));
  }

  /** What is wrong with its YAML. */
  get yaml(): readonly Diagnostic[] {
    if (this.#yaml.length === 0) return this.#yaml;
    return this.#yaml.map((one) => shiftedError(one, this.#ground.start));
  }

  move(by: number): void {
    this.#ground.start += by;
  }
}

/** A stretch of a file and its pieces, in order and without a gap. */
export interface Part extends Stretch {
  readonly pieces: readonly Piece[];
}

/** Reads the records of a piece. */
export type RecordsOf = (tree: PieceReading['tree'], key: string | undefined) => PieceRecords;

/** A piece that cannot be read by itself is read together with so many that follow it. */
const mostTogether = 3;

/** Reads pieces of one version of a file. */
export class PieceReader {
  readonly #path: string;
  readonly #text: string;
  readonly #recordsOf: RecordsOf;
  #closings: ClosingQuotes | undefined;

  constructor(path: string, text: string, recordsOf: RecordsOf) {
    this.#path = path;
    this.#text = text;
    this.#recordsOf = recordsOf;
  }

  /**
   * The pieces from a line of a stretch up to another, both of which begin pieces or end it; or
   * further, where the last can only be read together with what follows. Undefined where they
   * cannot be told apart.
   *
   * @param ends the latter line, and lines behind it at which the next pieces end
   */
  async read(
    stretch: Stretch,
    from: number,
    ends: readonly [number, ...number[]],
  ): Promise<Piece[] | undefined> {
    const starts = startsIn(this.#text, from, ends[0], stretch);
    if (!starts) return undefined;
    const bounds = [...starts, ...ends];
    const pieces: Piece[] = [];
    for (let at = 0; at < starts.length;) {
      let piece: Piece | undefined;
      let end = at;
      while (!piece && end < at + mostTogether && end + 1 < bounds.length) {
        end++;
        piece = await this.#readPiece(stretch, bounds[at] ?? 0, bounds[end] ?? 0);
      }
      if (!piece) return undefined;
      pieces.push(piece);
      at = end;
    }
    return pieces;
  }

  /** Whether a piece that now ends at an offset can be taken as it was read. */
  isStill({ closings }: Piece, end: number): boolean {
    if (!closings) return true;
    const { double, single } = this.#closingsBehind(end);
    return closings.double === double && closings.single === single;
  }

  async #readPiece(stretch: Stretch, start: number, end: number): Promise<Piece | undefined> {
    // A slice would keep the whole text in memory as long as any word of the piece is known.
    const piece = ` ${this.#text.slice(start, end)}`.slice(1);
    const known = readCanonicalPiece(piece, stretch);
    if (known) return this.#pieceOf(known, { start, end }, stretch);
    if (/[\r\ufeff]/.test(piece)) return undefined;
    const closings = this.#closingsBehind(end);
    const next = end < stretch.end ? 'record' : end < this.#text.length ? 'key' : 'end';
    const context = { ...stretch, isFirst: start === stretch.start, next, closings } as const;
    const reading = await readPiece(this.#path, piece, context);
    return reading && this.#pieceOf(reading, { start, end }, stretch, closings);
  }

  #pieceOf(reading: PieceReading, span: Span, { key }: Stretch, closings?: Closings): Piece {
    const isEntries = key === undefined;
    return new Piece(span, { ...reading, isEntries }, this.#recordsOf(reading.tree, key), closings);
  }

  #closingsBehind(offset: number): Closings {
    return (this.#closings ??= new ClosingQuotes(this.#text)).behind(offset);
  }
}
