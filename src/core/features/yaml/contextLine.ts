/** One line of YAML, looked at by itself. */
export interface Line {
  readonly isBlank: boolean;
  /** Of the last dash with which it begins an item. */
  readonly dash: number | undefined;
  /** Where its content begins, behind indentation and dashes. */
  readonly column: number;
  readonly key: string | undefined;
  /** What follows the key, or all of the content, without a comment. */
  readonly value: string;
  /** Behind the key's colon; undefined where there is no key. */
  readonly behindKey: number | undefined;
}

/** Bounded, so that no line makes it slow. */
const keyed =
  /^("[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'[\]{}#,&*!|>%@`][^:#\n]{0,200}?)[ \t]{0,50}:(?=[ \t]|$)/;

/** Where a line's content begins, behind indentation and dashes. */
export function columnOf(source: string): number {
  return /^[ \t]*(?:-[ \t]+)*(?:-$)?/.exec(source)?.[0].length ?? 0;
}

export function lineOf(source: string): Line {
  const column = columnOf(source);
  const dash = source.slice(0, column).lastIndexOf('-');
  const content = source.slice(column, commentStart(source)).trimEnd();
  const match = keyed.exec(content);
  const behind = match?.[0].length ?? 0;
  return {
    isBlank: content === '' && dash < 0,
    dash: dash < 0 ? undefined : dash,
    column,
    key: match?.[1] === undefined ? undefined : scalarText(match[1]),
    value: content.slice(behind).trim(),
    behindKey: match ? column + behind : undefined,
  };
}

/** Where a comment begins outside of quotation marks; the line's length where none does. */
export function commentStart(source: string): number {
  let quote = '';
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? '';
    const isFirst = at === 0 || /[\s:[{,-]/.test(source[at - 1] ?? '');
    if (quote === '"' && character === '\\') at++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if ((character === '"' || character === "'") && isFirst) quote = character;
    else if (character === '#' && (at === 0 || /\s/.test(source[at - 1] ?? ''))) return at;
  }
  return source.length;
}

/** What a plain or quoted scalar says, roughly: enough for ids and quoted words. */
export function scalarText(written: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(written);
  if (!quoted) return written;
  const inner = quoted[2] ?? '';
  return quoted[1] === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\])/g, '$1');
}
