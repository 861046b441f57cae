import Mocha from 'mocha';
import { writeTotals } from './totals.mjs';

/** Mocha's own report, and its totals for the program that runs it. */
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      console.log(writeTotals({ passed: passes, failed: failures }));
    });
  }
}
