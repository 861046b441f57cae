import { onLongestIncreasing } from '../anchor';

/** A stretch that two texts have in common, in UTF-16 code units. */
export interface EqualRun {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Comparisons of one stretch beyond which nothing in it is paired: a bound for hostile input. */
const mostCells = 1 << 18;
/** Comparisons of two texts beyond which no more is paired. */
const mostWork = 1 << 25;
/** How often a stretch is divided by what stands once in it; what is left then is not paired. */
const mostDivisions = 32;

/**
 * What two versions of a text have in common, in order of both: whole lines first, then, where
 * lines differ, words. Neighbouring runs are one.
 */
export function equalRuns(before: string, after: string): EqualRun[] {
  const runs: EqualRun[] = [];
  const work = { left: mostWork };
  const onEqual: OnEqual = (one, other) => {
    add(runs, one, other);
  };
  const words: Pairing = { work, onEqual, onOther: () => undefined };
  const onOther: OnOther = (some, others) => {
    pair(wordsOf(some), wordsOf(others), words);
  };
  pair(linesOf(before), linesOf(after), { work, onEqual, onOther });
  return runs;
}

function linesOf(text: string): Token[] {
  return tokensOf(text, /[^\n]*\n|[^\n]+/g);
}

interface Token {
  readonly text: string;
  readonly start: number;
}

function tokensOf(text: string, pattern: RegExp, offset = 0): Token[] {
  return Array.from(text.matchAll(pattern), ({ 0: token, index }) => ({
    text: token,
    start: offset + index,
  }));
}

function wordsOf(lines: readonly Token[]): Token[] {
  return lines.flatMap(({ text, start }) => tokensOf(text, /\s+|[^\s]+/g, start));
}

function add(runs: EqualRun[], one: Token, other: Token): void {
  const last = runs.at(-1);
  const { length } = one.text;
  const goesOn =
    last !== undefined &&
    last.before + last.length === one.start &&
    last.after + last.length === other.start;
  if (goesOn) runs[runs.length - 1] = { ...last, length: last.length + length };
  else runs.push({ before: one.start, after: other.start, length });
}

type OnEqual = (one: Token, other: Token) => void;
type OnOther = (before: Token[], after: Token[]) => void;

interface Pairing {
  readonly onEqual: OnEqual;
  /** Told of what differs, where that is known. */
  readonly onOther: OnOther;
  /** Comparisons that may still be made. */
  readonly work: { left: number };
}

/** Pairs tokens: equal ends, then those that stand once in both in one order, then the rest. */
function pair(before: Token[], after: Token[], pairing: Pairing, divisions = 0): void {
  let head = 0;
  const least = Math.min(before.length, after.length);
  while (head < least && before[head]?.text === after[head]?.text) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail)?.text === after.at(-1 - tail)?.text) tail++;
  const [end, otherEnd] = [before.length - tail, after.length - tail];
  each(before.slice(0, head), after.slice(0, head), pairing.onEqual);
  pairInner(before.slice(head, end), after.slice(head, otherEnd), pairing, divisions);
  each(before.slice(end), after.slice(otherEnd), pairing.onEqual);
}

function each(before: readonly Token[], after: readonly Token[], onEqual: OnEqual): void {
  before.forEach((one, at) => {
    const other = after[at];
    if (other) onEqual(one, other);
  });
}

function pairInner(before: Token[], after: Token[], pairing: Pairing, divisions: number): void {
  if (before.length === 0 || after.length === 0 || divisions > mostDivisions) return;
  const anchors = uniquePairs(before, after);
  if (anchors.length === 0) {
    pairByLength(before, after, pairing);
    return;
  }
  let [from, to] = [0, 0];
  for (const [one, other] of [...anchors, [before.length, after.length] as const]) {
    pair(before.slice(from, one), after.slice(to, other), pairing, divisions + 1);
    each(before.slice(one, one + 1), after.slice(other, other + 1), pairing.onEqual);
    [from, to] = [one + 1, other + 1];
  }
}

/** Indices of tokens that stand once in both lists, as many as are in one order. */
function uniquePairs(before: readonly Token[], after: readonly Token[]): [number, number][] {
  const [ones, others] = [uniqueOf(before), uniqueOf(after)];
  const pairs = [...ones].flatMap(([text, at]): [number, number][] => {
    const other = others.get(text);
    return other === undefined || text.trim() === '' ? [] : [[at, other]];
  });
  const isKept = onLongestIncreasing(pairs.map(([, other]) => other));
  return pairs.filter((_, at) => isKept[at]);
}

/** In order of the list. */
function uniqueOf(tokens: readonly Token[]): Map<string, number> {
  const known = new Map<string, number>();
  const twice = new Set<string>();
  tokens.forEach(({ text }, at) => {
    if (known.has(text)) twice.add(text);
    else known.set(text, at);
  });
  for (const text of twice) known.delete(text);
  return known;
}

/** The longest common sequence of a short stretch. */
function pairByLength(before: Token[], after: Token[], { onEqual, onOther, work }: Pairing): void {
  const [height, width] = [before.length, after.length];
  if (height * width > mostCells) {
    onOther(before, after);
    return;
  }
  work.left -= height * width;
  if (work.left < 0) return;
  const row = width + 1;
  const lengths = new Uint16Array((height + 1) * row);
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      lengths[i * row + j] =
        before[i]?.text === after[j]?.text
          ? (lengths[(i + 1) * row + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * row + j] ?? 0, lengths[i * row + j + 1] ?? 0);
    }
  }
  let [i, j, fromI, fromJ] = [0, 0, 0, 0];
  while (i < height && j < width) {
    const [one, other] = [before[i], after[j]];
    if (one !== undefined && one.text === other?.text) {
      onOther(before.slice(fromI, i), after.slice(fromJ, j));
      onEqual(one, other);
      [fromI, fromJ] = [++i, ++j];
    } else if ((lengths[(i + 1) * row + j] ?? 0) >= (lengths[i * row + j + 1] ?? 0)) i++;
    else j++;
  }
  onOther(before.slice(fromI), after.slice(fromJ));
}
