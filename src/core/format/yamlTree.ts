/** What a YAML file holds, as the readers of the format see it, whoever has read the text. */
import type { Diagnostic } from '../diagnostic';
import type { Span } from '../model';

/** A YAML file, read. */
export interface YamlContents {
  /** Path from the corpus root. */
  readonly path: string;
  /** Undefined where the file says nothing, or cannot be read as one YAML document at all. */
  readonly root: YamlTree | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export type YamlTree = YamlScalar | YamlList | YamlMap | YamlAlias;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Written without quotes, or not at all. */
  readonly isPlain: boolean;
  /** Empty for a value that was never written. */
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlTree[];
  /** Up to the last written character of the last item. */
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  /** In the order of the file; keys that are no scalars are left out. */
  readonly entries: readonly { readonly key: YamlScalar; readonly value: YamlTree }[];
  /** Up to the last written character of the last value. */
  readonly span: Span;
}

/** The format has none: reported by itself. */
export interface YamlAlias {
  readonly kind: 'alias';
  readonly span: Span;
}

/** A value that was never written. */
export const nothing: YamlScalar = {
  kind: 'scalar',
  text: '',
  isPlain: true,
  span: { start: 0, end: 0 },
};

/** The same tree at other places. */
export function movedTree<T extends YamlTree>(tree: T, move: (span: Span) => Span): T;
export function movedTree(tree: YamlTree, move: (span: Span) => Span): YamlTree {
  if (tree === nothing) return tree;
  const span = move(tree.span);
  if (tree.kind === 'list') {
    return { ...tree, span, items: tree.items.map((one) => movedTree(one, move)) };
  }
  if (tree.kind !== 'map') return { ...tree, span };
  const entries = tree.entries.map(({ key, value }) => ({
    key: movedTree(key, move),
    value: movedTree(value, move),
  }));
  return { ...tree, span, entries };
}
