import { existsSync } from 'node:fs';
import { buildShipped } from './lib/build.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/process.mjs';
import { step } from './lib/progress.mjs';

// npm run bench [-- ARGUMENTS…]: the benchmarks, on what ships.
await runMain(async () => {
  await ensureInstalled();
  await step('Building', buildShipped);
  const main = inRoot('bench', 'main.mjs');
  if (!existsSync(main))
    throw new Failure('There are no benchmarks yet: bench/main.mjs is missing.');
  process.exitCode = await run(process.execPath, [main, ...process.argv.slice(2)]);
});
