import type { Span } from '../model';
import type { SourceText } from '../text';
import { sentenceAt } from './selection';

/** A part of an excerpt; `marked`: it is what the excerpt is about. */
export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** More letters before would push the marked words out of a narrow view. */
const longestLead = 20;
/** More than a view shows, and enough for every sentence but the endless. */
const longestExcerpt = 400;
/** Enough for what surrounds the words in any sentence but the endless. */
const sentenceLead = 300;

/** The sentence around some words, on one line; an endless one is cut. Spans in text order. */
export function sentenceAround(source: SourceText, words: readonly Span[]): string {
  return excerptAround(source, words, sentenceLead)
    .map(({ text }) => text)
    .join('');
}

/**
 * The same in pieces that joined are its text. A beginning that is longer than `lead` is cut at a
 * word, so that the words themselves are seen.
 */
export function excerptAround(
  source: SourceText,
  words: readonly Span[],
  lead = longestLead,
): ExcerptPiece[] {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return [];
  const sentence = sentenceSpan(source, first.start, last.end, lead + longestExcerpt);
  const start = leadStart(source.text, sentence.start, first.start, lead);
  const end = Math.max(last.end, Math.min(sentence.end, start + longestExcerpt));
  const pieces: ExcerptPiece[] = [];
  let at = start;
  for (const span of words) {
    if (span.start < at) continue;
    pieces.push({ text: source.slice({ start: at, end: span.start }), marked: false });
    pieces.push({ text: source.slice(span), marked: true });
    at = span.end;
  }
  pieces.push({ text: source.slice({ start: at, end }), marked: false });
  if (start > sentence.start) pieces.unshift({ text: '… ', marked: false });
  if (end < sentence.end) pieces.push({ text: ' …', marked: false });
  return pieces
    .map(({ text, marked }) => ({ text: text.replace(/\s+/g, ' '), marked }))
    .filter(({ text }) => text !== '');
}

/**
 * From the sentence of the first offset to the end of that of the last. What is farther away than
 * `reach` is not looked at: prose may keep a whole book on a line.
 */
function sentenceSpan(source: SourceText, from: number, to: number, reach: number): Span {
  const paragraphAt = (offset: number) => {
    const { start, end } = source.lineAt(source.positionAt(offset).line);
    return { start: Math.max(start, offset - reach), end: Math.min(end, offset + reach) };
  };
  const first = sentenceAt(source.text, paragraphAt(from), from);
  const last = to <= first.end ? first : sentenceAt(source.text, paragraphAt(to), to);
  return { start: Math.min(first.start, from), end: Math.max(last.end, to) };
}

function leadStart(text: string, sentence: number, words: number, lead: number): number {
  if (words - sentence <= lead) return sentence;
  const cut = words - lead;
  const border = text.slice(cut, words).search(/\s\S/);
  return border < 0 ? words : cut + border + 1;
}
