import { LfText, standOnce } from '../anchor';
import { type Anchored, type Quoting, isAsStored } from '../corpus/anchored';
import { KnownPlaces } from '../corpus/knownPlaces';
import { ResolvedSource } from '../corpus/resolvedSource';
import { firstIndex } from '../firstIndex';
import type { QuoteSelector, SourceAnnotations, Span } from '../model';
import { type EqualRun, equalRuns } from './equalRuns';
import { isQuotedAt } from './isQuotedAt';

/** Text around words that must be unchanged with them, where their line has it. */
const context = 24;

/**
 * Where records stand in a text, by what it has in common with the one that they were verified
 * against: those that stand within a stretch that is unchanged, with what is around them.
 */
export function placesThroughDiff(
  path: string,
  before: string,
  after: string,
  annotations: SourceAnnotations | undefined,
): KnownPlaces {
  const resolved = ResolvedSource.of(path, before, annotations);
  const found = resolved.anchoring.found.filter(isAsStored);
  const diff = new Diff(
    before,
    after,
    found.flatMap(({ record }) => record.selectors),
  );
  return new KnownPlaces(found.flatMap((one) => diff.moved(one)));
}

class Diff {
  readonly #before: LfText;
  readonly #after: LfText;
  readonly #runs: readonly EqualRun[];
  readonly #raw: string;
  /** What stands once in the text after, context and all. */
  readonly #single: ReadonlySet<QuoteSelector>;
  #onlyLines: readonly ReadonlySet<string>[] | undefined;

  constructor(before: string, after: string, selectors: readonly QuoteSelector[]) {
    this.#before = new LfText(before);
    this.#after = new LfText(after);
    this.#runs = equalRuns(this.#before.text, this.#after.text);
    this.#raw = after;
    const isSingle = standOnce(after, selectors);
    this.#single = new Set(selectors.filter((_, at) => isSingle[at]));
  }

  /** The record where it stands now; nothing where that is not certain. */
  moved(one: Anchored<Quoting>): Anchored<Quoting>[] {
    const segments = one.segments.flatMap((span, at) => {
      const selector = one.record.selectors[at];
      return (selector && this.#spanAfter(selector, span)) ?? [];
    });
    const [first] = segments;
    const last = segments.at(-1);
    if (!first || !last || segments.length < one.segments.length) return [];
    return [{ ...one, segments, span: { start: first.start, end: last.end } }];
  }

  #spanAfter(selector: QuoteSelector, span: Span): Span | undefined {
    const start = this.#before.fromRaw(span.start);
    const end = this.#before.fromRaw(span.end);
    const at = firstIndex(this.#runs, ({ before }) => before > start) - 1;
    const run = this.#runs[at];
    if (!run || end > run.before + run.length) return undefined;
    const shift = run.after - run.before;
    const now = { start: this.#after.toRaw(start + shift), end: this.#after.toRaw(end + shift) };
    if (this.#hasContext(run, start, end)) return now;
    if (!this.#hasLineEnds(run, start, end)) return undefined;
    const isTold =
      this.#single.has(selector) && isQuotedAt({ selectors: [selector] }, this.#raw, [now]);
    return isTold || this.#isOnOnlyLine(start, end, shift) ? now : undefined;
  }

  /** Whether enough is unchanged on both sides; on one of them, the text may begin or end before. */
  #hasContext({ before, after, length }: EqualRun, start: number, end: number): boolean {
    const [head, tail] = [start - before >= context, before + length - end >= context];
    const begins = before === 0 && after === 0;
    const ends =
      before + length === this.#before.text.length && after + length === this.#after.text.length;
    return (head && (tail || ends)) || (tail && begins);
  }

  /** Whether enough around the words is unchanged, or their line begins and ends as it did. */
  #hasLineEnds({ before, after, length }: EqualRun, start: number, end: number): boolean {
    const [old, now] = [this.#before.text, this.#after.text];
    const head = old.slice(before, start);
    const tail = old.slice(end, before + length);
    const begins =
      head.length >= context ||
      head.includes('\n') ||
      (isLineStart(old, before) && isLineStart(now, after));
    const ends =
      tail.length >= context ||
      tail.includes('\n') ||
      (isLineEnd(old, before + length) && isLineEnd(now, after + length));
    return begins && ends;
  }

  /** Whether a line of the words is one and the same in both texts, and no other is like it. */
  #isOnOnlyLine(start: number, end: number, shift: number): boolean {
    const lines = linesAround(this.#before.text, start, end);
    if (lines !== linesAround(this.#after.text, start + shift, end + shift)) return false;
    const [before, after] = (this.#onlyLines ??= [this.#before, this.#after].map(onlyLines));
    return lines
      .split('\n')
      .some((line) => before?.has(line) === true && after?.has(line) === true);
  }
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

function isLineEnd(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n';
}

/** The lines that the words stand in. */
function linesAround(text: string, start: number, end: number): string {
  const after = text.indexOf('\n', end);
  const before = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
  return text.slice(before + 1, after < 0 ? text.length : after);
}

/** Lines that no other line of the text is like. */
function onlyLines({ text }: LfText): Set<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const line of text.split('\n')) (once.has(line) ? again : once).add(line);
  for (const line of again) once.delete(line);
  return once;
}
