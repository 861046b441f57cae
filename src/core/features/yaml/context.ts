/**
 * Where a cursor stands in YAML that is being written, and so may be broken: told from lines and
 * their indentation alone, for block style and for flow style within a line. What it says serves
 * completion, where a wrong answer costs nothing; everything else asks the parsed model.
 */
import type { Span } from '../../model';
import { lineStartOf } from '../../text';
import { type FlowMap, flowAt } from './contextFlow';
import { type Line, columnOf, commentStart, lineOf, scalarText } from './contextLine';

export interface YamlContext {
  /** The keys that lead to the map in which the cursor stands, outermost first. */
  readonly path: readonly string[];
  /** The other keys of that map; with their values, where these are texts within a line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** The key whose value, or an item of whose value, is written here; undefined: a key is. */
  readonly key: string | undefined;
  /** What is typed of it before the cursor. */
  readonly typed: Span;
  /** Where it ends behind the cursor. */
  readonly end: number;
  readonly isInFlow: boolean;
}

/** Beyond it nobody writes by hand. */
const longestLine = 10_000;

/** Undefined within a comment. `isList` says whether a list of texts is to be expected at a path. */
export function contextAt(
  text: string,
  offset: number,
  isList: (path: readonly string[]) => boolean,
): YamlContext | undefined {
  const start = lineStartOf(text, offset);
  const lineEnd = text.indexOf('\n', offset);
  const source = text.slice(start, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
  const column = offset - start;
  if (source.length > longestLine || commentStart(source) < column) return undefined;
  const here = new Surroundings(text, start, source);
  const flow = flowAt(source, column);
  return flow ? here.inFlow(flow) : here.inBlock(column, isList);
}

/** A line's surroundings: the maps that it is part of. */
class Surroundings {
  readonly #text: string;
  readonly #start: number;
  readonly #source: string;
  readonly #line: Line;

  constructor(text: string, start: number, source: string) {
    this.#text = text;
    this.#start = start;
    this.#source = source;
    this.#line = lineOf(source);
  }

  inFlow({ outer, keys, siblings, key, typed, end }: FlowMap): YamlContext {
    const line = lineOf(this.#source.slice(0, outer));
    const { path, siblings: beside } = this.#around(line);
    const own = line.key === undefined ? path : [...path, line.key];
    const isMap = siblings !== undefined;
    return {
      path: isMap ? [...own, ...keys] : path,
      siblings: siblings ?? beside,
      key: isMap ? key : line.key,
      typed: this.#span(typed.start, typed.end),
      end: this.#start + end,
      isInFlow: true,
    };
  }

  inBlock(column: number, isList: (path: readonly string[]) => boolean): YamlContext | undefined {
    const line = this.#line;
    if (line.behindKey !== undefined) {
      // Within a key that is there already nothing is to be written.
      if (column <= line.behindKey) return undefined;
      const blanks = /^[ \t]*["']?/.exec(this.#source.slice(line.behindKey))?.[0].length ?? 0;
      const start = Math.min(line.behindKey + blanks, column);
      return this.#context(this.#around(line), line.key, start, column);
    }
    const own = { ...line, column: Math.min(line.column, column) };
    const around = this.#around(own);
    const last = around.path.at(-1);
    if (line.dash !== undefined && last !== undefined && isList(around.path)) {
      const quote = /^["']/.test(this.#source.slice(own.column, column)) ? 1 : 0;
      return this.#context(this.#parentOf(around.path, own), last, own.column + quote, column);
    }
    return this.#context(around, undefined, own.column, column);
  }

  #context(
    { path, siblings }: Around,
    key: string | undefined,
    start: number,
    column: number,
  ): YamlContext {
    const rest = /^[^\s"',\]}#]*/.exec(this.#source.slice(column))?.[0] ?? '';
    return {
      path,
      siblings,
      key,
      typed: this.#span(start, column),
      end: this.#start + column + rest.length,
      isInFlow: false,
    };
  }

  #span(start: number, end: number): Span {
    return { start: this.#start + start, end: this.#start + end };
  }

  /** The map that holds the list in which a line is an item. */
  #parentOf(path: readonly string[], line: Line): Around {
    const wanted = path.at(-1);
    for (const { source, start } of linesAbove(this.#text, this.#start)) {
      const above = lineOf(source);
      if (above.key === wanted && above.column <= (line.dash ?? line.column)) {
        return new Surroundings(this.#text, start, source).#around(above);
      }
    }
    return { path: path.slice(0, -1), siblings: new Map() };
  }

  /** The map to which a line of this indentation belongs. */
  #around(line: Line): Around {
    const siblings = new Map<string, string>();
    const path: string[] = [];
    // The map at hand begins at its first line, which has a dash if the map is an item of a list:
    // from there on the key above it may stand as far to the right as the dash.
    let { column: level, dash } = line;
    for (const { source } of linesAbove(this.#text, this.#start)) {
      if (columnOf(source) > level) continue;
      const above = lineOf(source);
      if (above.isBlank) continue;
      if (dash === undefined && above.column === level) {
        if (path.length === 0 && above.key !== undefined) {
          siblings.set(above.key, scalarText(above.value));
        }
        dash = above.dash;
      } else if (above.column <= (dash ?? level - 1)) {
        path.unshift(above.key ?? '');
        ({ column: level, dash } = above);
        if (level === 0) break;
      }
    }
    this.#addBelow(line, siblings);
    return { path, siblings };
  }

  #addBelow(line: Line, siblings: Map<string, string>): void {
    for (const source of linesBelow(this.#text, this.#start)) {
      if (columnOf(source) > line.column) continue;
      const below = lineOf(source);
      if (below.isBlank) continue;
      if (below.column < line.column || below.dash !== undefined) return;
      if (below.key !== undefined) siblings.set(below.key, scalarText(below.value));
    }
  }
}

interface Around {
  readonly path: readonly string[];
  readonly siblings: ReadonlyMap<string, string>;
}

function* linesAbove(text: string, start: number): Generator<{ source: string; start: number }> {
  for (let end = start - 1; end >= 0;) {
    const from = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    yield { source: text.slice(from, end), start: from };
    end = from - 1;
  }
}

function* linesBelow(text: string, start: number): Generator<string> {
  for (let from = text.indexOf('\n', start) + 1; from > 0;) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    from = end + 1;
  }
}
