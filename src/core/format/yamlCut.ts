/** A file cut into runs of whole lines, by what its lines begin with: where records are. */

/** Runs of lines that follow each other, each of which holds a record. */
export interface Stretch {
  /** The key of the list that the records are items of; undefined: they are the entries of the file. */
  readonly key: string | undefined;
  /** The column in which each of them begins. */
  readonly column: number;
  /** Offset of the first line, and of the line behind the last. */
  readonly start: number;
  readonly end: number;
}

/** The lists of a file of annotations; undefined where lines do not tell what is one. */
export function listsIn(text: string, keys: readonly string[]): Stretch[] | undefined {
  const found: Stretch[] = [];
  let key: string | undefined;
  let open: { key: string; column: number; start: number } | undefined;
  for (const { start, column, end } of contentLines(text, 0, text.length)) {
    if (column === 0 && !(open?.column === 0 && isItem(text, start, end))) {
      if (key !== undefined && isItem(text, start, end)) {
        open = { key, column, start };
        key = undefined;
        continue;
      }
      if (open) found.push({ ...open, end: start });
      open = undefined;
      const name = rootKey(text.slice(start, end));
      if (name === undefined) return undefined;
      key = keys.find((one) => name === `${one}:`);
    } else if (key !== undefined) {
      if (isItem(text, start + column, end)) open = { key, column, start };
      key = undefined;
    }
  }
  if (open) found.push({ ...open, end: text.length });
  return found;
}

/** The line, if it is a key alone, or the key and something behind it. */
function rootKey(line: string): string | undefined {
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]*:(?= |$)/.test(line) ? line : undefined;
}

/** The entries of a file of which each is a record. */
export function entriesIn(text: string): Stretch | undefined {
  for (const { start, column } of contentLines(text, 0, text.length)) {
    return column === 0 ? { key: undefined, column, start, end: text.length } : undefined;
  }
  return undefined;
}

/**
 * Where records begin in some lines of a stretch: at the first line, and at each that cannot be
 * anything else, whatever stands before it. Undefined where a line ends the stretch.
 */
export function startsIn(
  text: string,
  from: number,
  to: number,
  { key, column: first }: Stretch,
): number[] | undefined {
  const starts: number[] = [];
  for (const { start, column, end } of contentLines(text, from, to)) {
    const begins =
      column === first &&
      (key === undefined ? isEntry(text, start, end) : isItem(text, start + column, end));
    if (begins) starts.push(start);
    // Blank lines and comments before a record belong to the one before.
    else if (starts.length === 0) return undefined;
    else if (column === 0 && (key !== undefined || isMarker(text, start))) return undefined;
  }
  return starts[0] === from ? starts : undefined;
}

/** `- …`, or nothing behind the dash. */
function isItem(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === 45 && (at + 1 === end || text.charCodeAt(at + 1) === 32);
}

/** What begins with a bracket may end what stands before it, and one letter may be more of it. */
function isEntry(text: string, at: number, end: number): boolean {
  return /[\w\u0080-\uffff]/.test(text.charAt(at)) && at + 1 < end && text.charAt(at + 1) !== ' ';
}

/** What begins or ends a document. */
function isMarker(text: string, at: number): boolean {
  return text.startsWith('---', at) || text.startsWith('...', at);
}

interface ContentLine {
  readonly start: number;
  /** Spaces before its first character. */
  readonly column: number;
  readonly end: number;
}

/** Lines that are neither blank nor comments. */
function* contentLines(text: string, from: number, to: number): Generator<ContentLine> {
  for (let start = from; start < to;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > to ? to : feed;
    let at = start;
    while (at < end && text.charCodeAt(at) === 32) at++;
    if (at < end && text.charCodeAt(at) !== 35) yield { start, column: at - start, end };
    start = end + 1;
  }
}
