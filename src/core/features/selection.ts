import type { ResolvedSource } from '../corpus/resolvedSource';
import type { Span } from '../model';

/**
 * Ever wider stretches around an offset, the narrowest first: the mentions there, the sentence, the
 * paragraph. The editor itself begins with the word.
 */
export function stretchesAround(resolved: ResolvedSource, offset: number): Span[] {
  const { source } = resolved;
  const paragraph = source.lineAt(source.positionAt(offset).line);
  const mentions = resolved.mentionsAt(offset).map(({ span }) => span);
  const sorted = [...mentions].sort((a, b) => a.end - a.start - (b.end - b.start));
  const sentence = sentenceAt(source.text, paragraph, offset);
  const wider: Span[] = [];
  for (const span of [...sorted, sentence, paragraph]) {
    const last = wider.at(-1);
    if (!last || (span.start <= last.start && span.end >= last.end && !same(span, last))) {
      wider.push(span);
    }
  }
  return wider;
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Up to the next full stop, question or exclamation mark that ends a sentence. */
export function sentenceAt(text: string, paragraph: Span, offset: number): Span {
  const ends = /[.!?…]["'”’»)\]]*(?=\s+["'“‘«([]*[\p{Lu}\p{N}]|\s*$)/gu;
  let start = paragraph.start;
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(ends)) {
    const end = paragraph.start + match.index + match[0].length;
    if (end > offset || (end === offset && end === paragraph.end)) return { start, end };
    start = end + (/^\s*/.exec(text.slice(end, paragraph.end))?.[0].length ?? 0);
  }
  return { start, end: paragraph.end };
}
