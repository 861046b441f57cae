/** What the page keeps when its window is loaded again. */
export interface SavedState {
  /** The workspace folder whose corpus it shows; its host wants to know. */
  readonly folder: string | undefined;
  readonly selected: string | undefined;
  readonly hidden: readonly string[];
  readonly pinned: readonly string[];
  /** By type: how many more than usual are drawn. */
  readonly more: Readonly<Record<string, number>>;
  readonly follow: boolean;
}

/** They say something of what is reported, and are not the story itself. */
const hiddenAtFirst = ['person', 'publication', 'event'];

/** Whatever was stored, by whichever version. */
export function readState(stored: unknown): SavedState {
  const { folder, selected, hidden, pinned, more, follow } = Object(stored) as Record<
    string,
    unknown
  >;
  return {
    folder: typeof folder === 'string' ? folder : undefined,
    selected: typeof selected === 'string' ? selected : undefined,
    hidden: Array.isArray(hidden) ? hidden.filter(isText) : hiddenAtFirst,
    pinned: Array.isArray(pinned) ? pinned.filter(isText) : [],
    more: Object.fromEntries(
      Object.entries(Object(more) as Record<string, unknown>).filter(isCount),
    ),
    follow: follow === true,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === 'number' && entry[1] > 0;
}
