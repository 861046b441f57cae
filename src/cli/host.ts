import { readFile, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Host, UnreadableError, annotationsFolder, hashOf, roleOf } from '../core';
import { versionsOf } from './git';

/** Folders in which no source is looked for. */
const skipped = new Set(['node_modules', 'dist', 'out']);

/** A corpus in a folder of the disk. Nothing outside of it is read, through links neither. */
export class FolderHost implements Host {
  readonly #root: string;
  #realRoot: Promise<string> | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  async listSources(): Promise<readonly string[]> {
    const paths = await this.#walk('');
    return paths.filter((path) => /(^|\/)seeds\/[^/]+\.txt$/.test(path));
  }

  async listAnnotations(): Promise<readonly string[]> {
    const paths = await this.#walk(annotationsFolder);
    return paths.filter((path) => roleOf(path) !== 'source');
  }

  async read(path: string): Promise<string | undefined> {
    let bytes: Buffer;
    try {
      const real = await realpath(join(this.#root, path));
      if (!real.startsWith((await this.#real()) + sep)) return undefined;
      bytes = await readFile(real);
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw new UnreadableError(`${path} cannot be read: ${(error as Error).message}`);
    }
    try {
      // A byte order mark counts as a character of the file as it is.
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new UnreadableError(`${path} is no UTF-8 text.`);
    }
  }

  async oldText(path: string, sha256: string): Promise<string | undefined> {
    for await (const text of versionsOf(this.#root, path)) {
      if (hashOf(text) === sha256) return text;
    }
    return undefined;
  }

  #real(): Promise<string> {
    this.#realRoot ??= realpath(this.#root);
    return this.#realRoot;
  }

  async #walk(folder: string): Promise<string[]> {
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(
      (error: unknown) => {
        if (isAbsence(error)) return [];
        throw error;
      },
    );
    const found: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) found.push(...(await this.#walk(path)));
      else found.push(path);
    }
    return found;
  }
}

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
