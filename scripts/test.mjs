import { Failure, runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/paths.mjs';

const layerNames = ['lint', 'types', 'core', 'vscode', 'web', 'window'];

/** @param {string[]} wanted */
function layersToRun(wanted) {
  const unknown = wanted.filter((name) => !layerNames.includes(name));
  if (unknown.length === 0) return layerNames.filter((name) => !wanted[0] || wanted.includes(name));
  throw new Failure(`No such layer: ${unknown.join(', ')}. There are ${layerNames.join(', ')}.`, 2);
}

const updateFlag = '--update-pictures';

// npm test [-- LAYER…]: every layer of the tests, or some. A layer that fails stops no other.
// With --update-pictures the window's pictures become those of the documentation.
await runMain(async () => {
  const args = process.argv.slice(2);
  const names = layersToRun(args.filter((arg) => arg !== updateFlag));
  process.chdir(root);
  await ensureInstalled();
  // Only now: the layers need what has just been installed.
  const { runLayers } = await import('../test/harness/layers.mjs');
  const { failed } = await runLayers(names, { updatePictures: args.includes(updateFlag) });
  process.exitCode = failed > 0 ? 1 : 0;
  // A browser or server that fails to end must not keep a finished run from ending.
  process.exit();
});
