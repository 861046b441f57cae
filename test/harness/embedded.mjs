import { launchBrowser } from './browser.mjs';
import { drivenSettings } from './settings.mjs';
import { startServer, uriPath } from './server.mjs';

/**
 * @typedef {object} EmbeddedOptions
 * @property {string} workspace a folder
 * @property {string} extension the folder of the extension under development
 * @property {string} [extensionsFolder] of further extensions, installed
 * @property {string} [tests] a compiled module whose `run` the extension host shall call
 * @property {string} [file] a file to open
 * @property {Record<string, unknown>} [settings] over `drivenSettings`
 * @property {{ width: number, height: number }} [viewport]
 * @property {(page: import('playwright-core').Page) => Promise<void>} [beforeOpen]
 *
 * @typedef {object} Embedded
 * @property {import('playwright-core').Page} page
 * @property {import('./server.mjs').Server} server
 * @property {() => Promise<void>} close
 */

/**
 * A window of the embedded VS Code, in a headless browser, with the extension under development.
 * Server, browser and all their data go with `close`.
 * @param {EmbeddedOptions} options
 * @returns {Promise<Embedded>}
 */
export async function openEmbedded(options) {
  const settings = { ...drivenSettings, ...options.settings };
  const { extensionsFolder } = options;
  const server = await startServer({ testDriver: true, settings, extensionsFolder });
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchBrowser();
    const page = await openPage(browser, server, options);
    return { page, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPage(browser, server, options) {
  const viewport = options.viewport ?? { width: 1400, height: 900 };
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await options.beforeOpen?.(page);
  const folder = uriPath(options.workspace);
  await page.goto(server.url({ folder, payload: JSON.stringify(payload(server, options)) }));
  return page;
}

/** What the page is told of the extension, as pairs; understood with the test driver only. */
function payload(server, { extension, tests, file }) {
  const entries = {
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    openFile: file,
  };
  return Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, server.remoteUri(value)])
    .concat([['skipWelcome', 'true']]);
}
