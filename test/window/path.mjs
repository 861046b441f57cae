/* global document, getComputedStyle -- what runs within the page */
import assert from 'node:assert/strict';
import { cp, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { copyOfRepository } from '../harness/workspace.mjs';
import { seeKeys } from './keys.mjs';
import { seeLoose } from './loose.mjs';
import { seeMap } from './map.mjs';
import { Scenario } from './scenario.mjs';
import { seeViews } from './views.mjs';
import { openWindow } from './window.mjs';

const source = '004_b20609eac4e61089.txt';
const annotations = '004_b20609eac4e61089.yaml';

/**
 * The path of somebody who meets Glossator, in a real window: open a source, see its highlights,
 * hover, go to a definition in another document, annotate a selection, see the YAML, undo.
 * @param {{ pictures?: string }} [options] the folder for screenshots
 * @returns {Promise<import('../harness/totals.mjs').Totals>}
 */
export async function runPath({ pictures = 'out/screenshots' } = {}) {
  const workspace = await copyOfRepository();
  const yaml = path.join(workspace.folder, 'annotations', annotations);
  const before = await readFile(yaml, 'utf8');
  let window;
  const scenario = new Scenario(() => window?.screenshot('failure'));
  try {
    await scenario.step('opens VS Code on the corpus', async () => {
      // What the person saves is what is on the disk, and nothing before.
      const settings = { 'files.autoSave': 'off' };
      window = await openWindow({ workspace: workspace.folder, pictures, settings });
    });
    await scenario.step('opens a source and sees its entities light up', async () => {
      await window.openFile(source);
      await seeHighlights(window, 'Chang’e-7');
      await window.screenshot('source');
    });
    await scenario.step('sees how far a mention reaches that holds another', async () => {
      await window.placeCursorOn('ILRS initiative');
      await seeUnderlined(window, ['the ', 'ILRS', ' initiative']);
    });
    await scenario.step('types, and the colours keep to the words', async () => {
      await window.placeCursorOn('Chang’e-7');
      await window.press('ArrowRight', 'ArrowRight', 'Enter');
      await seeHighlights(window, 'Ch', 'ang’e-7');
      await window.press('ControlOrMeta+Z');
      await seeHighlights(window, 'Chang’e-7');
    });
    await scenario.step('hovers over a mission and reads its card', async () => {
      const card = await window.hoverOver('Chang’e-7');
      assert.match(card, /Chang'e 7 — Mission/);
      assert.match(card, /planned for/);
      await window.screenshot('hover');
      await window.press('Escape');
    });
    await scenario.step('goes to the definition in another document', async () => {
      await window.placeCursorOn('Chang’e-7');
      await window.press('F12');
      await window.seeFile('000_ac42d486ccf7c706.txt');
      await window.screenshot('definition');
    });
    await scenario.step('sees all mentions from there', async () => {
      await window.press('Shift+F12');
      await window.seeText('References (', '.peekview-widget');
      await window.screenshot('references');
      await window.press('Escape');
    });
    await scenario.step('annotates a selection', async () => {
      await window.openFile(source);
      await selectWords(window, 'human habitation');
      await window.press('Alt+A');
      await window.see('.quick-input-widget .monaco-list-row');
      await window.screenshot('annotate');
      await window.pick('Moon');
      await window.seeText('Annotated “human habitation” as Moon (nominal).', '.statusbar');
    });
    await scenario.step('sees the YAML', async () => {
      await window.command('Glossator: Go to Annotation');
      await window.seeFile(annotations);
      await window.seeText('human habitation', '.editor-group-container.active');
      await window.screenshot('yaml');
      assert.match(
        await readFile(yaml, 'utf8'),
        /entity: moon\n {4}kind: nominal\n {4}exact: human habitation\n/,
      );
    });
    await scenario.step('undoes it in one step', async () => {
      await window.press('ControlOrMeta+Z');
      await window.see('.editor-group-container.active .tab.active.dirty');
      await window.press('ControlOrMeta+S');
      await window.see('.editor-group-container.active .tab.active:not(.dirty)');
      assert.equal(await readFile(yaml, 'utf8'), before);
    });
    await scenario.step(
      'reads the registry, with the number of mentions and the card',
      async () => {
        await window.openFile('mission.yaml');
        await window.seeText(/mentions in \d+ sources/, '.codelens-decoration');
        const card = await window.hoverOver('chang-e-7');
        assert.match(card, /Chang'e 7 — Mission/);
        await window.screenshot('registry');
        await window.press('Escape');
      },
    );
    await seeMap(scenario, () => window, workspace.folder);
  } finally {
    await window?.close();
    await workspace.remove();
  }
  await seeKeys(scenario, pictures);
  await seeViews(scenario, pictures);
  await seeLoose(scenario, 'dark', pictures);
  for (const theme of ['light', 'highContrast', 'highContrastLight']) {
    await seeTheme(scenario, theme, pictures);
  }
  return scenario;
}

/** The same source under another theme, with a card. */
async function seeTheme(scenario, theme, pictures) {
  const workspace = await copyOfRepository();
  let window;
  try {
    await scenario.step(`reads under the theme ${theme}`, async () => {
      window = await openWindow({ workspace: workspace.folder, pictures, theme });
      await window.openFile(source);
      await seeHighlights(window, 'Chang’e-7');
      await window.hoverOver('Chang’e-7');
      await window.screenshot(`hover-${theme}`);
    });
  } finally {
    await window?.close();
    await workspace.remove();
  }
}

/** Waits until all of these words are coloured otherwise than the prose around them. */
export async function seeHighlights(window, ...words) {
  await window.page.waitForFunction((wanted) => {
    const spans = [...document.querySelectorAll('.view-line span span')];
    const prose = spans.find((span) => span.className === 'mtk1');
    if (!prose) return false;
    const { color } = getComputedStyle(prose);
    const isColoured = (span) => getComputedStyle(span).color !== color;
    return wanted.every((one) =>
      spans.some((span) => span.textContent === one && isColoured(span)),
    );
  }, words);
}

/** Waits until a line is drawn under words that are coloured in pieces, from first to last. */
async function seeUnderlined(window, pieces) {
  await window.page.waitForFunction((wanted) => {
    const spans = [...document.querySelectorAll('.view-line span span')];
    const texts = spans.map((span) => span.textContent.replaceAll('\u00a0', ' '));
    const at = texts.findIndex((_, index) => wanted.every((one, k) => texts[index + k] === one));
    if (at < 0) return false;
    const { left } = spans[at].getBoundingClientRect();
    const { right, bottom } = spans[at + wanted.length - 1].getBoundingClientRect();
    return [...document.querySelectorAll('.view-overlays .cdr')].some((drawn) => {
      const box = drawn.getBoundingClientRect();
      const distances = [box.left - left, box.right - right, box.bottom - bottom];
      const isHere = distances.every((distance) => Math.abs(distance) < 3);
      return isHere && getComputedStyle(drawn).borderBottomStyle === 'dotted';
    });
  }, pieces);
}

/** Selects words by keyboard: from their beginning, character by character. */
async function selectWords(window, words) {
  await window.press('ControlOrMeta+F');
  await window.page.locator('.find-widget.visible textarea').first().fill(words);
  await window.see('.find-widget .matchesCount:not([title="No results"])');
  await window.press('Enter', 'Escape');
}

/** Takes over the pictures of a good run into the documentation. */
export async function updatePictures(pictures = inRoot('out', 'screenshots')) {
  for (const name of await readdir(pictures)) {
    await cp(path.join(pictures, name), inRoot('docs', 'images', name));
  }
}
