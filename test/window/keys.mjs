import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyOfRepository } from '../harness/workspace.mjs';
import { openWindow } from './window.mjs';

const source = '004_b20609eac4e61089.txt';

const text = [
  'Roscosmos will build the Chang’e-7 lander.',
  'The Keldysh Institute met CNSA on March 9, 2021 in Moscow.',
  '',
].join('\n');

/** What is annotated, and where the cursor goes for it: keys from where it was before. */
const mentions = [
  ['roscosmos', 'Roscosmos', []],
  ['chang-e-7', 'Chang’e-7', ['End', 'Control+ArrowLeft', 'Control+ArrowLeft']],
  [
    'keldysh-institute',
    'Keldysh Institute',
    ['ArrowDown', 'Home', 'Control+ArrowRight', 'ArrowRight'],
  ],
];

/** A source is annotated from nothing, by keyboard alone; each key is counted. */
export async function seeKeys(scenario, pictures) {
  const workspace = await copyOfRepository();
  await writeFile(path.join(workspace.folder, 'seeds', 'new.txt'), text);
  const yaml = path.join(workspace.folder, 'annotations', 'new.yaml');
  let window;
  let decisions = 0;
  let moves = 0;
  const decide = async (...keys) => {
    decisions += keys.length;
    await window.press(...keys);
  };
  const stored = () => readFile(yaml, 'utf8').catch(() => '');
  try {
    await scenario.step('opens a text that nobody has annotated', async () => {
      const settings = { 'files.autoSave': 'off' };
      window = await openWindow({ workspace: workspace.folder, pictures, settings });
      await window.openFile('new.txt');
      await window.press('ControlOrMeta+Home');
    });
    await scenario.step('annotates names at the cursor, two keys each', async () => {
      for (const [entity, words, way] of mentions) {
        moves += way.length;
        await window.press(...way);
        await decide('Alt+A');
        await window.see('.quick-input-widget .monaco-list-row.focused');
        await window.seeText(`Annotate “${words}” as`, '.quick-input-widget');
        await decide('Enter');
        await window.seeText(`Annotated “${words}” as`, '.statusbar');
        assert.match(await stored(), new RegExp(`entity: ${entity}\\n {4}exact: ${words}\\n`));
      }
      assert.equal(decisions, 2 * mentions.length);
    });
    await scenario.step('annotates with the last entity again, one key', async () => {
      await window.press('ArrowUp', 'End', 'ArrowLeft');
      await decide('Alt+Y');
      await window.seeText('Annotated “lander” as Keldysh Institute', '.statusbar');
    });
    await scenario.step('corrects a mention: one key each', async () => {
      await decide('Alt+U');
      await window.seeText('Annotated: “Chang’e-7 lander”.', '.statusbar');
      await decide('Alt+I');
      await window.seeText('Annotated: “lander”.', '.statusbar');
      await decide('Alt+B');
      await window.seeText('“lander”: now a name.', '.statusbar');
    });
    await scenario.step('changes the entity by name: a key, its first letters, Enter', async () => {
      await decide('Alt+O');
      await window.seeText('Change the entity of “lander” to', '.quick-input-widget');
      await window.type("Chang'e 7");
      await window.see(`.quick-input-widget .monaco-list-row.focused[aria-label^="Chang'e 7,"]`);
      await decide('Enter');
      await window.seeText("“lander”: now Chang'e 7.", '.statusbar');
      assert.match(await stored(), /entity: chang-e-7\n {4}exact: lander\n/);
    });
    await scenario.step('claims something: four keys', async () => {
      const questions = ['Of whom or of what', 'What the words say of', 'Roscosmos: '];
      await decide('Alt+Q');
      for (const question of questions) {
        await window.see(`.quick-input-widget input[placeholder^="${question}"]`);
        await window.see('.quick-input-widget .monaco-list-row.focused');
        await decide('Enter');
      }
      await window.seeText('Claimed: Roscosmos: ', '.statusbar');
      assert.match(
        await stored(),
        /subject: roscosmos\n {4}property: .+\n {4}value: chang-e-7\n {4}exact: Roscosmos will build the Chang’e-7 lander\n/,
      );
    });
    await scenario.step('is asked what a sentence of the corpus says', async () => {
      await window.openFile(source);
      await window.placeCursorOn('Chang’e-7');
      await window.press('Alt+Q');
      await window.see('.quick-input-widget input[placeholder^="Of whom or of what"]');
      await window.press('Enter');
      await window.see('.quick-input-widget input[placeholder^="What the words say of"]');
      await window.see('.quick-input-widget .monaco-list-row.focused');
      await window.screenshot('claim');
      await window.press('Escape');
    });
  } finally {
    await window?.close();
    await workspace.remove();
  }
  return { decisions, moves };
}
