import path from 'node:path';
import { build } from 'esbuild';
import { Failure } from './failure.mjs';

/**
 * The core in parts. What only an `import()` asks for is late: it lies in files of its own in
 * `dist/late`, the same for both hosts. esbuild divides the core into modules that share pieces;
 * here those that start become one file again, and each late one a CommonJS file, as both hosts
 * load them. Nothing is doubled: late files find what has started by a key in the core's exports.
 *
 * @typedef {object} Piece
 * @property {string} path where esbuild would write it
 * @property {string} code a module, with its source map within
 * @property {string} main its entry, or else the largest of our modules in it
 * @property {boolean} isEntry
 * @property {string[]} needs paths of the pieces that it imports statically
 * @property {string[]} asks of those that it imports dynamically
 * @property {string} [file] of a late piece: its name in `dist/late`
 * @property {string} [key] of one that starts and that late ones need
 */

/** How late files name the core, and modules the function that loads late files. */
const coreFile = '../core.js';
const lateFunction = 'late-function';

/** The module of the shells whose `import()`s are late too, and what the core exports it as. */
const featuresFile = 'src/vscode/late/features.ts';
const featuresName = 'features';
const features = /\/late\/features$/;

/**
 * For a bundle of shells: late features are had from the core.
 * @param {string} core its path, if the bundle is to have it within, or else its file
 * @param {boolean} isWithin
 */
export const featuresOf = (core, isWithin) => ({
  name: 'features-of-core',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: features }, () => ({ path: core, namespace: 'features' }));
    onResolve({ filter: /./, namespace: 'features' }, ({ path: name }) =>
      isWithin ? { path: name } : { path: name, external: true },
    );
    // Got when it is used, so that activation does not load the core.
    onLoad({ filter: /./, namespace: 'features' }, ({ path: name }) => ({
      contents: `
        const get = (_, name) => name === '__esModule' || require(${JSON.stringify(name)}).${featuresName}[name];
        module.exports = Object.create(new Proxy({}, { get }));
      `,
    }));
  },
});

/**
 * @param {import('esbuild').BuildOptions} options of the extension's bundles
 * @param {string[]} names exports of the core
 * @returns {Promise<DividedCore>}
 */
export async function divideCore(options, names) {
  const contents = `
    export { ${names.join(', ')} } from './src/core';
    export * as ${featuresName} from './${featuresFile}';
  `;
  const { outputFiles, metafile } = await build({
    ...options,
    stdin: { resolveDir: '.', sourcefile: 'core.ts', contents },
    ...{ format: 'esm', splitting: true, outdir: 'dist', chunkNames: 'late/[name]-[hash]' },
    // White space stays, so that a change within a line leaves the source map true for the others.
    ...{ minify: false, minifyIdentifiers: true, minifySyntax: true, sourcemap: 'inline' },
    ...{ write: false, metafile: true },
  });
  const codes = new Map(outputFiles.map((output) => [output.path, output.text]));
  const outputs = Object.entries(metafile.outputs);
  return new DividedCore(
    outputs.map(([name, output]) => pieceOf(path.resolve(name), output, codes)),
  );
}

/** @returns {Piece} */
function pieceOf(file, { imports, inputs, entryPoint }, codes) {
  const pathsOf = (kind) =>
    imports
      .filter((one) => one.kind === kind && !one.external)
      .map((one) => path.resolve(one.path));
  return {
    path: file,
    code: codes.get(file),
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

class DividedCore {
  #pieces;
  #core;
  #late;

  /** @param {Piece[]} pieces */
  constructor(pieces) {
    this.#pieces = new Map(pieces.map((piece) => [piece.path, piece]));
    this.#core = pieces.find(({ main }) => main === 'core.ts');
    const starting = this.#withNeeds(this.#core);
    this.#late = this.#askedBy(starting);
    this.#late.forEach((piece) => (piece.file = fileOf(piece)));
    const neededLate = new Set(this.#late.flatMap(({ needs }) => needs));
    const shared = starting.filter((piece) => neededLate.has(piece.path));
    shared.forEach((piece, at) => (piece.key = `piece${at}`));
  }

  /** What all of the core's exports can be had from. */
  get path() {
    return this.#core.path;
  }

  /** What late pieces need of the core, by the keys under which they look for it. */
  get shared() {
    return [...this.#pieces.values()].filter(({ key }) => key).map(({ key, path }) => [key, path]);
  }

  /** The late pieces as entries of a bundle, by the names of their files. */
  get lateEntries() {
    const entries = new Map(this.#late.map(({ file, path }) => [file.replace('.js', ''), path]));
    if (entries.size === this.#late.length) return Object.fromEntries(entries);
    throw new Failure('Two late parts of the core are called the same.');
  }

  /** A piece after all that it needs, in the order of their evaluation. */
  #withNeeds(piece, found = new Set()) {
    for (const path of piece.needs) {
      const needed = this.#pieces.get(path);
      if (!found.has(needed)) this.#withNeeds(needed, found);
    }
    return [...found.add(piece)];
  }

  /** What is not among some pieces, and what they may ask for. */
  #askedBy(pieces) {
    const known = new Set(pieces);
    for (const { asks } of known) {
      for (const path of asks) {
        for (const piece of this.#withNeeds(this.#pieces.get(path))) known.add(piece);
      }
    }
    return [...known].filter((piece) => !pieces.includes(piece));
  }

  /**
   * For a bundle that has the core within.
   * @param {string} late a module whose `late` loads files in this host
   */
  startingWith(late) {
    return this.#plugin((_, name) => {
      if (name === lateFunction) return { path: path.resolve(late) };
      return name.endsWith('/core') ? { path: this.#core.path } : undefined;
    });
  }

  /** For the bundles of late pieces: they require each other, and what has started. */
  get late() {
    return this.#plugin((piece, name) => {
      if (piece?.file) return { path: `./${piece.file}`, external: true };
      if (piece) return { path: piece.key, namespace: 'started' };
      if (name === lateFunction) return { path: 'late', namespace: 'started' };
      return name === coreFile ? { path: coreFile, external: true } : undefined;
    });
  }

  /** @param {(piece: Piece | undefined, name: string) => object | undefined} resolve an import */
  #plugin(resolve) {
    const pieceAt = (name, folder) => this.#pieces.get(path.resolve(folder, name));
    return {
      name: 'core-in-parts',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /./ }, ({ path: name, resolveDir, kind }) => {
          const piece = pieceAt(name, resolveDir);
          const found = kind === 'entry-point' ? undefined : resolve(piece, name);
          return found ?? (piece && { path: piece.path });
        });
        onLoad({ filter: /./, namespace: 'file' }, ({ path: file }) => {
          const piece = pieceAt(file, '.');
          return piece && { contents: this.#withLate(piece), loader: 'js' };
        });
        onLoad({ filter: /./, namespace: 'started' }, ({ path: key }) => ({
          contents:
            key === 'late'
              ? `exports.late = require('${coreFile}').late;`
              : `module.exports = require('${coreFile}').${key};`,
        }));
      },
    };
  }

  /** `import()` becomes a call that names all the files which are to be there, in their order. */
  #withLate({ code, path: file, main, asks }) {
    let count = 0;
    const changed = code.replace(/\bimport\("(\.[^"]+)"\)/g, (_, name) => {
      count += 1;
      const asked = this.#pieces.get(path.resolve(path.dirname(file), name));
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
