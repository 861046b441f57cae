import { stripVTControlCharacters } from 'node:util';

/**
 * A person's path, told as steps that are counted as tests. After a step that failed the others
 * of the same scenario cannot be tried, and count as failed.
 */
export class Scenario {
  passed = 0;
  failed = 0;
  #onFailure;

  /** @param {(title: string) => Promise<void>} [onFailure] e.g. takes a picture */
  constructor(onFailure = async () => {}) {
    this.#onFailure = onFailure;
  }

  /**
   * @param {string} title what a person does, and sees
   * @param {() => Promise<void>} act
   */
  async step(title, act) {
    if (this.failed > 0) return this.#fail(title, 'not tried, as an earlier step failed');
    try {
      await act();
      this.passed++;
      console.log(`  ✔ ${title}`);
    } catch (error) {
      this.#fail(title, stripVTControlCharacters(error.stack));
      await this.#onFailure(title).catch(() => {});
    }
  }

  #fail(title, reason) {
    this.failed++;
    console.log(`  ✘ ${title}\n    ${reason}`);
  }
}
