import type { Corpus } from '../corpus/corpus';
import type { Span } from '../model';
import { dateExpressions } from '../recognise/dateExpressions';
import type { SourceSuggestions } from '../recognise/sourceSuggestions';
import { suggesterOf } from '../features/suggest';
import { wordsIn } from './wordBorders';

/** Words that may become a mention, and what is known of what they may mean. */
export interface GuessedMention {
  readonly span: Span;
  readonly words: string;
  /** The id of an entity of the registry. */
  readonly entity?: string;
  /** Of an entity that the registry does not have; undefined: nothing tells. */
  readonly type?: string;
  /** Of a date whose value the text tells: EDTF. */
  readonly value?: string;
  /** The whole name, where the words are only a part of it. */
  readonly name?: string;
}

/**
 * What a user most likely means to annotate: the selected words without what surrounds them, else
 * the name or date at the cursor that is not annotated yet, else the phrase there that is written
 * as a name, else the word. Undefined where there are no words.
 */
export async function guessMention(
  corpus: Corpus,
  source: string,
  selection: Span,
): Promise<GuessedMention | undefined> {
  const suggestions = await suggesterOf(corpus).of(source);
  if (!suggestions) return undefined;
  const { text } = suggestions.resolved.source;
  const isCursor = selection.start === selection.end;
  const suggested = isCursor ? suggestions.at(selection.start) : undefined;
  const span =
    suggested ?? (isCursor ? phraseAt(text, selection.start) : withoutSpaces(text, selection));
  if (!span) return undefined;
  const { start, end } = span;
  const words = text.slice(start, end);
  return { span: { start, end }, words, ...meaningOf(suggestions, span, words) };
}

/** What is suggested for exactly these words, or what of them is a date, or the type of a part. */
function meaningOf(
  suggestions: SourceSuggestions,
  span: Span,
  words: string,
): Omit<GuessedMention, 'span' | 'words'> {
  const near = suggestions.within(span);
  const same = near.find((one) => one.start === span.start && one.end === span.end);
  if (same) {
    const { entity, type, value, name } = same;
    return {
      type,
      ...(entity !== undefined && { entity }),
      ...(value !== undefined && { value }),
      ...(name !== undefined && { name }),
    };
  }
  const [date] = dateExpressions(words);
  if (date?.start === 0 && date.end === words.length) {
    return { type: 'date', ...(date.value !== undefined && { value: date.value }) };
  }
  const part = near.find(({ type }) => type !== 'date');
  return part ? { type: part.type } : {};
}

function withoutSpaces(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : undefined;
}

/** Further away nothing belongs to one name. */
const reach = 200;
const isNameLike = /^[\p{Lu}\p{N}]/u;
/** What stands within a name in small letters, and what a name goes on after. */
const within = /^(?:of|for|de|la|von|van|the)$/u;

/** The words around an offset that are written as one name, else the word that it touches. */
export function phraseAt(text: string, offset: number): Span | undefined {
  const words = wordsIn(text, { start: Math.max(0, offset - reach), end: offset + reach });
  const at = words.findIndex(({ start, end }) => start <= offset && offset <= end);
  const word = words[at];
  if (!word) return undefined;
  const wordOf = ({ start, end }: Span) => text.slice(start, end);
  const isName = (one: Span | undefined) => one !== undefined && isNameLike.test(wordOf(one));
  if (!isName(word)) return word;
  const areJoined = (a: Span | undefined, b: Span | undefined) =>
    a !== undefined && b !== undefined && text.slice(a.end, b.start) === ' ';
  const step = (from: number, by: 1 | -1): number => {
    const [next, further] = [from + by, from + 2 * by];
    const joins = (one: number) =>
      areJoined(words[Math.min(one, one - by)], words[Math.max(one, one - by)]);
    if (!joins(next)) return from;
    if (isName(words[next])) return step(next, by);
    const isInner = words[next] !== undefined && within.test(wordOf(words[next]));
    return isInner && joins(further) && isName(words[further]) ? step(further, by) : from;
  };
  const [first, last] = [words[step(at, -1)], words[step(at, 1)]];
  return { start: first?.start ?? word.start, end: last?.end ?? word.end };
}
