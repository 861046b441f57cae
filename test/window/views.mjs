/* global document -- what runs within the page */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyOfRepository } from '../harness/workspace.mjs';
import { toggleView } from './toggleView.mjs';
import { openWindow } from './window.mjs';

const source = '004_b20609eac4e61089.txt';

/** The views beside the text: by mouse, by keyboard, and by following the cursor. */
export async function seeViews(scenario, pictures) {
  const workspace = await copyOfRepository();
  await writeFile(path.join(workspace.folder, 'notes.md'), '# Notes\n\n');
  let window;
  try {
    await scenario.step('opens the views and sees every type of entity', async () => {
      const settings = { 'files.autoSave': 'off' };
      window = await openWindow({ workspace: workspace.folder, pictures, settings });
      await window.openFile(source);
      await window.page.locator('.activitybar [aria-label^="Glossator"]').first().click();
      await window.see(row('Agreement, entities: 8'));
      // The other views leave too little room to see all types at once.
      await toggleView(window, 'Disagreements');
      await toggleView(window, 'Chronology');
      await window.see(row('Mission, entities: 6'));
      await widen(window);
    });
    await scenario.step('puts the cursor on a mission and sees it in the view', async () => {
      await window.placeCursorOn('Chang’e-7');
      await window.see(`${row("Chang'e 7, mentions: 12")}.selected`);
    });
    await scenario.step('reads its mentions in their sentences, and opens one', async () => {
      await window.page.locator(row("Chang'e 7, mentions: 12")).click();
      await window.page.locator(row('Claims, 19')).first().click();
      await window.page.locator(row('Mentions, 12')).click();
      await window.see(row("The Chang'e 7 mission of China's fourth phase"));
      await window.screenshot('entities');
      await window.page.locator(row("The Chang'e 7 mission of China's fourth phase")).click();
      await window.seeFile('000_ac42d486ccf7c706.txt');
      await window.seeText('(9 selected)', '.statusbar');
      await window.see(`${row("The Chang'e 7 mission of China's fourth phase")}.selected`);
    });
    await scenario.step('types above a mention, and its row moves along', async () => {
      const mention = row('… collaborate on the Chang’e-7 as well as');
      await window.command('Glossator: Stop Following the Cursor');
      await window.see('.pane-header [aria-label="Follow the Cursor"]');
      await window.openFile(source);
      await window.see(`${mention}[aria-label$="line 11"]`);
      await window.press('ControlOrMeta+Home', 'Enter');
      await window.see(`${mention}[aria-label$="line 12"]`);
      await window.press('ControlOrMeta+Z');
      await window.see(`${mention}[aria-label$="line 11"]`);
      await window.command('Glossator: Follow the Cursor');
    });
    await scenario.step('filters entities by a careless spelling, and takes it back', async () => {
      await filter(window, 'cnhange8');
      await window.see(row("Chang'e 8, mentions: 4"));
      await window.command('Glossator: Clear Filter');
      await window.see(row('Programme, entities: 5'));
    });
    await scenario.step('goes through the chronology by keyboard', async () => {
      await toggleView(window, 'Entities');
      await window.command('Glossator: Focus on Chronology View');
      await window.see(row('2017, dated claims: 1'));
      await window.screenshot('chronology');
      await window.press('Home', 'ArrowDown', 'Enter');
      await window.seeFile('002_6d65a364a656ab7b.txt');
      await window.seeText('selected)', '.statusbar');
    });
    await scenario.step('sees two sources that disagree side by side', async () => {
      await toggleView(window, 'Chronology');
      await toggleView(window, 'Disagreements');
      await window.page.locator(row('Memorandum of Understanding')).click();
      await window.page.waitForFunction(twoColumns);
      await window.screenshot('disagreements');
    });
    await scenario.step('steps through all mentions in the References view', async () => {
      await window.press('ControlOrMeta+1');
      await window.openFile(source);
      await window.placeCursorOn('Chang’e-7');
      await window.press('Shift+Alt+F12');
      await window.seeText("Chang'e 7 · mentions: 12 · sources: 4");
      await window.press('F4');
      await window.seeText('Ln 13,', '.statusbar');
    });
    await scenario.step('drags an entity into a Markdown file as a link', async () => {
      await window.openFile('notes.md');
      await window.page.locator('.activitybar [aria-label^="Glossator"]').first().click();
      await filter(window, 'change 7');
      await drag(window, row("Chang'e 7, mentions: 12"));
      await window.seeText('annotations/entities/mission.yaml#L', '.editor-group-container.active');
    });
  } finally {
    await window?.close();
    await workspace.remove();
  }
}

/** A row of a view, by what a screen reader says of it first. */
function row(label) {
  return `.pane-body .monaco-list-row[aria-label^=${JSON.stringify(label)}]`;
}

/** Opens or closes one of the views of the container. */
async function filter(window, name) {
  await window.command('Glossator: Filter Entities…');
  await window.seeText('Filter Entities', '.quick-input-title');
  await window.type(name);
  await window.seeText(`Filter “${name}”`, '.pane-body');
  await window.press('Enter');
}

/** Gives the views room for whole rows. */
async function widen(window) {
  const { x, y, width, height } = await window.page.locator('.part.sidebar').boundingBox();
  await window.page.mouse.move(x + width, y + height / 2);
  await window.page.mouse.down();
  await window.page.mouse.move(x + width + 120, y + height / 2, { steps: 4 });
  await window.page.mouse.up();
}

/** Two editors next to each other, each with marked words. */
function twoColumns() {
  const groups = [...document.querySelectorAll('.editor-group-container')];
  return groups.length === 2 && groups.every((group) => group.querySelector('.cdr[class*="ced-"]'));
}

/** Drags a row into the second line of the active editor, with Shift held. */
async function drag(window, selector) {
  const { mouse, keyboard } = window.page;
  const from = await window.page.locator(selector).boundingBox();
  const line = window.page.locator('.editor-group-container.active .view-lines .view-line');
  const to = await line.nth(1).boundingBox();
  await mouse.move(from.x + 60, from.y + 10);
  await mouse.down();
  await mouse.move(from.x + 200, from.y + 20, { steps: 4 });
  await mouse.move(to.x + 10, to.y + 8, { steps: 6 });
  await keyboard.down('Shift');
  await mouse.move(to.x + 14, to.y + 9, { steps: 4 });
  await window.see('.editor-group-container.active .view-lines');
  await mouse.up();
  await keyboard.up('Shift');
}
