import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { inRoot } from './paths.mjs';

/**
 * Writes this repository's own corpus into one file of texts by path. One file, since some places
 * that extensions are served from can be read, but not listed.
 */
export async function writeSample() {
  const names = (await Promise.all(['seeds', 'annotations'].map(filesBelow))).flat().sort();
  const texts = names.map(async (name) => [name, await readFile(inRoot(name), 'utf8')]);
  await mkdir(inRoot('dist'), { recursive: true });
  const sample = Object.fromEntries(await Promise.all(texts));
  await writeFile(inRoot('dist', 'sample.json'), JSON.stringify(sample));
}

/** Paths from the root, with forward slashes. */
async function filesBelow(folder) {
  const names = await readdir(inRoot(folder), { recursive: true });
  const paths = names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  const kinds = await Promise.all(paths.map((name) => stat(inRoot(name))));
  return paths.filter((_, at) => kinds[at].isFile());
}
