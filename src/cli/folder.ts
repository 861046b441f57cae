import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Corpus } from '../core';
import { FolderHost } from './host';

/** The command cannot do its work; the message says why, in plain words. */
export class CannotRunError extends Error {}

/** @throws {CannotRunError} where there is no such folder, or no corpus in it. */
export async function openFolder(folder: string): Promise<Corpus> {
  const root = resolve(folder);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) throw new CannotRunError(`There is no folder ${folder}.`);
  const corpus = new Corpus(new FolderHost(root));
  const [files, sources] = await Promise.all([corpus.files(), corpus.sources()]);
  if (files.length === 0 && sources.length === 0) {
    throw new CannotRunError(
      `${folder} is no corpus: it has neither YAML files in annotations/ nor texts in a folder seeds/.`,
    );
  }
  return corpus;
}
