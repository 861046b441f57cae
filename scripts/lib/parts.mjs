import path from 'node:path';
import { build } from 'esbuild';
import { Failure } from './failure.mjs';

/**
 * The extension in parts: the core, and the shells. What only an `import()` asks for is late: it
 * lies in files of its own in `dist/late`, the same for both hosts. esbuild divides each of the two
 * into modules that share pieces; here those that start become one file again, and each late one a
 * CommonJS file, as both hosts load them. Nothing is doubled: late files find what has started by a
 * key in what `core.js` and `extension.js` export, or in a web host in what stands for these.
 *
 * @typedef {object} Piece
 * @property {string} path where esbuild would write it
 * @property {string} code a module, with its source map within
 * @property {Record<string, { bytesInOutput: number }>} inputs our modules in it, and others
 * @property {string} main its entry, or else the largest of our modules in it
 * @property {boolean} isEntry
 * @property {string[]} needs paths of the pieces that it imports statically
 * @property {string[]} asks of those that it imports dynamically
 * @property {string} [file] of a late piece: its name in `dist/late`
 * @property {string} [key] of one that starts and that late ones need
 */

/** How late files name the core, and modules the function that loads late files. */
export const coreFile = '../core.js';
export const lateFunction = 'late-function';

/**
 * @param {import('esbuild').BuildOptions} options of the extension's bundles
 * @param {string} name of what is divided
 * @param {string} file how late files name what of it has started
 * @param {string} contents a module that exports what is to start
 * @returns {Promise<Division>}
 */
export async function divide(options, { name, file, contents }) {
  const { outputFiles, metafile } = await build({
    ...options,
    stdin: { resolveDir: '.', sourcefile: `${name}.ts`, contents },
    ...{ format: 'esm', splitting: true, outdir: `dist/${name}`, chunkNames: '[name]-[hash]' },
    // White space stays, so that a change within a line leaves the source map true for the others.
    ...{ minify: false, minifyIdentifiers: true, minifySyntax: true, sourcemap: 'inline' },
    ...{ write: false, metafile: true },
  });
  const codes = new Map(outputFiles.map((output) => [output.path, output.text]));
  const outputs = Object.entries(metafile.outputs);
  const pieces = outputs.map(([path_, output]) => pieceOf(path.resolve(path_), output, codes));
  return new Division(pieces, `${name}.ts`, file);
}

/** @returns {Piece} */
function pieceOf(file, { imports, inputs, entryPoint }, codes) {
  const own = imports.filter(({ external }) => !external);
  const pathsOf = (kind) =>
    own.filter((one) => one.kind === kind).map((one) => path.resolve(one.path));
  return {
    path: file,
    code: codes.get(file),
    inputs,
    main: entryPoint ?? largestOfOurs(inputs),
    isEntry: entryPoint !== undefined,
    needs: pathsOf('import-statement'),
    asks: pathsOf('dynamic-import'),
  };
}

function largestOfOurs(inputs) {
  const ours = Object.entries(inputs).filter(([name]) => name.startsWith('src/'));
  const [largest] = ours.sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
  return largest?.[0] ?? '';
}

class Division {
  #main;
  #late;

  /**
   * @param {Piece[]} pieces
   * @param {string} main of the piece that starts
   * @param {string} file how late files name what has started
   */
  constructor(pieces, main, file) {
    this.pieces = new Map(pieces.map((piece) => [piece.path, piece]));
    this.file = file;
    this.#main = pieces.find((piece) => piece.main === main);
    const starting = this.#withNeeds(this.#main);
    this.#late = this.#askedBy(starting);
    this.#late.forEach((piece) => (piece.file = fileOf(piece)));
    const neededLate = new Set(this.#late.flatMap(({ needs }) => needs));
    const shared = starting.filter((piece) => neededLate.has(piece.path));
    shared.forEach((piece, at) => (piece.key = `${path.posix.parse(main).name}${at}`));
  }

  /** What all that starts can be had from. */
  get path() {
    return this.#main.path;
  }

  /** What late pieces need of what has started, by the keys under which they look for it. */
  get shared() {
    return [...this.pieces.values()].filter(({ key }) => key).map(({ key, path }) => [key, path]);
  }

  /** The late pieces, by the names of their files. */
  get late() {
    return this.#late.map(({ file, path }) => [file.replace('.js', ''), path]);
  }

  /** A piece after all that it needs, in the order of their evaluation. */
  #withNeeds(piece, found = new Set()) {
    for (const path of piece.needs) {
      const needed = this.pieces.get(path);
      if (!found.has(needed)) this.#withNeeds(needed, found);
    }
    return [...found.add(piece)];
  }

  /** What is not among some pieces, and what they may ask for. */
  #askedBy(pieces) {
    const known = new Set(pieces);
    for (const { asks } of known) {
      for (const path of asks) {
        for (const piece of this.#withNeeds(this.pieces.get(path))) known.add(piece);
      }
    }
    return [...known].filter((piece) => !pieces.includes(piece));
  }

  /** `import()` becomes a call that names all the files which are to be there, in their order. */
  withLate({ code, path: file, main, asks }) {
    let count = 0;
    const changed = code.replace(/\bimport\("(\.[^"]+)"\)/g, (_, name) => {
      count += 1;
      const asked = this.pieces.get(path.resolve(path.dirname(file), name));
      const files = this.#withNeeds(asked).flatMap((piece) => piece.file ?? []);
      return `late(${files.map((one) => JSON.stringify(`./${one}`)).join(', ')})`;
    });
    if (count !== asks.length) throw new Failure(`Not every import() of ${main} is understood.`);
    return count === 0 ? code : `${changed}\nimport { late } from '${lateFunction}';`;
  }
}

/** An entry is called by its module; what several share, by folder and module. */
function fileOf({ main, isEntry }) {
  const { dir, name } = path.posix.parse(main);
  return isEntry ? `${name}.js` : `${path.posix.basename(dir)}-${name}.js`;
}

/**
 * The late pieces of all as entries of a bundle.
 * @param {Division[]} divisions
 */
export function lateEntries(divisions) {
  const all = divisions.flatMap(({ late }) => late);
  const entries = new Map(all);
  if (entries.size === all.length) return Object.fromEntries(entries);
  throw new Failure('Two late parts of the extension are called the same.');
}

/** For the bundle of late pieces: they require each other, and what has started. */
export function lateParts(divisions) {
  return inParts(divisions, (name, piece, { file } = {}) => {
    if (piece?.file) return { path: `./${piece.file}`, external: true };
    if (piece) return { path: `${file} ${piece.key}`, namespace: 'started' };
    if (name === lateFunction) return { path: `${coreFile} late`, namespace: 'started' };
    return name === coreFile || name === file ? { path: name, external: true } : undefined;
  });
}

/**
 * For a bundle that has pieces within.
 * @param {Division[]} divisions
 * @param {(name: string, piece?: Piece, of?: Division) => object | undefined} resolve an import
 */
export function inParts(divisions, resolve) {
  const find = (name, folder) => {
    const at = path.resolve(folder, name);
    const of = divisions.find(({ pieces }) => pieces.has(at));
    return { piece: of?.pieces.get(at), of };
  };
  return {
    name: 'in-parts',
    setup: ({ onResolve, onLoad, onEnd }) => {
      onResolve({ filter: /./, namespace: 'started' }, ({ path: name }) => ({
        path: name,
        external: true,
      }));
      onResolve({ filter: /./ }, ({ path: name, resolveDir, kind }) => {
        const { piece, of } = find(name, resolveDir);
        const found = kind === 'entry-point' ? undefined : resolve(name, piece, of);
        return found ?? (piece && { path: piece.path });
      });
      onLoad({ filter: /./, namespace: 'file' }, ({ path: file }) => {
        const { piece, of } = find(file, '.');
        return piece && { contents: of.withLate(piece), loader: 'js' };
      });
      onLoad({ filter: /./, namespace: 'started' }, ({ path: place }) => {
        const [file, key] = place.split(' ');
        const value = `require(${JSON.stringify(file)}).${key}`;
        return {
          contents: key === 'late' ? `exports.late = ${value};` : `module.exports = ${value};`,
        };
      });
      onEnd(({ metafile }) => {
        for (const output of Object.values(metafile?.outputs ?? {})) {
          output.inputs = modulesOf(output.inputs, (name) => find(name, '.').piece);
        }
      });
    },
  };
}

/** What a bundle has of each module, where it is known of pieces: by their shares in these. */
function modulesOf(inputs, pieceAt) {
  const found = Object.entries(inputs).flatMap(([name, input]) => {
    const modules = Object.entries(pieceAt(name)?.inputs ?? { [name]: input });
    const all = modules.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    const share = all > 0 ? input.bytesInOutput / all : 0;
    return modules.map(([module, { bytesInOutput }]) => [
      module,
      { bytesInOutput: Math.round(bytesInOutput * share) },
    ]);
  });
  return Object.fromEntries(found);
}
