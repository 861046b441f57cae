import { hashOf } from './hash';
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
  #sha256: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** As the format means it, see `hashOf`. */
  get sha256(): string {
    return (this.#sha256 ??= hashOf(this.text));
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

/** Counts the Unicode code points that begin before a UTF-16 offset; asked in any order. */
export class CodePointCounter {
  static readonly #step = 1024;
  readonly #text: string;
  /** The count before every `#step`th unit, as far as it was asked for. */
  readonly #counts = [0];

  constructor(text: string) {
    this.#text = text;
  }

  /** Clamps to the text. */
  at(offset: number): number {
    const step = CodePointCounter.#step;
    const end = Math.max(0, Math.min(offset, this.#text.length));
    const index = Math.floor(end / step);
    let last = this.#counts.length - 1;
    for (; last < index; last++) {
      const start = last * step;
      this.#counts.push((this.#counts[last] ?? 0) + this.#between(start, start + step));
    }
    return (this.#counts[index] ?? 0) + this.#between(index * step, end);
  }

  #between(start: number, end: number): number {
    let count = 0;
    for (let unit = start; unit < end; unit++) if (!isSecondHalf(this.#text, unit)) count++;
    return count;
  }
}

/** Whether the unit is the latter of a surrogate pair. */
function isSecondHalf(text: string, unit: number): boolean {
  return unit > 0 && (text.codePointAt(unit - 1) ?? 0) > 0xffff;
}
