/**
 * Every number the resolver judges by, with its reason. Lengths are UTF-16 units of folded text;
 * scores count equal characters. They were set on five annotated sources and measured on sixteen
 * foreign ones, so a change to one of them wants the tests of `resolve` run again.
 */

/** Context known on each side of a mention once its neighbours' selectors are stitched in. */
export const CONTEXT = 64;

/** A longer context is used where it is the mention's own: less of it was not unique. */
export const OWN_CONTEXT = 128;

/** Blocks that agree over this many characters overlap in the old text; fewer may be chance. */
export const OVERLAP = 12;

/** A fragment grows no further: keeps stitching linear, and costs one neighbour's context per 16 K. */
export const FRAGMENT_MAX = 1 << 14;

/** Places within a fragment that are tried for one overlap. */
export const OVERLAP_TRIES = 64;

/** A stored context this short, without a line break, can only mean that its line ends there. */
export const SHORT_CONTEXT = 20;

/** A block of this length that stands exactly once is the stored one; the format makes it unique. */
export const BLOCK = 24;

/** Where almost nothing of a source is left, standing phrases are no longer proof. */
export const SCARCE = {
  /** Share of the mentions placed, below which a lone one needs more. */
  share: 0.1,
  /** A block of this length needs no neighbour. */
  block: 80,
  /** How far, in stored order, a placed neighbour may be. */
  reach: 4,
} as const;

/** Length of the indexed n-grams: shorter ones are too common, longer ones miss edited text. */
export const GRAM = 6;

/** N-grams with more places than this say nothing about where. */
export const COMMON_GRAM = 64;

/** N-grams looked up per mention; long quotes are sampled. */
export const GRAMS_PER_MENTION = 2048;

export const CANDIDATES = 12;

/** Diagonals extended when the first one is intact: more could only repeat it. */
export const CANDIDATES_IF_INTACT = 4;

/** Diagonals this close are one place with an insertion or deletion in it. */
export const DIAGONAL_GAP = 3;

/** Context that votes for a diagonal and is aligned with the quote, each side. */
export const ALIGNED_CONTEXT = 32;

/** Text on each side of the expected place that an alignment may reach into. */
export const ALIGNMENT_SLACK = 12;

/** Cells of one alignment; beyond it the quote is not aligned. */
export const ALIGNMENT_CELLS = 1 << 20;

/** Cells of all alignments together: a bound for hostile input, some seconds at worst. */
export const ALIGNMENT_BUDGET = 2 ** 30;

/** Steps of all exact searches together, likewise. */
export const SEARCH_BUDGET = 2 ** 24;

/** Share of the quote that may differ at a candidate at all. */
export const ERRORS_CONSIDERED = 0.5;

/** Weight lost per differing character of the quote. */
export const ERROR_PRICE = 3;

/** Scores of an extension, in quarters of a point, so that they stay integers. */
export const EXTENSION = {
  match: 4,
  mismatch: -6,
  gapOpen: -12,
  gapExtend: -1,
  slack: 16,
} as const;

/** A rival's context must be better by this much to take a place away. */
export const OWNERSHIP = 8;

/** Mentions the chain looks back to; 24 span several sentences of dense annotation. */
export const LOOK_BACK = 24;

/** Prices of a step in the chain: dear, not forbidden, so that moved passages stay in one model. */
export const PRICE = {
  backwards: 16,
  otherDistance: 14,
  otherFragmentBackwards: 14,
  otherFragmentFar: 10,
  otherFragmentNear: 12,
  samePlace: 30,
  beyondLookBack: 20,
} as const;

/** Best total must beat the second best by this much in the chain, and between neighbours. */
export const MARGIN = { chain: 6, neighbours: 4 } as const;

/** Evidence of the place itself: see `evidence.ts`. */
export const EVIDENCE = {
  /** Part of the known context, or of the sentence's, that must score. */
  allContext: 0.85,
  sentence: 0.75,
  /** Part of a side whose sentence border is unknown. */
  openSide: 0.8,
  /** A sentence shorter than this recurs too easily. */
  sentenceLength: 18,
  /** Information, in Latin letters, below which context or a whole line proves nothing. */
  information: 12,
  lineInformation: 6,
  /** Quotes shorter than this must stand as they are. */
  rigid: 4,
  /** And those shorter than this too, unless both sides have context: "This" is not "this". */
  stiff: 5,
  /** Share of the quote that may differ, and where both sides have this much context. */
  errors: 0.25,
  errorsInContext: 0.4,
  errorContext: 12,
} as const;

/**
 * A list is out of order where, of at least so many steps from one placed mention to the next, too
 * few go forwards. Half do by chance; shuffled paragraphs break few.
 */
export const ORDER = { steps: 8, forwards: 0.7 } as const;

/** Company: several neighbours in the same broken state. */
export const COMPANY = {
  /** Only where fewer than this share of the mentions around were placed. */
  share: 0.5,
  around: 8,
  context: 12,
  /** Part of the most context that, found on one side only, tells a twin sentence. */
  twin: 0.9,
  reach: 4,
  mates: 4,
  /** Farthest a mate of another fragment may stand. */
  distance: 600,
} as const;

/** Acceptance between placed neighbours: see `neighbours.ts`. */
export const BETWEEN = {
  passes: 3,
  /** Widest window searched for the quote as it stands, and aligned to. */
  searched: 4000,
  aligned: 600,
  hits: 8,
  support: 6,
  outOfOrder: 12,
  rival: 4,
  keptDistance: 6,
  room: 600,
  roomContext: 6,
  roomLength: 10,
  looseContext: 16,
  tightWindow: 250,
  tightLength: 7,
  bracketContext: 8,
  bracketWindow: 300,
  bracketShare: 0.3,
  sideContext: 16,
  sideShare: 0.5,
  outOfOrderContext: 28,
  outOfOrderShare: 0.6,
} as const;

/** Out of order by less than about a sentence is not called moved. */
export const NEARBY = 128;
