import { UnloadedError } from '../../core';

/** What the build makes of `import()`; what a file requires, Node loads with it. */
export async function late(...files: string[]): Promise<unknown> {
  const file = `./late/${files.at(-1) ?? ''}`;
  // Not at once: who imports late does not wait for the loading.
  await Promise.resolve();
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- what this is about
    return require(file) as unknown;
  } catch (error) {
    throw new UnloadedError(error);
  }
}
