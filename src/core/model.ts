/**
 * What a corpus is made of: types and their contracts, nothing else.
 *
 * Terms are the field's own: entity, mention, claim, property, selector (W3C Web Annotation), EDTF
 * (ISO 8601-2). All offsets are UTF-16 code units unless a name says otherwise; `end` is exclusive.
 */

/** A stretch of text, in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A W3C TextQuoteSelector: quotes anchor, numbers do not. Line ends are always `\n`. */
export interface QuoteSelector {
  readonly exact: string;
  /** The text directly before and after, verbatim, outer spaces included. */
  readonly prefix: string;
  readonly suffix: string;
  /** From 1: which place is meant, where even 120 characters of context are not unique. */
  readonly occurrence?: number;
}

export type MentionKind = 'name' | 'nominal' | 'elliptical';

/**
 * Where a record and its values stand in the YAML file that states it, as the file was last read:
 * while somebody types in the file, the places of the records that are not touched move along.
 */
export interface Place {
  /** Path from the corpus root, with forward slashes. */
  readonly file: string;
  /** The whole record. */
  readonly span: Span;
  /** The key under which it stands, if it is an entry of a map. */
  readonly key?: Span | undefined;
  /** The value of each of its keys that has one. */
  readonly values: ReadonlyMap<string, Span>;
  /** The items of each key that has a list, where all of them are texts or all are maps. */
  readonly items?: ReadonlyMap<string, readonly Span[]> | undefined;
}

interface Annotated {
  readonly note?: string;
  /** Free or schema-given attributes; scalars only. */
  readonly attributes?: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** One real thing, with one id in the whole corpus. */
export interface Entity extends Annotated {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  /** For dates an EDTF expression, for quantities the amount. */
  readonly value?: string;
  /** URIs of the same thing elsewhere. */
  readonly sameAs: readonly string[];
}

interface Anchored extends Annotated {
  readonly id: string;
  /** One selector; several, in text order, where the words are discontinuous. */
  readonly selectors: readonly QuoteSelector[];
}

/** A place in a source that refers to an entity. */
export interface Mention extends Anchored {
  readonly entity: string;
  readonly kind: MentionKind;
  /** `definition`: where "go to definition" lands. */
  readonly role?: 'definition';
}

/** What one source says of an entity. */
export interface Claim extends Anchored {
  readonly subject: string;
  readonly property: string;
  /** An entity id where the property's range is entity types, else a literal. */
  readonly value: string;
}

/** "Not this": remembered, so that nobody is asked twice. */
export interface Rejection {
  /** Undefined: the words are no mention at all. */
  readonly entity?: string;
  /** `source`: wherever the source has the words, in any spelling; without it, at the one place. */
  readonly scope?: 'source';
  readonly selectors: readonly QuoteSelector[];
  readonly place: Place;
}

/** Words of a source, quoted elsewhere than beside it. */
export interface Quote {
  /** Path of the source from the corpus root. */
  readonly source: string;
  readonly selectors: readonly QuoteSelector[];
  readonly place: Place;
}

/** What sources disagree on, or say in ways that pull apart, and no property captures. */
export interface Tension {
  readonly id: string;
  /** The entities that it is about. */
  readonly entities: readonly string[];
  /** One plain sentence. */
  readonly statement: string;
  readonly quotes: readonly Quote[];
  readonly place: Place;
}

/** All that the file beside a source states. */
export interface SourceAnnotations {
  /** Path of the annotation file from the corpus root. */
  readonly file: string;
  /** Path of the source from the corpus root; undefined where the file does not say. */
  readonly source: string | undefined;
  readonly sourcePlace: Span;
  /** SHA-256 of the LF form of the text against which the anchors were last verified. */
  readonly sha256: string | undefined;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly rejected: readonly Rejection[];
}

export interface EntityType {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** A codicon's name. */
  readonly icon: string;
  /** Undefined: it is built in. */
  readonly place?: Place;
}

/** `date` values are EDTF; `entity` is any entity's id; a list holds the types it may have. */
export type PropertyRange = 'date' | 'quantity' | 'text' | 'entity' | readonly string[];

export interface Property {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** The types of entity that may have it; empty: all. */
  readonly domain: readonly string[];
  readonly range: PropertyRange;
  /** At most one true value: two different ones are a contradiction. */
  readonly single: boolean;
  /** Whether its claims tell of a plan or of what took place; undefined: neither. */
  readonly modality?: Modality;
  /** Undefined: it is built in. */
  readonly place?: Place;
}

export type Modality = 'planned' | 'done';

export interface Schema {
  readonly types: ReadonlyMap<string, EntityType>;
  readonly properties: ReadonlyMap<string, Property>;
}
