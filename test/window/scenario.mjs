import { stripVTControlCharacters } from 'node:util';
import { Failure } from '../../scripts/lib/failure.mjs';

const reasonOf = (error) =>
  error instanceof Failure ? error.message : stripVTControlCharacters(error.stack);

/**
 * A person's path, told as steps that are counted as tests. After a step that failed the others
 * of the same scenario cannot be tried, and count as failed.
 */
export class Scenario {
  passed = 0;
  failed = 0;
  #onFailure;

  /** @param {(title: string) => unknown} [onFailure] e.g. takes a picture */
  constructor(onFailure = () => {}) {
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
      this.#fail(title, reasonOf(error));
      await this.#afterFailure(title);
    }
  }

  /** A picture that cannot be taken must not hide the failure itself. */
  async #afterFailure(title) {
    try {
      await this.#onFailure(title);
    } catch (error) {
      console.log(`    (no picture of it: ${reasonOf(error)})`);
    }
  }

  #fail(title, reason) {
    this.failed++;
    console.log(`  ✘ ${title}\n    ${reason}`);
  }
}
