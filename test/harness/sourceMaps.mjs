import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** A place in a compiled suite, wherever the extension host has it from. */
const place = /[^\s(]*[\\/](out[\\/]test[\\/]vscode[\\/][\w.]+\.js)[^\s:]*:(\d+):(\d+)/g;

/** @type {Map<string, SourceMap | undefined>} */
const maps = new Map();

function mapOf(bundle) {
  const file = `${inRoot(bundle)}.map`;
  if (!existsSync(file)) return undefined;
  if (!maps.has(bundle)) maps.set(bundle, new SourceMap(JSON.parse(readFileSync(file, 'utf8'))));
  return maps.get(bundle);
}

/**
 * A line of a stack, with the places in compiled suites replaced by those in their sources.
 * @param {string} line
 */
export function withSources(line) {
  return line.replace(place, (compiled, bundle, row, column) => {
    const origin = mapOf(bundle)?.findOrigin(Number(row), Number(column));
    if (!origin?.fileName) return compiled;
    const source = path.join(path.dirname(bundle), origin.fileName);
    return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
