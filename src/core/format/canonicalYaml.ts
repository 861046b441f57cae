import type { Span } from '../model';
import { type YamlList, type YamlMap, type YamlScalar, type YamlTree, nothing } from './yamlTree';

/**
 * Reads YAML in the form in which Glossator writes it, and nearly all that people write by hand:
 * block maps and lists, scalars on one line, comments on lines of their own. It is many times
 * faster than a reader of all of YAML, and takes nothing for granted: what it is not sure to read
 * as that one would, it does not read.
 *
 * @returns undefined where the text is in another form, or has errors.
 */
export function readCanonicalYaml(text: string): YamlMap | undefined {
  return attempt(text, (reader) => reader.read());
}

/** As `readCanonicalYaml`, of the lines of a list whose items begin in a column. */
export function readCanonicalList(text: string, column: number): YamlList | undefined {
  return attempt(text, (reader) => reader.readList(column));
}

function attempt<T>(text: string, read: (reader: CanonicalReader) => T): T | undefined {
  if (/[\r\t\ufeff]/.test(text)) return undefined;
  try {
    return read(new CanonicalReader(text));
  } catch (error) {
    if (error === otherForm) return undefined;
    throw error;
  }
}

const otherForm = new Error('This YAML is in another form.');

function giveUp(): never {
  throw otherForm;
}

const keyPattern = /[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}:(?=[ \n]|$)/y;
const doubleQuoted = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const singleQuoted = /'[^'\n]*(?:''[^'\n]*)*'/y;
/** No file of the format is as deep; beyond it, the reader of all of YAML says what is wrong. */
const maxDepth = 32;

/** A word that means nothing else within brackets. */
const flowWord = /[A-Za-z0-9_][A-Za-z0-9_.-]*/y;
/** What a plain scalar does not begin with, or what ends it. */
const noPlain = /^(?:[-?:](?: |$)|[,[\]{}#&*!|>'"%@` ])|: | #|:$| $/;

class CanonicalReader {
  readonly #text: string;
  /** The line under the cursor: where it begins to say something, at which column, and its end. */
  #start = 0;
  #indent = 0;
  #end = -1;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): YamlMap {
    this.#nextLine();
    if (this.#isAtEnd() || this.#indent !== 0) giveUp();
    const map = this.#map(0);
    return this.#isAtEnd() ? map : giveUp();
  }

  readList(column: number): YamlList {
    this.#nextLine();
    if (!this.#isListAt(column)) giveUp();
    const list = this.#list(column);
    return this.#isAtEnd() ? list : giveUp();
  }

  #isAtEnd(): boolean {
    return this.#indent < 0;
  }

  /** To the next line that is neither blank nor a comment. */
  #nextLine(): void {
    const text = this.#text;
    for (let line = this.#end + 1; line < text.length; line = this.#end + 1) {
      const end = text.indexOf('\n', line);
      this.#end = end < 0 ? text.length : end;
      let start = line;
      while (start < this.#end && text.charCodeAt(start) === 32) start++;
      if (start === this.#end || text.charCodeAt(start) === 35) continue;
      this.#start = start;
      this.#indent = start - line;
      return;
    }
    this.#indent = -1;
  }

  #map(indent: number): YamlMap {
    if (++this.#depth > maxDepth) giveUp();
    const entries: { key: YamlScalar; value: YamlTree }[] = [];
    const names = new Set<string>();
    const start = this.#start;
    let end = start;
    while (this.#indent === indent) {
      const keyEnd = this.#match(keyPattern, this.#start) ?? giveUp();
      const key = this.#scalar({ start: this.#start, end: keyEnd - 1 });
      if (names.has(key.text)) giveUp();
      names.add(key.text);
      const value = this.#value(keyEnd, indent);
      entries.push({ key, value });
      end = value === nothing ? keyEnd : value.span.end;
    }
    if (this.#indent > indent) giveUp();
    this.#depth--;
    return { kind: 'map', entries, span: { start, end } };
  }

  /** What follows a key: on its line, or below it and further in. */
  #value(keyEnd: number, indent: number): YamlTree {
    if (keyEnd === this.#end) {
      this.#nextLine();
      if (this.#indent <= indent) return this.#isListAt(indent) ? giveUp() : nothing;
      return this.#isListAt(this.#indent) ? this.#list(this.#indent) : this.#map(this.#indent);
    }
    let start = keyEnd;
    while (this.#text.charCodeAt(start) === 32) start++;
    const value = this.#inline(start);
    this.#nextLine();
    return value;
  }

  #isListAt(indent: number): boolean {
    return this.#indent === indent && this.#text.startsWith('- ', this.#start);
  }

  #list(indent: number): YamlList {
    const items: YamlTree[] = [];
    const start = this.#start;
    while (this.#isListAt(indent)) {
      const content = this.#start + 2;
      if (this.#match(keyPattern, content) === undefined) {
        items.push(this.#inline(content));
        this.#nextLine();
      } else {
        // The rest of the line is the first of a map, as far in as it begins.
        this.#start = content;
        this.#indent = indent + 2;
        items.push(this.#map(indent + 2));
      }
    }
    return { kind: 'list', items, span: { start, end: items.at(-1)?.span.end ?? start } };
  }

  /** A value from `start` to the end of the line. */
  #inline(start: number): YamlTree {
    const span = { start, end: this.#end };
    switch (this.#text.charAt(start)) {
      case '"':
        return this.#match(doubleQuoted, start) === span.end ? this.#double(span) : giveUp();
      case "'":
        return this.#match(singleQuoted, start) === span.end ? this.#single(span) : giveUp();
      case '[':
        return this.#flowList(span);
      default: {
        const words = this.#text.slice(start, span.end);
        if (words === '' || noPlain.test(words)) giveUp();
        return { kind: 'scalar', text: words, isPlain: true, span };
      }
    }
  }

  #double(span: Span): YamlScalar {
    const literal = this.#text.slice(span.start, span.end);
    const text = literal.includes('\\') ? unescaped(literal) : literal.slice(1, -1);
    return { kind: 'scalar', text, isPlain: false, span };
  }

  #single(span: Span): YamlScalar {
    const text = this.#text.slice(span.start + 1, span.end - 1).replaceAll("''", "'");
    return { kind: 'scalar', text, isPlain: false, span };
  }

  /** Words in brackets, such as `[mission, spacecraft]`. */
  #flowList(span: Span): YamlList {
    const items: YamlTree[] = [];
    let at = span.start + 1;
    const skipSpaces = () => {
      while (this.#text.charCodeAt(at) === 32) at++;
    };
    skipSpaces();
    while (this.#text[at] !== ']') {
      const end = this.#match(flowWord, at) ?? giveUp();
      items.push(this.#scalar({ start: at, end }));
      at = end;
      skipSpaces();
      if (this.#text[at] === ']') break;
      if (this.#text[at] !== ',') giveUp();
      at++;
      skipSpaces();
      if (this.#text[at] === ']') giveUp();
    }
    return at + 1 === span.end ? { kind: 'list', items, span } : giveUp();
  }

  #scalar(span: Span): YamlScalar {
    return { kind: 'scalar', text: this.#text.slice(span.start, span.end), isPlain: true, span };
  }

  /** Where a match ends that begins at the offset. */
  #match(pattern: RegExp, offset: number): number | undefined {
    pattern.lastIndex = offset;
    return pattern.test(this.#text) ? pattern.lastIndex : undefined;
  }
}

/** The escapes that JSON has are YAML's too. */
function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return giveUp();
  }
}
