import { UnloadedError } from '../../core';

type Require = (name: string) => unknown;
type Part = (module: { exports: unknown }, exports: unknown, require: Require) => void;

/** What late files use of that which has started, by the names under which they require it. */
export type Started = Readonly<Record<string, object>>;

/**
 * The late parts of the extension in a host that loads a single file for us: their files are read
 * and evaluated as that one was. Each is evaluated once, so that all share the same modules.
 */
export class Parts {
  readonly #read: (file: string) => Promise<string>;
  readonly #modules: Map<string, unknown>;

  /** @param read the text of a late file, by its name relative to the others (`./x.js`). */
  constructor(started: Started, read: (file: string) => Promise<string>) {
    this.#read = read;
    this.#modules = new Map(Object.entries(started));
  }

  /**
   * @param files what a part consists of, each after those that it requires.
   * @returns the exports of the last.
   * @throws {UnloadedError} where one of them cannot be read; the next call tries again.
   */
  async load(...files: string[]): Promise<unknown> {
    try {
      const missing = files.filter((file) => !this.#modules.has(file));
      const texts = await Promise.all(missing.map((file) => this.#read(file)));
      missing.forEach((file, at) => {
        this.#evaluate(file, texts[at] ?? '');
      });
    } catch (error) {
      throw new UnloadedError(error);
    }
    return this.#modules.get(files.at(-1) ?? '');
  }

  #evaluate(file: string, text: string): void {
    // Another call may have evaluated it while this one was reading.
    if (this.#modules.has(file)) return;
    const module: { exports: unknown } = { exports: {} };
    // As the editor evaluates the extension itself.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const part = new Function('module', 'exports', 'require', text) as Part;
    part(module, module.exports, (name) => this.#required(name));
    this.#modules.set(file, module.exports);
  }

  #required(name: string): unknown {
    if (this.#modules.has(name)) return this.#modules.get(name);
    throw new Error(`${name} is not there`);
  }
}
