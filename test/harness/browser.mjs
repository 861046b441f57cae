import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { onStop } from '../../scripts/lib/process.mjs';

const args = [
  // The page is ours and local; the sandbox would need rights that containers do not give.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** @returns {Promise<import('playwright-core').Browser>} a headless browser of the Chromium family */
export async function launchBrowser() {
  const { executablePath, env } = await findChromium();
  const ours = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, env, args, ...ours });
  browser.once(
    'disconnected',
    onStop(() => browser.close()),
  );
  return browser;
}
