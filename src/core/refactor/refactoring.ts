import type { Cancellation } from '../cancellation';
import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import type { ParsedFile } from '../corpus/parsedFile';
import type { Diagnostic } from '../diagnostic';
import { EditRefusedError, type FileChange } from '../textEdit';

/** A decision about the registry and all that follows from it, computed and not yet made. */
export interface Refactoring {
  /** What it does, as a command. Text from files stands in it verbatim. */
  readonly label: string;
  /** Empty where it was cancelled. */
  readonly changes: readonly FileChange[];
  /** What whoever decides should know beforehand, each a sentence. */
  readonly notes: readonly string[];
}

/** How a long computation is followed and given up. */
export interface Following {
  readonly cancellation?: Cancellation | undefined;
  /** Files done, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const parallelFiles = 16;

/**
 * The YAML files in which an id may stand, read.
 * @throws {EditRefusedError} where one of them has errors: nobody could tell what it says.
 */
export async function filesNaming(
  corpus: Corpus,
  ids: readonly string[],
  { cancellation }: Following = {},
): Promise<ParsedFile[]> {
  const paths = await corpus.files();
  const files = await mapLimited(paths, parallelFiles, (path) => corpus.file(path), cancellation);
  return files.filter((file) => {
    if (!file) return false;
    const { text } = file.text;
    const isNamed = ids.some((id) => text.includes(id));
    refuseBroken(file, isNamed);
    // Escapes say letters otherwise: "\x63nsa".
    return isNamed || text.includes('\\');
  }) as ParsedFile[];
}

/** What cannot be read at all may hold anything. */
export function refuseBroken({ path, text, diagnostics }: ParsedFile, isNamed: boolean): void {
  const trouble = diagnostics.find(({ code }) => code === 'file-unreadable' || isOfYaml(code));
  if (!trouble || (!isNamed && trouble.code !== 'file-unreadable')) return;
  const line = text.positionAt(trouble.span.start).line + 1;
  throw new EditRefusedError(
    `${path} has an error on line ${line}; nothing is changed anywhere until that is mended: ${trouble.message}`,
  );
}

function isOfYaml(code: Diagnostic['code']): boolean {
  return code.startsWith('yaml-') || code === 'duplicate-key';
}

/** How the text of a file is to become another; several ways are taken one after the other. */
export type ChangeText = (text: string) => string | Promise<string>;

/** The changes of some files, in order of their paths. */
export class Draft {
  readonly #corpus: Corpus;
  readonly #edits = new Map<string, ChangeText[]>();
  /** What the files must read as; other files may be new. */
  readonly #read = new Map<string, string>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** The places that an edit goes by are those of this file. */
  change({ path, text }: ParsedFile, edit: ChangeText): void {
    this.#read.set(path, text.text);
    this.put(path, edit);
  }

  /** For a file that may not be there yet. */
  put(path: string, edit: ChangeText): void {
    const edits = this.#edits.get(path);
    if (edits) edits.push(edit);
    else this.#edits.set(path, [edit]);
  }

  /**
   * Files whose text stays as it is are left out.
   * @throws {EditRefusedError} naming the file that has changed meanwhile or cannot be edited.
   */
  async changes({ cancellation, onProgress }: Following = {}): Promise<FileChange[]> {
    const paths = [...this.#edits.keys()].sort();
    let done = 0;
    const changes = await mapLimited(
      paths,
      parallelFiles,
      async (path) => {
        const change = await this.#changeOf(path);
        onProgress?.(++done, paths.length);
        return change;
      },
      cancellation,
    );
    if (cancellation?.isCancellationRequested === true) return [];
    return changes.filter(({ before, after }) => before !== after);
  }

  async #changeOf(path: string): Promise<FileChange> {
    const before = await this.#corpus.read(path);
    const expected = this.#read.get(path);
    if (expected !== undefined && before !== expected) {
      throw new EditRefusedError(`${path} has changed meanwhile.`);
    }
    try {
      let after = before ?? '';
      for (const edit of this.#edits.get(path) ?? []) after = await edit(after);
      return { path, before, after };
    } catch (error) {
      if (!(error instanceof EditRefusedError)) throw error;
      throw new EditRefusedError(`${path} cannot be changed: ${error.message}`);
    }
  }
}

/** “1 mention”, “2 mentions”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
