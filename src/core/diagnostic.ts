import type { Span } from './model';

export type Severity = 'error' | 'warning' | 'information';

/** Every kind of trouble, by the code under which docs/diagnostics.md explains it. */
export type DiagnosticCode =
  | 'yaml-syntax'
  | 'yaml-feature'
  | 'yaml-too-deep'
  | 'duplicate-key'
  | 'wrong-shape'
  | 'missing-key'
  | 'bad-value'
  | 'duplicate-id'
  | 'duplicate-entity'
  | 'duplicate-source'
  | 'unknown-type'
  | 'unknown-entity'
  | 'unknown-property'
  | 'wrong-domain'
  | 'source-missing'
  | 'source-unreadable'
  | 'file-unreadable'
  | 'anchor-moved'
  | 'anchor-changed'
  | 'anchor-ambiguous'
  | 'anchor-lost'
  | 'contradiction';

/** Trouble with a place: shown in the editor and by `glossator check`. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One plain sentence. Text from files stands in it verbatim: it is never markup. */
  readonly message: string;
  /** Path from the corpus root. */
  readonly file: string;
  readonly span: Span;
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  readonly span: Span;
}

const shownLength = 60;

/** Text from a file, cut to be named within a sentence. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const cut = line.length > shownLength ? `${line.slice(0, shownLength - 1)}…` : line;
  return `“${cut}”`;
}
