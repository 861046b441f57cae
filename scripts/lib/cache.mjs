import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';

/**
 * A folder of the cache, made on first use. It appears whole or not at all: it is filled under
 * another name and renamed. A second process that wants the same one waits for the first.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill fills an empty folder
 * @returns {Promise<string>}
 */
export async function cached(name, fill) {
  const target = path.join(cacheFolder(), name);
  if (existsSync(target)) return target;
  await mkdir(cacheFolder(), { recursive: true });
  const unlock = await lock(name);
  try {
    if (!existsSync(target)) await fillAndRename(name, target, fill);
  } finally {
    await unlock();
  }
  return target;
}

async function fillAndRename(name, target, fill) {
  await removeLeftOvers(`${name}.part-`);
  const part = path.join(cacheFolder(), `${name}.part-${process.pid}`);
  await mkdir(part);
  await fill(part);
  await rename(part, target);
}

/** What an interrupted fetch left behind. Its owner is gone, as we hold the lock. */
async function removeLeftOvers(prefix) {
  const names = await readdir(cacheFolder());
  const left = names.filter((name) => name.startsWith(prefix));
  await Promise.all(
    left.map((name) => rm(path.join(cacheFolder(), name), { recursive: true, force: true })),
  );
}

async function lock(name) {
  const file = path.join(cacheFolder(), `${name}.lock`);
  for (let attempt = 0; !(await tryLock(file)); attempt++) {
    if (attempt === 0) console.log(`Waiting for another run that is fetching ${name} …`);
    await delay(500);
  }
  return () => rm(file, { force: true });
}

async function tryLock(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!(await ownerIsAlive(file))) await rm(file, { force: true });
  return false;
}

async function ownerIsAlive(file) {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (!pid) return isBeingWritten(file);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function isBeingWritten(file) {
  const written = await stat(file).catch(() => undefined);
  return written !== undefined && Date.now() - written.mtimeMs < 5000;
}
