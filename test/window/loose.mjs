/* global document -- what runs within the page */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyOfRepository } from '../harness/workspace.mjs';
import { toggleView } from './toggleView.mjs';
import { openWindow } from './window.mjs';

const name = '004_b20609eac4e61089';
const row = (label) => `.pane-body .monaco-list-row[aria-label^=${JSON.stringify(label)}]`;

/** A source was changed by another program: what has lost its place is seen to, row by row. */
export async function seeLoose(scenario, theme, pictures) {
  const workspace = await copyOfRepository();
  const source = path.join(workspace.folder, 'seeds', `${name}.txt`);
  const yaml = path.join(workspace.folder, 'annotations', `${name}.yaml`);
  await writeFile(source, changed(await readFile(source, 'utf8')));
  let window;
  try {
    await scenario.step(
      `sees what an edit outside has loosened, in the theme ${theme}`,
      async () => {
        window = await openWindow({ workspace: workspace.folder, pictures, theme });
        await window.openFile(`${name}.txt`);
        await window.page.locator('.activitybar [aria-label^="Glossator"]').first().click();
        for (const view of ['Entities', 'Chronology', 'Disagreements']) {
          await toggleView(window, view);
        }
        await toggleView(window, 'Loose Annotations');
        await window.see(row('lost'));
        await window.page.waitForFunction(hasBadge);
        await widen(window);
        await window.page.locator(row('lost')).first().click();
        await window.screenshot(theme === 'dark' ? 'loose' : `loose-${theme}`);
      },
    );
    await scenario.step(
      'accepts what has moved or changed, all of the source at once',
      async () => {
        await window.page.locator(row('changed')).first().waitFor();
        await window.page
          .locator(row(name.slice(0, 3)))
          .first()
          .hover();
        await window.page.locator(`${row(name.slice(0, 3))} [aria-label^="Accept All"]`).click();
        await window.page.locator(row('changed')).first().waitFor({ state: 'detached' });
        assert.match(await readFile(yaml, 'utf8'), /Changg’e-7/);
      },
    );
  } finally {
    await window?.close();
    await workspace.remove();
  }
}

/** The icon of the container counts what wants somebody's eyes. */
function hasBadge() {
  const badges = [...document.querySelectorAll('.activitybar .badge-content')];
  return badges.some((one) => one.textContent !== '');
}

/** A paragraph goes, another moves, and some letters are others. */
function changed(text) {
  const paragraphs = text.split('\n\n');
  const [moved] = paragraphs.splice(3, 1);
  paragraphs.splice(5, 1);
  return [...paragraphs, moved]
    .join('\n\n')
    .replaceAll('collaborate on the Chang’e-7', 'colaborate on the Changg’e-7');
}

/** Gives the views room for whole rows. */
async function widen(window) {
  const { x, y, width, height } = await window.page.locator('.part.sidebar').boundingBox();
  await window.page.mouse.move(x + width, y + height / 2);
  await window.page.mouse.down();
  await window.page.mouse.move(x + width + 160, y + height / 2, { steps: 4 });
  await window.page.mouse.up();
}
