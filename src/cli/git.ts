import { spawn } from 'node:child_process';
import { dirname, resolve as absolute } from 'node:path';

/** Versions of a file that are looked at; who has changed it more often since is asked to look. */
const mostVersions = 50;
const mostBytes = 64 * 1024 * 1024;

/**
 * Plumbing only, which runs no hook, filter, pager or other program of a repository's settings, and
 * fetches nothing.
 */
const safely = ['--no-pager', '--no-replace-objects', '-c', 'core.fsmonitor=false'];
const environment = {
  ...process.env,
  // Not every git knows the first: what it would fetch with is forbidden, too.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
};

/**
 * The versions of a file that git has, from the newest, as far as they are text. None where there
 * is no git or no repository.
 * @param path from the folder, with forward slashes
 */
export async function* versionsOf(folder: string, path: string): AsyncGenerator<string> {
  const limit = `--max-count=${mostVersions}`;
  const list = await git(folder, ['rev-list', limit, 'HEAD', '--', `:(literal)${path}`]);
  const seen = new Set<string>();
  for (const commit of list?.toString('ascii').split('\n').filter(Boolean) ?? []) {
    const blob = (await git(folder, ['rev-parse', '--verify', '-q', `${commit}:./${path}`]))
      ?.toString('ascii')
      .trim();
    if (blob === undefined || !/^[0-9a-f]{40,64}$/.test(blob) || seen.has(blob)) continue;
    seen.add(blob);
    const bytes = await git(folder, ['cat-file', 'blob', blob]);
    if (!bytes) continue;
    try {
      yield new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // This version was no text.
    }
  }
}

/** What git prints; undefined where it fails or is not there. */
function git(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', absolute(folder), ...safely, ...args], {
      // Windows looks for programs in the folder of a process first, and this one anybody may fill.
      cwd: dirname(process.execPath),
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) child.kill();
    });
    child.on('error', () => {
      resolve(undefined);
    });
    child.on('close', (status) => {
      resolve(status === 0 ? Buffer.concat(chunks) : undefined);
    });
  });
}
