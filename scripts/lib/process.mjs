import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { clearInterval, setInterval } from 'node:timers';
import { Failure } from './failure.mjs';

/**
 * Runs a program with its output on ours.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export async function run(file, args, options = {}) {
  const child = spawn(file, args, { stdio: 'inherit', ...options });
  const [code] = await endOf(child, 'exit');
  return code ?? 1;
}

/**
 * Runs a program silently; what it said is told only if it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} its standard output
 */
export async function runQuietly(file, args, options = {}) {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const [code] = await endOf(child, 'close');
  if (code !== 0)
    throw new Failure(`${file} ${args.join(' ')} failed:\n${(errors || output).trim()}`);
  return output;
}

/** Waits for a child, which ends with us if we are told to stop meanwhile. */
async function endOf(child, event) {
  const forget = onStop(() => void child.kill());
  try {
    return await once(child, event);
  } finally {
    forget();
  }
}

const endings = new Set();

/**
 * Has something ended when this process is told to stop, before the process exits.
 * @param {() => void | Promise<void>} end
 * @returns {() => void} forgets it again
 */
export function onStop(end) {
  listenForSignals();
  endings.add(end);
  return () => endings.delete(end);
}

let listening = false;

function listenForSignals() {
  if (listening) return;
  listening = true;
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => void stopEverything(code));
  }
  if (process.env.npm_lifecycle_event) stopWithParent(process.ppid);
}

/** npm passes a signal on to the shell between it and us, and some shells keep it to themselves. */
function stopWithParent(parent) {
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    void stopEverything(143);
  }, 500);
  watching.unref();
}

let stopping = false;

/** Whether this process has been told to stop. */
export const isStopping = () => stopping;

/** Exits with the code already set, for a command whose usual end is to be stopped. */
async function stopEverything(code) {
  if (stopping) return;
  stopping = true;
  await Promise.allSettled([...endings].map((end) => end()));
  process.exit(process.exitCode ?? code);
}

/**
 * Ends a detached child and all it started, and waits until it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endTree(child) {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signalTree(child, 'SIGTERM');
  const impatient = setTimeout(() => signalTree(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(impatient);
  signalTree(child, 'SIGKILL');
}

function signalTree({ pid }, signal) {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has gone already.
  }
}
