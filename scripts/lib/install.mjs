import { existsSync, statSync } from 'node:fs';
import { npm } from './npm.mjs';
import { inRoot, root } from './paths.mjs';
import { step } from './progress.mjs';

/** npm writes this file at the end of an installation, so an interrupted one lacks it. */
const stamp = inRoot('node_modules', '.package-lock.json');

function isInstalled() {
  return (
    existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs
  );
}

/** Installs the dependencies when they are missing or older than package-lock.json. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await step('Installing dependencies (npm ci)', () => npm(['ci'], root));
}
