import { firstIndex } from '../firstIndex';
import type { Span } from '../model';
import { blocksOf } from './blocks';
import { coordinatedWith } from './coordination';
import { type DateExpression, dateExpressions } from './dateExpressions';
import { type Dateline, datelineOf, headLength } from './dateline';
import { changedLines } from './changedLines';
import {
  DerivedNames,
  type KnownMatch,
  type KnownNames,
  knownMatches,
  knownSuggestions,
} from './knownNames';
import { newNames } from './newNames';
import type { Suggestion } from './suggestions';
import { TextNames } from './textNames';
import { isHardWrapped, tokensOf } from './tokens';

/** A stretch of a text with what was found in it; offsets count from its beginning. */
interface Block {
  readonly text: string;
  readonly dates: readonly DateExpression[];
  readonly names: readonly Suggestion[];
  known?: Known;
}

/** What a registry knows of a block. */
interface Known {
  readonly names: KnownNames;
  readonly version: number;
  readonly matches: readonly KnownMatch[];
}

/** What the whole text says, and its parts are read with after an edit. */
interface Whole {
  readonly isWrapped: boolean;
  readonly dateline: Dateline | undefined;
  readonly names: TextNames;
}

interface Derived {
  readonly names: KnownNames;
  readonly version: number;
  readonly own: DerivedNames;
}

/**
 * All that may be annotated in a text, block by block. After an edit only the blocks that it touches
 * are looked at again, with what the whole text said before.
 */
export class TextFindings {
  readonly text: string;
  /** Whether all of it was found with what the text says as it is. */
  readonly isWhole: boolean;
  readonly #whole: Whole;
  readonly #blocks: readonly Block[];
  readonly #starts: readonly number[];
  #derived: Derived | undefined;

  private constructor(
    text: string,
    isWhole: boolean,
    whole: Whole,
    blocks: readonly Block[],
    derived?: Derived,
  ) {
    this.text = text;
    this.isWhole = isWhole;
    this.#whole = whole;
    this.#blocks = blocks;
    this.#derived = derived;
    let start = 0;
    this.#starts = blocks.map((block) => (start += block.text.length) - block.text.length);
  }

  static in(text: string): TextFindings {
    const isWrapped = isHardWrapped(text);
    const dateline = datelineOf(dateExpressions(text.slice(0, headLength)));
    const dates = dateExpressions(text, dateline);
    const names = namesIn(text, isWrapped, dates);
    const whole = { isWrapped, dateline, names: new TextNames(text, names) };
    return new TextFindings(text, true, whole, inBlocks(text, dates, names));
  }

  /** The same after an edit; all anew where most of the text is another. */
  edited(text: string): TextFindings {
    const [first, behind] = this.#kept(text);
    const start = this.#starts[first] ?? this.text.length;
    const end = this.#starts[behind] ?? this.text.length;
    const after = text.slice(start, text.length - (this.text.length - end));
    if (after.length > text.length / 2) return TextFindings.in(text);
    const { isWrapped, dateline, names } = this.#whole;
    const dates = dateExpressions(after, dateline);
    const found = names.in(after, namesIn(after, isWrapped, dates));
    const before = { text: this.text.slice(start, end), names: this.#namesIn(first, behind) };
    const between = inBlocks(after, dates, changedLines(before, { text: after, names: found }));
    const blocks = [...this.#blocks.slice(0, first), ...between, ...this.#blocks.slice(behind)];
    return new TextFindings(text, false, this.#whole, blocks, this.#derived);
  }

  get blockCount(): number {
    return this.#blocks.length;
  }

  /** The blocks that share text with a stretch, from the first to before the second. */
  blocksIn(start: number, end: number): readonly [from: number, to: number] {
    const from = firstIndex(this.#starts, (one) => one > start) - 1;
    const to = firstIndex(this.#starts, (one) => one >= end);
    return [Math.max(0, from), to];
  }

  spanOf(index: number): Span {
    const start = this.#starts[index] ?? this.text.length;
    return { start, end: this.#starts[index + 1] ?? this.text.length };
  }

  /** Of the whole text. */
  proposals(names: KnownNames): Suggestion[] {
    return this.#blocks.flatMap((_, index) => this.proposalsIn(index, names));
  }

  /** What begins in a block, in no order; much of it overlaps. */
  proposalsIn(index: number, names: KnownNames): Suggestion[] {
    const block = this.#blocks[index];
    if (!block) return [];
    const derived = this.#derivedOf(names);
    const known = knownSuggestions(block.text, matchesOf(block, names), derived, names);
    const dates = block.dates.map((date): Suggestion => ({
      ...date,
      ...names.dateOf(date),
      kind: 'name',
      confidence: 0.9,
    }));
    return [...known, ...dates, ...block.names].map((one) => moved(one, this.#starts[index] ?? 0));
  }

  /** All names that the text itself makes of those that the registry has. */
  #derivedOf(names: KnownNames): DerivedNames {
    const { version } = names;
    if (this.#derived?.names === names && this.#derived.version === version) {
      return this.#derived.own;
    }
    const own = new DerivedNames();
    for (const block of this.#blocks) own.add(block.text, matchesOf(block, names), names);
    this.#derived = { names, version, own };
    return own;
  }

  /** Offsets count from the beginning of the first of the blocks. */
  #namesIn(first: number, behind: number): Suggestion[] {
    const start = this.#starts[first] ?? 0;
    return this.#blocks
      .slice(first, behind)
      .flatMap(({ names }, at) =>
        names.map((one) => moved(one, (this.#starts[first + at] ?? 0) - start)),
      );
  }

  /** How many blocks at the beginning stand as they were, and where those at the end begin. */
  #kept(text: string): readonly [first: number, behind: number] {
    let first = 0;
    for (const { text: own } of this.#blocks) {
      if (!text.startsWith(own, this.#starts[first])) break;
      first++;
    }
    // What is put in at the end of a block may go on with its last name.
    if (first > 0) first--;
    const before = this.#starts[first] ?? this.text.length;
    let behind = this.#blocks.length;
    const shift = text.length - this.text.length;
    while (behind > first + 1) {
      const at = (this.#starts[behind - 1] ?? 0) + shift;
      if (at < before || !text.startsWith(this.#blocks[behind - 1]?.text ?? '', at)) break;
      behind--;
    }
    return [first, behind];
  }
}

/** New names, with the members of the lists that they begin. */
function namesIn(text: string, isWrapped: boolean, dates: readonly Span[]): Suggestion[] {
  return newNames(text, tokensOf(text, isWrapped), dates).flatMap((name) => [
    { ...name, kind: 'name' as const },
    ...coordinatedWith(text, name).map((member) => {
      const confidence = Math.round(80 * name.confidence) / 100;
      return { ...member, type: name.type, kind: 'elliptical' as const, confidence };
    }),
  ]);
}

function inBlocks(
  text: string,
  dates: readonly DateExpression[],
  names: readonly Suggestion[],
): Block[] {
  const texts = blocksOf(text);
  const ends: number[] = [];
  for (const one of texts) ends.push((ends.at(-1) ?? 0) + one.length);
  const datesOf = divided(dates, ends);
  const namesOf = divided(names, ends);
  return texts.map((one, at) => ({
    text: ownCopy(one),
    dates: datesOf[at] ?? [],
    names: namesOf[at] ?? [],
  }));
}

/** By the block in which they begin; offsets count from its beginning. */
function divided<T extends Span>(all: readonly T[], ends: readonly number[]): T[][] {
  const groups: T[][] = ends.map(() => []);
  let at = 0;
  for (const one of [...all].sort((a, b) => a.start - b.start)) {
    while (one.start >= (ends[at] ?? Infinity)) at++;
    groups[at]?.push(moved(one, -(ends[at - 1] ?? 0)));
  }
  return groups;
}

function moved<T extends Span>(one: T, by: number): T {
  return { ...one, start: one.start + by, end: one.end + by };
}

function matchesOf(block: Block, names: KnownNames): readonly KnownMatch[] {
  const { version } = names;
  if (block.known?.names !== names || block.known.version !== version) {
    block.known = { names, version, matches: knownMatches(block.text, names) };
  }
  return block.known.matches;
}

/** A piece of a text keeps the whole of it in memory; a copy does not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
