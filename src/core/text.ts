import type { Span } from './model';

/** Zero-based line and UTF-16 column: what editors count in. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * A text and its lines. Offsets are UTF-16 code units. Line ends are `\n`, `\r\n` and a lone `\r`,
 * as editors read them.
 */
export class SourceText {
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  /** Clamps to the text. */
  positionAt(offset: number): LinePosition {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (starts[low] ?? 0) };
  }

  /** Clamps to the text and to the line. */
  offsetAt(position: LinePosition): number {
    const line = this.lineAt(position.line);
    return Math.max(line.start, Math.min(line.start + position.character, line.end));
  }

  /** The line's span without its line end; clamps to the text. */
  lineAt(line: number): Span {
    const starts = this.#starts();
    const index = Math.max(0, Math.min(line, starts.length - 1));
    const start = starts[index] ?? 0;
    let end = starts[index + 1] ?? this.text.length;
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  #starts(): readonly number[] {
    return (this.#lineStarts ??= lineStarts(this.text));
  }
}

/** The beginning of the line in which `offset` stands, lines ending at `\n`. */
export function lineStartOf(text: string, offset: number): number {
  // A negative position would be taken for 0.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (isLineEnd(code)) starts.push(at + 1);
  }
  return starts;
}

/** Counts Unicode code points before each of many ascending UTF-16 offsets, in one pass. */
export class CodePointCounter {
  readonly #text: string;
  #unit = 0;
  #points = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Restarts by itself where the offset is smaller than the one asked before. */
  at(offset: number): number {
    if (offset < this.#unit) this.#unit = this.#points = 0;
    while (this.#unit < offset) {
      this.#unit += (this.#text.codePointAt(this.#unit) ?? 0) > 0xffff ? 2 : 1;
      this.#points++;
    }
    return this.#points;
  }
}
