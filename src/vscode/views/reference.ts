/** What a dragged row says of itself: plain text, whatever file it comes from. */
export const referenceMime = 'application/vnd.glossator.reference';

export interface Reference {
  /** An entity's name, or the words of a passage. */
  readonly words: string;
  /** The entity's id; undefined for a passage. */
  readonly id?: string;
  /** Of the file that states it, from the corpus root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The file with its line. */
  readonly uri: string;
  /** URI of the corpus. */
  readonly folder: string;
}

/** An entity's id, or a quote with where it stands. */
export function plainReference({ words, id, path, line }: Reference): string {
  return id ?? `“${words}” (${path}:${line})`;
}

/**
 * In annotations the id, in Markdown a link, elsewhere the name or the quote.
 * `document`: path of the Markdown from the root of the same corpus; undefined where it is outside.
 */
export function referenceIn(
  kind: 'annotations' | 'markdown' | 'other',
  reference: Reference,
  document: string | undefined,
): string {
  const { words, id, path, line, uri } = reference;
  if (kind === 'annotations') return id ?? JSON.stringify(words);
  if (kind === 'other') return id === undefined ? plainReference(reference) : words;
  const target = document === undefined ? uri : `${relativePath(document, path)}#L${line}`;
  const text = words.replace(/[\\`*_[\]<>&~]/g, '\\$&');
  return `[${text}](${target.replace(/[()]/g, escapePercent)})`;
}

function relativePath(document: string, path: string): string {
  const from = document.split('/').slice(0, -1);
  const to = path.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].map(encodeURIComponent).join('/');
}

function escapePercent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16)}`;
}
