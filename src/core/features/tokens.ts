import type { Placed } from '../corpus/anchored';
import type { ResolvedSource } from '../corpus/resolvedSource';
import type { Registry } from '../corpus/registry';
import type { Mention, Span } from '../model';
import type { SourceText } from '../text';

/** A stretch within one line to be coloured; stretches never overlap. */
export interface EntityToken extends Span {
  readonly line: number;
  /** UTF-16 column. */
  readonly character: number;
  /** The entity's type as the registry has it. */
  readonly type: string;
  readonly modifiers: readonly TokenModifier[];
}

export const tokenModifiers = ['definition', 'nominal', 'elliptical'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/**
 * The mentions of a source as tokens in text order. Editors allow no overlap: within a mention that
 * holds another, the inner one counts for its own words. A mention over several lines is cut.
 */
export function entityTokens(resolved: ResolvedSource, registry: Registry): EntityToken[] {
  const tokens: EntityToken[] = [];
  for (const { span, mention } of innermostStretches(resolved.placed)) {
    const type = registry.entities.get(mention.entity)?.type ?? 'unknown';
    for (const piece of linesOf(resolved.source, span)) {
      tokens.push({ ...piece, type, modifiers: modifiersOf(mention) });
    }
  }
  return tokens;
}

/** Mentions that hold another one: their extent cannot be told by colour alone. */
export function nestingMentions(resolved: ResolvedSource): Span[] {
  const nesting: Span[] = [];
  const open: { span: Span; counted: boolean }[] = [];
  for (const { span } of resolved.placed) {
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= span.start) open.pop();
    const outer = open.at(-1);
    if (outer && !outer.counted && !sameSpan(outer.span, span)) {
      outer.counted = true;
      nesting.push(outer.span);
    }
    open.push({ span, counted: false });
  }
  return nesting;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

interface Stretch {
  readonly span: Span;
  readonly mention: Mention;
}

/** Cuts nested mentions into stretches, each owned by the innermost mention over it. */
function innermostStretches(placed: readonly Placed<Mention>[]): Stretch[] {
  const stretches: Stretch[] = [];
  const open: Stretch[] = [];
  let at = 0;
  const emitUpTo = (end: number) => {
    for (let top = open.at(-1); top && at < end; top = open.at(-1)) {
      const stop = Math.min(end, top.span.end);
      if (stop > at) stretches.push({ span: { start: at, end: stop }, mention: top.mention });
      at = Math.max(at, stop);
      if (top.span.end > at) break;
      open.pop();
    }
    at = Math.max(at, end);
  };
  for (const segment of segmentsInOrder(placed)) {
    emitUpTo(segment.span.start);
    open.push(segment);
  }
  emitUpTo(Infinity);
  return stretches;
}

function segmentsInOrder(placed: readonly Placed<Mention>[]): Stretch[] {
  return placed
    .flatMap(({ record, segments }) => segments.map((span) => ({ span, mention: record })))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function modifiersOf(mention: Mention): TokenModifier[] {
  const modifiers: TokenModifier[] = mention.role === 'definition' ? ['definition'] : [];
  if (mention.kind !== 'name') modifiers.push(mention.kind);
  return modifiers;
}

/** A stretch cut at line ends, which belong to no piece. */
export function linesOf(source: SourceText, span: Span) {
  const pieces: { start: number; end: number; line: number; character: number }[] = [];
  const last = source.positionAt(span.end).line;
  for (let { line, character } = source.positionAt(span.start); line <= last; line++) {
    const end = Math.min(span.end, source.lineAt(line).end);
    const start = source.lineAt(line).start + character;
    if (end > start) pieces.push({ start, end, line, character });
    character = 0;
  }
  return pieces;
}
