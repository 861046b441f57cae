import { spawn } from 'node:child_process';
import { onPath } from './which.mjs';

/** Whether a window could be seen here. */
export function hasDisplay() {
  if (process.env.SSH_CONNECTION && !process.env.DISPLAY) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const openers = {
  darwin: () => ['open'],
  win32: () => ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: () => [onPath(['xdg-open'])],
};

/**
 * Opens an address in the default browser, if that is possible; an address that is also printed
 * can be opened by hand, so it is no failure if not.
 * @param {string} url
 */
export function openInBrowser(url) {
  const [file, ...args] = openers[process.platform]?.() ?? [];
  if (!file || !hasDisplay()) return;
  const opener = spawn(file, [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => {});
  opener.unref();
}
