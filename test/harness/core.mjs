import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onStop } from '../../scripts/lib/process.mjs';
import { readTotals } from './totals.mjs';

const arguments_ = [
  '--enable-source-maps',
  'node_modules/mocha/bin/mocha.js',
  ...['--reporter', 'test/harness/reporter.mjs'],
  ...['--forbid-only', '--forbid-pending', '--timeout', '20000'],
  'out/test/{core,cli}/**/*.test.js',
];

/**
 * The tests of the core and of the command line program, in a process of their own.
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function runCoreTests() {
  const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
  const forget = onStop(() => void child.kill());
  let totals;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const found = readTotals(line);
    if (found) totals = found;
    else console.log(line);
  });
  const [code] = await once(child, 'close');
  forget();
  if (totals && (code === 0) === (totals.failed === 0)) return totals;
  console.error(`mocha ended with exit code ${code}.`);
  return { passed: totals?.passed ?? 0, failed: (totals?.failed ?? 0) + 1 };
}
