import type { Registry } from '../corpus/registry';
import type { Placed } from '../corpus/anchored';
import type { ResolvedSource } from '../corpus/resolvedSource';
import type { Mention, Span } from '../model';
import type { SourceText } from '../text';

/** A part of a source under its heading, or the mentions before the first one. */
export interface Section {
  /** Undefined for what stands before the first heading. */
  readonly heading: Span | undefined;
  /** From the heading to the last line before the next one. */
  readonly span: Span;
}

/** A mention as a symbol: what is said, of which entity, with the mentions nested in it. */
export interface MentionSymbol {
  readonly mention: Placed<Mention>;
  readonly words: string;
  readonly entityName: string;
  readonly type: string;
  readonly children: readonly MentionSymbol[];
}

const longestHeading = 80;

/**
 * The sections of a plain text. A heading is a short paragraph of one line that begins like a
 * sentence and does not end like one; a list item, a credit or a line of a dialogue is none.
 */
export function sectionsOf(source: SourceText): Section[] {
  const headings: Span[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    const span = source.lineAt(line);
    if (isHeading(source.slice(span)) && isBlank(source, line - 1) && isBlank(source, line + 1)) {
      headings.push(span);
    }
  }
  const starts = [0, ...headings.map(({ start }) => start)];
  const sections = starts.map((start, at) => ({
    heading: headings[at - 1],
    span: { start, end: headings[at]?.start ?? source.text.length },
  }));
  return sections.filter(({ span, heading }) => heading !== undefined || span.end > span.start);
}

function isHeading(line: string): boolean {
  if (line.length > longestHeading || isByline(line)) return false;
  return (
    /^[\p{Lu}\p{N}“"]/u.test(line) && !/[.!?:;,…’'")\]”]\s*$/.test(line) && !/^\w+: /.test(line)
  );
}

/** Who wrote it, or when it was published, heads nothing. */
function isByline(line: string): boolean {
  return /^By \p{Lu}/u.test(line) || /\b\d{1,2}:\d{2}$/.test(line.trimEnd());
}

function isBlank(source: SourceText, line: number): boolean {
  if (line < 0 || line >= source.lineCount) return true;
  return source.slice(source.lineAt(line)).trim() === '';
}

/** The mentions of a stretch of a source, nested as they are in the text. */
export function mentionSymbols(
  resolved: ResolvedSource,
  registry: Registry,
  within: Span,
): MentionSymbol[] {
  const roots: Open[] = [];
  const open: Open[] = [];
  for (const mention of resolved.placed) {
    const { start, end } = mention.span;
    if (start < within.start || start >= within.end) continue;
    while (open.length > 0 && (open.at(-1)?.mention.span.end ?? 0) < end) open.pop();
    const symbol = { ...describe(resolved, registry, mention), children: [] };
    (open.at(-1)?.children ?? roots).push(symbol);
    open.push(symbol);
  }
  return roots;
}

interface Open extends MentionSymbol {
  readonly children: Open[];
}

function describe(resolved: ResolvedSource, registry: Registry, mention: Placed<Mention>) {
  const entity = registry.entities.get(mention.record.entity);
  return {
    mention,
    words: resolved.source.slice(mention.span).replace(/\s+/g, ' '),
    entityName: registry.nameOf(mention.record.entity),
    type: entity?.type ?? 'unknown',
  };
}
