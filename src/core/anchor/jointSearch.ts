import type { QuoteSelector, Span } from '../model';
import type { Aligner } from './align';
import { CandidateFinder, isSameSpan } from './candidates';
import type { Candidate } from './candidates';
import { chain } from './chain';
import { errorsAllowed, hasPlacedNeighbour, isInCompany, ownGround } from './evidence';
import type { Budget, GramIndex } from './grams';
import { Neighbourhood } from './neighbours';
import type { NewText } from './newText';
import { settleOwnership } from './ownership';
import { Placements } from './placements';
import { stitch } from './stitch';
import { BETWEEN, BLOCK, CANDIDATES, MARGIN, ORDER, SCARCE } from './thresholds';
import { Track } from './track';
import { quoteSpan } from './verbatim';
import type { VerbatimPlaces } from './verbatim';

/** Where a selector was placed, else where it might stand. Offsets are of the LF form. */
export interface Placement {
  readonly span: Span | undefined;
  /** By position; empty where the selector was placed or nothing is left of it. */
  readonly candidates: readonly Span[];
}

/** A text as it is searched, made ready once for all that is sought in it. */
export interface SearchedText {
  readonly text: NewText;
  /** Of the folded text. */
  readonly grams: GramIndex;
  readonly aligner: Aligner;
}

/**
 * Places the selectors of a source that was edited: candidates for each, one optimisation over all
 * of them, then acceptance in rounds, each of which rests on the ones before.
 */
export class JointSearch {
  readonly #selectors: readonly QuoteSelector[];
  readonly #verbatim: readonly VerbatimPlaces[];
  readonly #budget: Budget;
  readonly #text: NewText;
  readonly #grams: GramIndex;
  readonly #tracks: readonly Track[];
  readonly #finders: readonly CandidateFinder[];
  readonly #placements = new Placements();

  /**
   * @param selectors in their LF form, distinct and in stored order
   * @param verbatim of each selector
   */
  constructor(
    { text, grams, aligner }: SearchedText,
    selectors: readonly QuoteSelector[],
    verbatim: readonly VerbatimPlaces[],
    budget: Budget,
  ) {
    this.#selectors = selectors;
    this.#verbatim = verbatim;
    this.#budget = budget;
    this.#text = text;
    this.#grams = grams;
    this.#tracks = stitch(selectors).map((old) => new Track(old));
    this.#finders = this.#tracks.map(({ old }) => new CandidateFinder(old, text, aligner));
  }

  /** @param unchanged whatever stands once, word for word, is accepted */
  run(unchanged: boolean): readonly Placement[] {
    const blocks = this.#tracks.map((track) => this.#findCandidates(track, unchanged));
    settleOwnership(this.#tracks);
    chain(this.#tracks);
    this.#acceptBlocks(blocks);
    this.#acceptByEvidence();
    if (this.#isInOrder()) {
      this.#acceptByCompany();
      this.#acceptBetweenNeighbours();
    }
    this.#freeLoners();
    return this.#tracks.map((track) => this.#placementOf(track));
  }

  /** Returns the place of the stored block, if that stands once. */
  #findCandidates(track: Track, unchanged: boolean): Candidate | undefined {
    const finder = this.#finders[track.old.index];
    if (!finder || track.old.quote === '') return undefined;
    const block = this.#verbatimCandidate(track, finder, unchanged);
    if (block) {
      track.candidates = [block];
      return block;
    }
    const { old } = track;
    const places = this.#grams.places(old.block, CANDIDATES, this.#budget) ?? [];
    const exact = places.flatMap((place) => finder.at(place + old.lead) ?? []);
    track.candidates = exact;
    if (places.length === 1 && exact[0] && old.block.length >= BLOCK) return exact[0];
    const others = finder.find(this.#grams);
    const isNew = (other: Candidate): boolean => !exact.some((known) => isSameSpan(known, other));
    track.candidates = [...exact, ...others.filter(isNew)];
    return undefined;
  }

  #verbatimCandidate(
    { old }: Track,
    finder: CandidateFinder,
    unchanged: boolean,
  ): Candidate | undefined {
    const verbatim = this.#verbatim[old.index];
    const selector = this.#selectors[old.index];
    if (verbatim?.meant === undefined || !selector) return undefined;
    if (!unchanged && verbatim.proof !== 'block') return undefined;
    return finder.at(this.#text.fold(quoteSpan(selector, verbatim.meant).start));
  }

  #acceptBlocks(blocks: readonly (Candidate | undefined)[]): void {
    this.#tracks.forEach((track, index) => {
      const block = blocks[index];
      // Ownership may have taken it.
      if (block && track.candidates.includes(block)) this.#placements.place(track, block, 'block');
    });
    this.#placements.settleConflicts();
  }

  #acceptByEvidence(): void {
    for (const track of this.#tracks) {
      if (track.placed || !track.best) continue;
      const ground = ownGround(track.old, track.best, this.#text);
      if (!ground) continue;
      if (track.margin >= MARGIN.chain) this.#placements.place(track, track.best, ground);
      else track.ambiguous = true;
    }
    this.#placements.settleConflicts();
  }

  /** Whether the placed mentions show that the list was in order, so that neighbours mean much. */
  #isInOrder(): boolean {
    const starts = this.#tracks.flatMap(({ placed }) => (placed ? [placed.start] : []));
    const steps = starts.length - 1;
    const forwards = starts.filter((start, index) => start >= (starts[index - 1] ?? Infinity));
    return steps < ORDER.steps || forwards.length >= steps * ORDER.forwards;
  }

  #acceptByCompany(): void {
    const inCompany = this.#tracks.filter(({ old, placed, best, margin }, index) => {
      if (placed || !best || margin < MARGIN.chain) return false;
      if (best.errors > errorsAllowed(old, best)) return false;
      return isInCompany(this.#tracks, index, best);
    });
    for (const track of inCompany) {
      if (track.best) this.#placements.place(track, track.best, 'company');
    }
    this.#placements.settleConflicts();
  }

  #acceptBetweenNeighbours(): void {
    const neighbourhood = new Neighbourhood(this.#text, this.#finders, this.#placements);
    for (let pass = 0; pass < BETWEEN.passes; pass++) {
      neighbourhood.pass(this.#tracks);
      this.#placements.settleConflicts();
    }
  }

  /** Where almost nothing of a source is left, what was placed alone is a standing phrase. */
  #freeLoners(): void {
    if (this.#placements.count >= this.#tracks.length * SCARCE.share) return;
    const loners = this.#tracks.filter(
      ({ placed, old }, index) =>
        placed && old.block.length < SCARCE.block && !hasPlacedNeighbour(this.#tracks, index),
    );
    for (const track of loners) this.#placements.free(track);
  }

  #placementOf(track: Track): Placement {
    const { old, placed, ambiguous } = track;
    const selector = this.#selectors[old.index];
    const verbatim = this.#verbatim[old.index];
    if (!selector || !verbatim) return { span: undefined, candidates: [] };
    if (placed) return { span: this.#unfold(placed, selector.exact), candidates: [] };
    const spans = verbatim.starts.map((start) => quoteSpan(selector, start));
    if (old.quote === '') {
      // Nothing but white space: only its block can tell where.
      const isMeant = verbatim.proof === 'block' && verbatim.meant !== undefined;
      return isMeant
        ? { span: quoteSpan(selector, verbatim.meant), candidates: [] }
        : { span: undefined, candidates: spans };
    }
    if (ambiguous || spans.length > 1) {
      return { span: undefined, candidates: this.#possible(track, selector.exact) };
    }
    const hasContext = selector.prefix !== '' || selector.suffix !== '';
    return { span: undefined, candidates: hasContext ? [] : spans };
  }

  /** The free candidates that are not far behind the best, by position. */
  #possible(track: Track, exact: string): readonly Span[] {
    const free = track.candidates.filter((place) => !this.#placements.isTaken(track, place));
    const best = Math.max(...free.map(({ weight }) => weight));
    return free
      .filter(({ weight }) => weight >= best / 2)
      .map((candidate) => this.#unfold(candidate, exact))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #unfold(candidate: Candidate, exact: string): Span {
    return this.#text.unfold(candidate.start, candidate.end, exact);
  }
}
