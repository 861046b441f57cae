import { LfText } from '../anchor';
import { type Anchored, type Quoting, isAsStored } from '../corpus/anchored';
import { KnownPlaces } from '../corpus/knownPlaces';
import { ResolvedSource } from '../corpus/resolvedSource';
import { firstIndex } from '../firstIndex';
import type { SourceAnnotations, Span } from '../model';
import { type EqualRun, equalRuns } from './equalRuns';

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
  const diff = new Diff(before, after);
  return new KnownPlaces(
    resolved.anchoring.found.flatMap((one) => (isAsStored(one) ? diff.moved(one) : [])),
  );
}

class Diff {
  readonly #before: LfText;
  readonly #after: LfText;
  readonly #runs: readonly EqualRun[];

  constructor(before: string, after: string) {
    this.#before = new LfText(before);
    this.#after = new LfText(after);
    this.#runs = equalRuns(this.#before.text, this.#after.text);
  }

  /** The record where it stands now; nothing where that is not certain. */
  moved(one: Anchored<Quoting>): Anchored<Quoting>[] {
    const segments = one.segments.flatMap((span) => this.#spanAfter(span) ?? []);
    const [first] = segments;
    const last = segments.at(-1);
    if (!first || !last || segments.length < one.segments.length) return [];
    return [{ ...one, segments, span: { start: first.start, end: last.end } }];
  }

  #spanAfter(span: Span): Span | undefined {
    const start = this.#before.fromRaw(span.start);
    const end = this.#before.fromRaw(span.end);
    const at = firstIndex(this.#runs, ({ before }) => before > start) - 1;
    const run = this.#runs[at];
    if (!run || end > run.before + run.length) return undefined;
    const shift = run.after - run.before;
    if (!this.#isHeld(run, start, end)) return undefined;
    return { start: this.#after.toRaw(start + shift), end: this.#after.toRaw(end + shift) };
  }

  /** Whether enough around the words is unchanged, or their line begins and ends as it did. */
  #isHeld({ before, after, length }: EqualRun, start: number, end: number): boolean {
    const [old, now] = [this.#before.text, this.#after.text];
    const isLineStart = (text: string, at: number) => at === 0 || text[at - 1] === '\n';
    const isLineEnd = (text: string, at: number) => at === text.length || text[at] === '\n';
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
}
