import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';

/**
 * Activates the built extension with an editor that agrees to everything and never calls back, and
 * prints the files of `dist` that have been loaded by then, as JSON.
 */
const editor = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : editor),
  set: () => true,
  apply: () => editor,
  construct: () => editor,
});

const load = Module._load;
Module._load = (name, ...more) => (name === 'vscode' ? editor : load(name, ...more));

const require = createRequire(import.meta.url);
const { activate } = require(inRoot('dist', 'extension.js'));
await activate({ extensionUri: editor, globalStorageUri: editor, subscriptions: [] });
const loaded = Object.keys(require.cache).map((file) => path.relative(inRoot('dist'), file));
console.log(JSON.stringify(loaded.map((file) => file.replaceAll('\\', '/'))));
// What is due a moment later would ask that editor.
process.exit();
