/* global document -- what runs within the page */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The map in the window: a webview within a webview. @param {import('./window.mjs').Window} window */
function pageOf({ page }) {
  return page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame');
}

/** Opens the map and waits until it is drawn. */
export async function openMap(window) {
  await window.command('Glossator: Open Map');
  const map = pageOf(window);
  await map.locator('.item').first().waitFor();
  return map;
}

/**
 * @param {import('./scenario.mjs').Scenario} scenario
 * @param {() => import('./window.mjs').Window} opened the window in which the corpus is open
 * @param {string} folder of the corpus
 */
export async function seeMap(scenario, opened, folder) {
  await scenario.step('opens the map of the corpus', async () => {
    const window = opened();
    await window.command('View: Close All Editors');
    await window.press('ControlOrMeta+B');
    const map = await openMap(window);
    // Where the command was, the pointer now is on the map.
    await window.page.mouse.move(2, 2);
    assert.match(await map.locator('.side').innerText(), /of 70 entities, joined by/);
    await window.screenshot('map');
  });
  await scenario.step('selects a mission by keyboard and reads its card', async () => {
    const window = opened();
    const map = pageOf(window);
    await map.locator('.search input').fill('change 7');
    await window.press('Enter');
    await map.locator('.card h2', { hasText: "Chang'e 7" }).waitFor();
    await map.locator('.item.selected:focus').waitFor();
    assert.equal(await map.locator('.moment.near').count(), 1);
    assert.ok((await map.locator('.caption').count()) > 5);
    await window.screenshot('map-selection');
  });
  await scenario.step('goes from there to an entity nearby', async () => {
    const window = opened();
    const map = pageOf(window);
    const before = await map.locator('.item:focus').getAttribute('data-id');
    await window.press('ArrowLeft', 'Enter');
    await map.locator(`.item.selected:focus:not([data-id="${before}"])`).waitFor();
    await window.press('Escape');
    await map.locator('.about').waitFor();
  });
  await scenario.step('exports the map as a picture that stands by itself', async () => {
    const window = opened();
    await pageOf(window).getByRole('button', { name: 'Export as SVG…' }).click();
    const input = '.quick-input-widget:not([style*="display: none"]) input';
    const file = path.join(folder, 'map.svg');
    // The dialog writes its proposal when it has looked into the folder: then it stands.
    await window.page.waitForFunction(
      ([selector, proposal]) => document.querySelector(selector)?.value === proposal,
      [input, file],
    );
    await window.see('.quick-input-widget .monaco-list-row');
    await window.press('Enter');
    await window.seeText('Exported the map to map.svg.', '.statusbar');
    const svg = await readFile(file, 'utf8');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /International Lunar Research Station/);
    assert.doesNotMatch(svg, /var\(|color-mix|class=|<script/);
  });
  await scenario.step('opens the passage that introduces a mission by a double click', async () => {
    const window = opened();
    await pageOf(window).locator('[data-id="chang-e-7"]').dblclick();
    await window.seeFile('000_ac42d486ccf7c706.txt');
  });
}
