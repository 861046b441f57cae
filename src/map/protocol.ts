/** What the page and its host in the extension say to each other: JSON, types only. */
import type { CorpusMap } from '../core/features/map';

/** Words of a source that the page can ask to be opened. */
export interface QuoteDetails {
  readonly words: string;
  readonly source: string;
  /** A short name of the source. */
  readonly label: string;
  /** From 1; undefined where the words have no place in the source. */
  readonly line: number | undefined;
  /** Asks for the words, wherever they stand by then; undefined where they have no place. */
  readonly open: OpenQuote | undefined;
}

/** Names a quote by its record, never by offsets: these are another after the next key. */
export type OpenQuote =
  | { readonly kind: 'openClaim'; readonly source: string; readonly claim: string }
  /** The quote of a tension, counted from 0. */
  | { readonly kind: 'openQuote'; readonly tension: string; readonly quote: number };

export interface ClaimDetails extends QuoteDetails {
  readonly value: string;
  readonly entity: string | undefined;
  readonly note: string | undefined;
}

/** All that the corpus says of an entity. */
export interface Details {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
  readonly description: string | undefined;
  readonly hasDefinition: boolean;
  readonly mentions: number;
  readonly sources: number;
  readonly properties: readonly {
    readonly label: string;
    readonly contradicted: boolean;
    readonly claims: readonly ClaimDetails[];
    /** How many further claims there are. */
    readonly more: number;
  }[];
  readonly tensions: readonly {
    readonly statement: string;
    readonly quotes: readonly QuoteDetails[];
  }[];
}

export type ToPage =
  | {
      readonly kind: 'map';
      /** The name of the corpus, and its workspace folder. */
      readonly title: string;
      readonly folder: string;
      readonly map: CorpusMap;
    }
  | { readonly kind: 'details'; readonly id: string; readonly details: Details }
  /** Words of sources moved: places that are shown may be others now. */
  | { readonly kind: 'moved' }
  /** The cursor came upon a mention of this entity. */
  | { readonly kind: 'follow'; readonly id: string }
  /** What the reader must know, in plain text. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Asks for the picture. */
  | { readonly kind: 'export' };

export type ToHost =
  | { readonly kind: 'ready' }
  | { readonly kind: 'details'; readonly id: string }
  /** The passage that introduces an entity, else its first mention, else its entry. */
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'openEntry'; readonly id: string }
  | { readonly kind: 'showMentions'; readonly id: string }
  | OpenQuote
  | { readonly kind: 'follow'; readonly on: boolean }
  /** Without a picture where there is none, or none that can be sent. */
  | { readonly kind: 'export'; readonly svg: string | undefined };
