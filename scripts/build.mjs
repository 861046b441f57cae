import { buildShipped } from './lib/build.mjs';
import { runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { step } from './lib/progress.mjs';

// npm run build: the extension for both hosts, and the command line program, in dist/.
await runMain(async () => {
  await ensureInstalled();
  await step('Building', buildShipped);
});
