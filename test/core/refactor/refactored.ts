import { type Corpus, type Refactoring, checkCorpus } from '../../../src/core';
import { World } from '../world';

type Files = Readonly<Record<string, string>>;

/** The files after a refactoring. */
export function applied(files: Files, { changes }: Refactoring): Record<string, string> {
  return { ...files, ...Object.fromEntries(changes.map(({ path, after }) => [path, after])) };
}

/** What a refactoring makes of some files, line by line, and the trouble that it brings. */
export async function refactored(files: Files, run: (corpus: Corpus) => Promise<Refactoring>) {
  const made = await run(World.corpus(files));
  const after = applied(files, made);
  return {
    label: made.label,
    notes: made.notes,
    after,
    diff: made.changes.flatMap(({ path, before = '', after: now }) =>
      difference(path, before, now),
    ),
    trouble: await newTrouble(files, after),
  };
}

/** What the checker says afterwards that it did not say before. */
export async function newTrouble(before: Files, after: Files): Promise<string[]> {
  const old = await troubleIn(before);
  return (await troubleIn(after)).filter((one) => !old.includes(one));
}

async function troubleIn(files: Files): Promise<string[]> {
  const found = await checkCorpus(World.corpus(files));
  return found.map(({ code, message }) => `${code}: ${message}`);
}

/** The lines that went and came, of a file. */
function difference(path: string, before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  const come = now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`);
  return [`${path}:`, ...gone, ...come];
}
