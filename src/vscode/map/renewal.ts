/**
 * Work that is due again whenever what it was made from has changed: never twice at a time, and
 * still due after it has failed.
 */
export class Renewal {
  readonly #mayRun: () => boolean;
  readonly #work: () => Promise<void>;
  #isDue = true;
  #isRunning = false;

  constructor(mayRun: () => boolean, work: () => Promise<void>) {
    this.#mayRun = mayRun;
    this.#work = work;
  }

  due(): void {
    this.#isDue = true;
  }

  /** Does what is due, and what becomes due meanwhile. @throws whatever the work throws */
  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.#isDue && this.#mayRun()) {
        this.#isDue = false;
        await this.#work();
      }
    } catch (error) {
      this.#isDue = true;
      throw error;
    } finally {
      this.#isRunning = false;
    }
  }
}
