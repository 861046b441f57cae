import { format } from 'node:util';
import { openEmbedded } from './embedded.mjs';
import { HostRun } from './hostRun.mjs';

/**
 * @typedef {object} HostOptions
 * @property {string} name of the log file, in out/logs
 * @property {string} workspace
 * @property {string} extension
 * @property {string} tests a compiled module whose `run` the extension host calls
 * @property {number} [silenceLimit] in milliseconds: after so long without output a suite hangs
 * @property {Record<string, unknown>} [settings]
 */

/**
 * Runs a compiled suite in an extension host of the embedded VS Code: the Node one if the
 * extension has a `main`, else the web worker.
 * @param {HostOptions} options
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function runInEmbedded({ name, silenceLimit = 60_000, ...options }) {
  const run = new HostRun(name, silenceLimit);
  const embedded = await openEmbedded({ ...options, beforeOpen: (page) => listen(page, run) });
  try {
    return await run.result;
  } finally {
    await embedded.close();
  }
}

/** VS Code's own names: it calls these functions of a page when they are there. */
async function listen(page, run) {
  await page.exposeFunction('codeAutomationLog', (type, args) =>
    run.hear(text(args), type === 'error'),
  );
  await page.exposeFunction('codeAutomationExit', (code) => run.end(code));
  page.on('crash', () => run.fail('The page of the embedded VS Code crashed.'));
}

/** Console arguments come as an array; the first may have places for the others, as usual. */
function text(args) {
  return format(...[args].flat());
}
