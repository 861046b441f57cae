/**
 * How the core sees the world. Each shell implements it; the core knows neither disk nor editor.
 *
 * Paths are relative to the corpus root, with forward slashes and without a leading one.
 */
export interface Host {
  /** All sources of the corpus, in any order. */
  listSources(): Promise<readonly string[]>;
  /** All `*.yaml` files below `annotations/`, in any order. */
  listAnnotations(): Promise<readonly string[]>;
  /**
   * The file's text as a reader sees it now (an open buffer counts before the disk), line ends and
   * a byte order mark kept; undefined where there is no such file.
   * @throws {UnreadableError} where the bytes are no text in the expected encoding.
   */
  read(path: string): Promise<string | undefined>;
  /**
   * An older version of a file, told by its hash as annotation files state it, from a version control
   * that may have it; undefined where none has. Only asked for where it would help. What it answers
   * is checked.
   */
  oldText?(path: string, sha256: string): Promise<string | undefined>;
}

/** The file is there and cannot be read as text. */
export class UnreadableError extends Error {}

/** A part of Glossator that is loaded when it is first needed is not to be had; the next use tries again. */
export class UnloadedError extends UnreadableError {
  constructor(reason: unknown) {
    super(
      `A part of Glossator cannot be loaded: ${reasonOf(reason)}. Try again, or reload the window.`,
      { cause: reason },
    );
  }
}

function reasonOf(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return line.replace(/\.$/, '');
}
