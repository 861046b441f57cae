import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { withSources } from './sourceMaps.mjs';
import { readTotals } from './totals.mjs';

/** What the embedded VS Code always complains of: optional native modules, no extension gallery. */
const usualErrors = /bindings file|native-watchdog|ENOTFOUND|Service Worker|^Canceled/;

const printMark = '##print ';

/** The lines of a stack that are mocha's own help nobody. */
const isMocha = /^\s*at .*node_modules[\\/]mocha[\\/]mocha\.js:/;

/**
 * Collects what a suite in an extension host says, until it ends or is silent for too long: a
 * suite that hangs fails with its last words instead of hanging the run. What VS Code itself has
 * to say is kept in a log file.
 */
export class HostRun {
  #limit;
  #log;
  #logFile;
  #timer;
  #totals;
  #last = '';
  #lastError = '';
  #settle;

  /**
   * @param {string} name of the log file
   * @param {number} silenceLimit in milliseconds
   */
  constructor(name, silenceLimit) {
    this.#limit = silenceLimit;
    this.#logFile = inRoot('out', 'logs', `${name}.log`);
    mkdirSync(path.dirname(this.#logFile), { recursive: true });
    this.#log = createWriteStream(this.#logFile);
    /** @type {Promise<import('./totals.mjs').Totals>} */
    this.result = new Promise((resolve) => (this.#settle = resolve));
    this.#restartTimer();
  }

  /**
   * @param {string} text one or more lines of the console
   * @param {boolean} [isError]
   */
  hear(text, isError = false) {
    if (this.#log.writableEnded) return;
    this.#log.write(`${text}\n`);
    if (isError && !usualErrors.test(text)) this.#lastError = withSources(text);
    for (const line of text.split('\n')) this.#hearLine(line);
  }

  /** The suite has ended with an exit code: 0 for success. @param {number} code */
  end(code) {
    if (!this.#totals) {
      return this.fail(`The suite ended without a result (exit code ${code}). ${this.#lastError}`);
    }
    const unexplained = code !== 0 && this.#totals.failed === 0;
    if (unexplained) return this.fail(`The extension host ended with exit code ${code}.`);
    this.#finish(this.#totals);
  }

  /** The suite cannot go on. @param {string} message */
  fail(message) {
    console.error(message);
    const { passed, failed } = this.#totals ?? { passed: 0, failed: 0 };
    this.#finish({ passed, failed: failed + 1 });
  }

  #hearLine(line) {
    const totals = readTotals(line);
    if (totals) this.#totals = totals;
    if (!line.startsWith(printMark)) return;
    const said = withSources(line.slice(printMark.length));
    if (!isMocha.test(said)) console.log(said);
    if (said.trim()) this.#last = said.trim();
    this.#restartTimer();
  }

  #restartTimer() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUp(), this.#limit);
  }

  #giveUp() {
    const last = this.#last ? `its last line was: ${this.#last}` : 'it has said nothing at all';
    this.fail(`The suite hangs: no output for ${this.#limit / 1000} s; ${last}`);
  }

  #finish(totals) {
    clearTimeout(this.#timer);
    this.#log.end();
    if (totals.failed > 0) console.error(`VS Code's own console: ${this.#logFile}`);
    this.#settle(totals);
  }
}
