import type { Anchoring } from '../corpus/anchoring';
import { ResolvedSource } from '../corpus/resolvedSource';
import type { Registry } from '../corpus/registry';
import type { TextEdit } from '../textEdit';
import { type LinePosition, SourceText } from '../text';
import {
  type EntityToken,
  type TokenModifier,
  entityTokens,
  linesOf,
  tokenModifiers,
} from './tokens';

/** A token is five numbers: lines and columns from the token before, length, type, modifiers. */
const size = 5;

/** Replaces numbers of earlier data. */
export interface TokenDataEdit {
  /** Index of the first number. */
  readonly start: number;
  readonly deleteCount: number;
  readonly data: readonly number[];
}

/** The number that a shell has for an entity type. */
export type TokenTypes = (type: string) => number;

/** The tokens of a source as it was when its anchors were last resolved: what edits start from. */
interface Table {
  readonly registry: Registry;
  readonly tokens: readonly EntityToken[];
}

const tables = new WeakMap<Anchoring, Table>();

/**
 * The tokens of a source as the numbers that VS Code and the language server protocol take. They
 * are relative, so that an edit of the text changes those of the tokens beside it and no others:
 * after a keystroke `editsSince` looks at these alone.
 */
export class TokenData {
  readonly #resolved: ResolvedSource;
  readonly #table: Table;
  readonly #lines: EditedLines;
  readonly #typeOf: TokenTypes;

  constructor(resolved: ResolvedSource, registry: Registry, typeOf: TokenTypes) {
    this.#resolved = resolved;
    this.#table = tableOf(resolved, registry);
    this.#lines = new EditedLines(resolved);
    this.#typeOf = typeOf;
  }

  /** All of it. */
  all(): number[] {
    return this.#encode({ first: 0, behind: this.#table.tokens.length });
  }

  /** What to change in data that was made before; undefined where all of it is to be made anew. */
  editsSince(before: TokenData): TokenDataEdit[] | undefined {
    if (this.#table !== before.#table) return undefined;
    const edits = [...before.#resolved.edits.edits, ...this.#resolved.edits.edits];
    let more = 0;
    return rangesBeside(this.#table.tokens, edits).map((range) => {
      const old = before.#encode(range);
      const start = range.first * size + more;
      more += old.length - (range.behind - range.first) * size;
      return { start, deleteCount: old.length, data: this.#encode(range) };
    });
  }

  #encode({ first, behind }: TokenRange): number[] {
    const { tokens } = this.#table;
    const data: number[] = [];
    const previous = tokens[first - 1];
    let last: LinePosition = previous ? this.#lines.startOf(previous) : { line: 0, character: 0 };
    for (const token of tokens.slice(first, behind)) {
      const bits = bitsOf(token.modifiers);
      for (const { line, character, start, end } of this.#pieces(token)) {
        const column = line === last.line ? character - last.character : character;
        data.push(line - last.line, column, end - start, this.#typeOf(token.type), bits);
        last = { line, character };
      }
    }
    return data;
  }

  /** The token as it stands now: none where it was deleted, several where a line was broken. */
  #pieces(token: EntityToken) {
    const span = this.#resolved.edits.spanAfter(token);
    if (span.start === span.end) return [];
    if (this.#lines.isBroken(token)) return linesOf(this.#resolved.source, span);
    return [{ ...span, ...this.#lines.startOf(token) }];
  }
}

/** Indices of tokens, from the first to before the one behind. */
interface TokenRange {
  readonly first: number;
  behind: number;
}

/**
 * The tokens that an edit touches and the first one behind it, for each edit of the resolved text.
 * The token before a range is one that no edit touches.
 */
function rangesBeside(
  tokens: readonly EntityToken[],
  edits: readonly TextEdit[],
): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  for (const { start, end } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    // Tokens do not overlap: their ends are as ordered as their starts.
    const first = firstWhere(tokens, (token) => token.end >= start);
    const behind = Math.min(tokens.length, firstWhere(tokens, (token) => token.start >= end) + 1);
    const last = ranges.at(-1);
    if (last && first <= last.behind) last.behind = Math.max(last.behind, behind);
    else if (first < behind) ranges.push({ first, behind });
  }
  return ranges;
}

function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function tableOf(resolved: ResolvedSource, registry: Registry): Table {
  const known = tables.get(resolved.anchoring);
  if (known?.registry === registry) return known;
  const asRead = new ResolvedSource(resolved.path, resolved.anchoring);
  const table = { registry, tokens: entityTokens(asRead, registry) };
  tables.set(resolved.anchoring, table);
  return table;
}

/** An edit and the lines that it begins and ends on, before and after all edits. */
interface EditedLine extends TextEdit {
  readonly hasBreak: boolean;
  readonly oldEnd: LinePosition;
  readonly newStart: LinePosition;
  readonly newEnd: LinePosition;
}

/** How lines and columns move with the edits of a source, without looking at its text. */
class EditedLines {
  readonly #resolved: ResolvedSource;
  readonly #edits: EditedLine[] = [];

  constructor(resolved: ResolvedSource) {
    this.#resolved = resolved;
    const { source } = resolved.anchoring;
    for (const edit of resolved.edits.edits) {
      const newStart = shifted(this.#edits.at(-1), source.positionAt(edit.start));
      const written = new SourceText(edit.newText);
      const { line, character } = written.positionAt(edit.newText.length);
      const newEnd = {
        line: newStart.line + line,
        character: character + (line === 0 ? newStart.character : 0),
      };
      const oldEnd = source.positionAt(edit.end);
      this.#edits.push({ ...edit, hasBreak: line > 0, oldEnd, newStart, newEnd });
    }
  }

  /** Where a token now begins. */
  startOf(token: EntityToken): LinePosition {
    const edit = this.#edits[this.#resolved.edits.lastUpTo(token.start)];
    if (!edit || edit.end <= token.start) return shifted(edit, token);
    return edit.start === token.start ? edit.newStart : edit.newEnd;
  }

  /** Whether a line break was written into the token. */
  isBroken({ start, end }: EntityToken): boolean {
    return this.#edits.some(
      (edit) => edit.hasBreak && edit.start < end && Math.max(edit.end, edit.start + 1) > start,
    );
  }
}

/** The new place of an old position behind an edit and before the next. */
function shifted(edit: EditedLine | undefined, { line, character }: LinePosition): LinePosition {
  if (!edit) return { line, character };
  const { oldEnd, newEnd } = edit;
  const sameLine = line === oldEnd.line;
  return {
    line: newEnd.line + line - oldEnd.line,
    character: sameLine ? newEnd.character + character - oldEnd.character : character,
  };
}

function bitsOf(modifiers: readonly TokenModifier[]): number {
  return modifiers.reduce((bits, one) => bits | (1 << tokenModifiers.indexOf(one)), 0);
}
