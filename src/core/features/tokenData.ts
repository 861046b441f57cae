import { commonEnds } from '../commonEnds';
import type { Placed } from '../corpus/anchored';
import { ResolvedSource } from '../corpus/resolvedSource';
import type { Registry } from '../corpus/registry';
import { firstIndex } from '../firstIndex';
import type { Mention } from '../model';
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
  /** The last one under which the tokens were of the same types. */
  registry: Registry;
  readonly placed: readonly Placed<Mention>[];
  readonly tokens: readonly EntityToken[];
}

/** The last of each text: other annotations of it that show nothing new have the same. */
const tables = new WeakMap<SourceText, Table>();

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
    if (this.#table !== before.#table) return this.#editsFrom(before);
    const edits = [...before.#resolved.edits.edits, ...this.#resolved.edits.edits];
    let more = 0;
    return rangesBeside(this.#table.tokens, edits).map((range) => {
      const old = before.#encode(range);
      const start = range.first * size + more;
      more += old.length - (range.behind - range.first) * size;
      return { start, deleteCount: old.length, data: this.#encode(range) };
    });
  }

  /** The same text with other annotations. */
  #editsFrom(before: TokenData): TokenDataEdit[] | undefined {
    const all = [before, this].map((one) => one.#resolved);
    if (all.some(({ edits }) => edits.edits.length > 0)) return undefined;
    if (before.#resolved.source !== this.#resolved.source) return undefined;
    const { tokens: old } = before.#table;
    const { tokens } = this.#table;
    const { front, back } = commonEnds(old, tokens, isSameToken);
    // The first token behind a change is relative to what changed.
    const same = Math.max(0, back - 1);
    const gone = before.#encode({ first: front, behind: old.length - same });
    const data = this.#encode({ first: front, behind: tokens.length - same });
    return [{ start: front * size, deleteCount: gone.length, data }];
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
    const first = firstIndex(tokens, (token) => token.end >= start);
    const behind = Math.min(tokens.length, firstIndex(tokens, (token) => token.start >= end) + 1);
    const last = ranges.at(-1);
    if (last && first <= last.behind) last.behind = Math.max(last.behind, behind);
    else if (first < behind) ranges.push({ first, behind });
  }
  return ranges;
}

function tableOf({ path, anchoring }: ResolvedSource, registry: Registry): Table {
  const placed = anchoring.placed.items;
  const known = tables.get(anchoring.source);
  if (known && isAlike(known.placed, placed) && isOfSameTypes(known, registry)) return known;
  const asRead = new ResolvedSource(path, anchoring);
  const table = { registry, placed, tokens: entityTokens(asRead, registry) };
  tables.set(anchoring.source, table);
  return table;
}

function isOfSameTypes(table: Table, registry: Registry): boolean {
  if (table.registry === registry) return true;
  const { entities } = table.registry;
  const isSame = table.placed.every(
    ({ record: { entity } }) => entities.get(entity)?.type === registry.entities.get(entity)?.type,
  );
  if (isSame) table.registry = registry;
  return isSame;
}

/** Whether mentions look the same, whatever else is said of them. */
function isAlike(one: readonly Placed<Mention>[], other: readonly Placed<Mention>[]): boolean {
  if (one === other) return true;
  return one.length === other.length && commonEnds(one, other, looksSame).front === one.length;
}

function looksSame(one: Placed<Mention>, other: Placed<Mention>): boolean {
  const { entity, kind, role } = one.record;
  if (entity !== other.record.entity) return false;
  if (kind !== other.record.kind || role !== other.record.role) return false;
  if (one.segments === other.segments) return true;
  return (
    one.segments.length === other.segments.length &&
    one.segments.every(({ start, end }, at) => {
      const same = other.segments[at];
      return start === same?.start && end === same.end;
    })
  );
}

function isSameToken(one: EntityToken, other: EntityToken): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.type === other.type &&
    bitsOf(one.modifiers) === bitsOf(other.modifiers)
  );
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
