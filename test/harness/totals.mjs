/**
 * How many tests passed and failed. A suite that runs in another process tells it in one line of
 * its output, behind a mark.
 * @typedef {{ passed: number, failed: number }} Totals
 */

const mark = '##totals ';

/** @param {string} line @returns {Totals | undefined} */
export function readTotals(line) {
  if (!line.startsWith(mark)) return undefined;
  const { passed, failed } = JSON.parse(line.slice(mark.length));
  return { passed, failed };
}

/** @param {Totals} totals */
export const writeTotals = (totals) => mark + JSON.stringify(totals);

/** @param {Totals[]} all @returns {Totals} */
export const sum = (all) => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});
