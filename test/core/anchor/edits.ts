import type { Span } from '../../../src/core/model';

/** A text after edits, and of each of its units the offset in the original; −1 for what is new. */
export interface Edited {
  readonly text: string;
  readonly origins: readonly number[];
}

export type Random = () => number;

/** Repeatable random numbers from 0 to 1 (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function original(text: string): Edited {
  return { text, origins: Array.from({ length: text.length }, (_, index) => index) };
}

function inserted(text: string): Edited {
  return { text, origins: Array.from({ length: text.length }, () => -1) };
}

function slice({ text, origins }: Edited, start: number, end: number): Edited {
  return { text: text.slice(start, end), origins: origins.slice(start, end) };
}

function join(parts: readonly Edited[]): Edited {
  return {
    text: parts.map(({ text }) => text).join(''),
    origins: parts.flatMap(({ origins }) => origins),
  };
}

/** Cuts behind every match of a global pattern. */
function split(edited: Edited, border: RegExp): Edited[] {
  const parts: Edited[] = [];
  let start = 0;
  for (const match of edited.text.matchAll(border)) {
    const end = match.index + match[0].length;
    parts.push(slice(edited, start, end));
    start = end;
  }
  if (start < edited.text.length) parts.push(slice(edited, start, edited.text.length));
  return parts;
}

const SENTENCE = /[.!?]["”’)]*\s+|\n+/g;
const PARAGRAPH = /\n+/g;

export type Edit = (edited: Edited, random: Random, other: string) => Edited;

export function deleteSentences(edited: Edited, random: Random): Edited {
  return join(split(edited, SENTENCE).filter(() => random() >= 0.15));
}

export function insertParagraphs(edited: Edited, random: Random, other: string): Edited {
  const strange = other.split(/\n+/).filter((line) => line.length > 40);
  const parts = split(edited, PARAGRAPH).flatMap((paragraph) => {
    if (random() >= 0.3) return [paragraph];
    const words = strange[Math.floor(random() * strange.length)] ?? '';
    return [paragraph, inserted(words + '\n')];
  });
  return join(parts);
}

export function moveSentences(edited: Edited, random: Random): Edited {
  const parts = split(edited, SENTENCE).map((part) => ({ part, moves: random() < 0.12 }));
  const staying = parts.filter(({ moves }) => !moves).map(({ part }) => part);
  const moving = parts.filter(({ moves }) => moves).map(({ part }) => part);
  return join([...staying, inserted('\n'), ...moving]);
}

export function changeLetters(share: number): Edit {
  return ({ text, origins }, random) => ({
    text: text.replace(/[a-z]/g, (letter) =>
      random() < share ? String.fromCharCode(97 + Math.floor(random() * 26)) : letter,
    ),
    origins,
  });
}

export function retypeset({ text, origins }: Edited): Edited {
  const straight = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
  let column = 0;
  const wrapped = straight.replace(/[ \n]|[^ \n]+/g, (token) => {
    column = token === '\n' ? 0 : column + token.length;
    if (token !== ' ' || column < 60) return token;
    column = 0;
    return '\n';
  });
  return { text: wrapped, origins };
}

export function replaceWords(mentions: readonly Span[]): Edit {
  const covered = new Set(mentions.flatMap(({ start, end }) => rangeOf(start, end)));
  return (edited, random) => {
    const parts = split(edited, /\s+/g).map((part) => {
      const isFree = part.origins.every((origin) => !covered.has(origin));
      if (!isFree || random() >= 0.5) return part;
      const letters = part.text.replace(/[a-z]/g, () =>
        String.fromCharCode(97 + Math.floor(random() * 26)),
      );
      return inserted(letters);
    });
    return join(parts);
  };
}

export function shuffleParagraphs(edited: Edited, random: Random): Edited {
  const ended = join([edited, inserted('\n')]);
  return join(shuffle(split(ended, PARAGRAPH), random));
}

export function cutOff(edited: Edited, random: Random): Edited {
  return slice(edited, 0, Math.floor(edited.text.length * (0.3 + 0.4 * random())));
}

export function replaceAll(_edited: Edited, _random: Random, other: string): Edited {
  return inserted(other);
}

export function doubleParagraph(edited: Edited, random: Random): Edited {
  const parts = split(join([edited, inserted('\n')]), PARAGRAPH);
  const chosen = Math.floor(random() * parts.length);
  return join(parts.flatMap((part, index) => (index === chosen ? [part, part] : [part])));
}

export function shuffle<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function rangeOf(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/**
 * Where an original span went: a span, `deleted`, or `unclear` where it was cut, torn apart or now
 * stands twice.
 */
export function destination({ origins }: Edited, span: Span): Span | 'deleted' | 'unclear' {
  let start = -1;
  let end = -1;
  let count = 0;
  origins.forEach((origin, index) => {
    if (origin < span.start || origin >= span.end) return;
    if (start < 0) start = index;
    end = index + 1;
    count++;
  });
  if (count === 0) return 'deleted';
  const whole = count === span.end - span.start && end - start === count;
  return whole ? { start, end } : 'unclear';
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const MENTIONS = new RegExp(
  [
    `${MONTH} \\d{1,2}(?:, \\d{4})?|${MONTH} \\d{4}|\\b\\d{4}(?:[-–]\\d{4})?\\b`,
    "\\b[A-Z][\\p{L}\\d]*(?:[’'-][\\p{L}\\d]+)*(?: (?:(?:of|and|the|for) )?[A-Z\\d][\\p{L}\\d]*(?:[’'-][\\p{L}\\d]+)*)*",
    '\\b(?:lunar|space|scientific|nuclear|joint|power) (?:research )?[a-z]+\\b',
  ].join('|'),
  'gu',
);

/** What one would annotate: names, dates and some nominals, with the last word of long names. */
export function mentionsOf(text: string): readonly Span[] {
  const spans = Array.from(text.matchAll(MENTIONS)).flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const lastWord = match[0].lastIndexOf(' ') + 1;
    const outer = { start, end };
    return match[0].split(' ').length > 2 ? [outer, { start: start + lastWord, end }] : [outer];
  });
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
