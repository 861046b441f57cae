/* global document, Image */
/**
 * Takes the pictures of the walkthrough, in the dark and the light theme: run this file with node.
 * They lie in media/walkthrough, ship with the extension, and so are small.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { copyOfRepository } from '../harness/workspace.mjs';
import { seeHighlights } from './path.mjs';
import { openWindow } from './window.mjs';

const source = '004_b20609eac4e61089.txt';

/** Only what the step speaks of. */
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
};

for (const theme of ['dark', 'light']) {
  const workspace = await copyOfRepository();
  const viewport = { width: 680, height: 440 };
  const window = await openWindow({
    ...{ workspace: workspace.folder, theme, settings, viewport },
  });
  const take = (name) => takePicture(window, `${name}-${theme}.webp`);
  try {
    // Where the throw-away workspace lies is of no interest.
    await window.page.addStyleTag({ content: '.peekview-widget .dirname { display: none; }' });
    await window.openFile(source);
    await window.press('ControlOrMeta+B');
    await window.see('.part.sidebar:not(:visible), .nosidebar');
    await seeHighlights(window, 'Roscosmos');
    await take('source');
    await window.hoverOver('Chang’e-7');
    await take('read');
    await window.press('Escape');
    await window.placeCursorOn('Chang’e-7');
    await window.press('Shift+F12');
    await window.seeText('References (', '.peekview-widget');
    await take('mentions');
    await window.press('Escape');
    await select(window, 'Chinese lunar exploration');
    await window.press('Alt+A');
    await window.see('.quick-input-widget .monaco-list-row');
    await take('annotate');
    await window.press('Escape');
    await select(window, 'human habitation');
    await window.press('Alt+A');
    await window.see('.quick-input-widget .monaco-list-row');
    await window.pick('Moon');
    await window.seeText('Annotated “human habitation” as Moon (nominal).', '.statusbar');
    await window.command('Glossator: Go to Annotation');
    await window.seeFile('004_b20609eac4e61089.yaml');
    await window.seeText('human habitation', '.editor-group-container.active');
    await take('review');
    await window.openFile(source);
    await window.command('View: Show Glossator');
    await window.seeText('Contradictions', '.part.sidebar');
    await take('views');
  } finally {
    await window.close();
    await workspace.remove();
  }
}

async function select(window, words) {
  await window.press('ControlOrMeta+F');
  await window.page.locator('.find-widget.visible textarea').first().fill(words);
  await window.see('.find-widget .matchesCount:not([title="No results"])');
  await window.press('Enter', 'Escape');
}

async function takePicture(window, name) {
  const folder = inRoot('media', 'walkthrough');
  const screenshot = await window.page.screenshot({ animations: 'disabled' });
  const data = await window.page.evaluate(asWebp, screenshot.toString('base64'));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), Buffer.from(data, 'base64'));
}

/** Runs within the page: a browser is the one encoder at hand. Takes and gives base64. */
async function asWebp(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.75).split(',')[1];
}
