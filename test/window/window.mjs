import path from 'node:path';
import { openEmbedded } from '../harness/embedded.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { pointOfText } from './editorText.mjs';

/**
 * VS Code's own themes, as its settings name them, with the class each gives to the window.
 * @type {Record<'dark' | 'light' | 'highContrast' | 'highContrastLight', [string, string]>}
 */
const themes = {
  dark: ['Default Dark Modern', 'vs-dark'],
  light: ['Default Light Modern', 'vs'],
  highContrast: ['Default High Contrast', 'hc-black'],
  highContrastLight: ['Default High Contrast Light', 'hc-light'],
};

const activeEditor = '.editor-group-container.active .editor-instance';
const quickInput = '.quick-input-widget:not([style*="display: none"])';

/**
 * @typedef {object} WindowOptions
 * @property {string} workspace
 * @property {string} [file]
 * @property {keyof typeof themes} [theme] dark by default
 * @property {string} [extension] the repository by default
 * @property {Record<string, unknown>} [settings]
 * @property {{ width: number, height: number }} [viewport]
 * @property {string} [pictures] the folder for screenshots
 */

/**
 * A real window with the extension, as a person has it before them.
 * @param {WindowOptions} options
 * @returns {Promise<Window>}
 */
export async function openWindow({ theme = 'dark', pictures = 'out/screenshots', ...options }) {
  const [themeName, themeClass] = themes[theme];
  const embedded = await openEmbedded({
    extension: root,
    ...options,
    settings: { 'workbench.colorTheme': themeName, ...options.settings },
  });
  const window = new Window(embedded, path.resolve(root, pictures));
  await window.see(`.monaco-workbench.${themeClass} .explorer-folders-view .monaco-list-row`);
  if (options.file) await window.seeFile(path.basename(options.file));
  return window;
}

/** What a person does in the window. Every wait is for something to be seen; none is for time. */
export class Window {
  #embedded;
  #pictures;

  constructor(embedded, pictures) {
    this.#embedded = embedded;
    this.#pictures = pictures;
  }

  /** The page itself, for what this class has no word for. */
  get page() {
    return this.#embedded.page;
  }

  /** Waits until something is visible. @param {string} selector */
  async see(selector) {
    const first = this.page.locator(selector).first();
    await first.waitFor();
    return first;
  }

  /** Waits until some text is visible anywhere, or within a selector. */
  async seeText(text, within = '.monaco-workbench') {
    const first = this.page.locator(within).getByText(text).first();
    await first.waitFor();
    return first;
  }

  /** Waits until a file is open in the active editor, with its text drawn. */
  async seeFile(name) {
    await this.see(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
    await this.see(`${activeEditor} .view-lines .view-line`);
  }

  /** Opens a file by its name, through quick open. @param {string} name */
  async openFile(name) {
    await this.press('ControlOrMeta+P');
    await this.#choose(name, name);
    await this.seeFile(name);
  }

  /** Runs a command by its title, from the command palette. @param {string} title */
  async command(title) {
    await this.press('F1');
    await this.#choose(`>${title}`, title);
  }

  /** Picks one of what a list offers, in the quick input that is open. @param {string} label */
  async pick(label) {
    await this.#choose(label, label);
  }

  /** Presses keys, as 'F12' or 'Shift+F12' or 'ControlOrMeta+K'. @param {string[]} keys */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into whatever has the focus. @param {string} text */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Clicks on a text of the active editor, scrolled to if need be. @param {string} text */
  async clickText(text, options = {}) {
    const { x, y } = await this.#point(text);
    await this.page.mouse.click(x, y, options);
  }

  /** Puts the cursor into a text of the active editor, before its first or second character. */
  async placeCursorOn(text) {
    await this.clickText(text);
    await this.see(`${activeEditor} .monaco-editor.focused`);
  }

  /** Points at a text and waits for the card. @param {string} text @returns {Promise<string>} */
  async hoverOver(text) {
    const { x, y } = await this.#point(text);
    await this.page.mouse.move(x - 1, y);
    await this.page.mouse.move(x, y);
    const card = this.page.locator('.monaco-resizable-hover .hover-contents', {
      hasNotText: /^Loading/,
    });
    await card.first().waitFor();
    return (await card.allInnerTexts()).join('\n');
  }

  /** Takes a picture. @param {string} name without its ending @returns {Promise<string>} its path */
  async screenshot(name) {
    await this.page
      .locator('.monaco-progress-container.active')
      .first()
      .waitFor({ state: 'hidden' });
    const file = path.join(this.#pictures, `${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  async close() {
    await this.#embedded.close();
  }

  async #choose(typed, label) {
    await this.page.locator(`${quickInput} input`).first().fill(typed);
    const row = this.page.locator(`${quickInput} .monaco-list-row`).filter({
      has: this.page.locator('.label-name', { hasText: exactly(label) }),
    });
    await row.first().click();
  }

  async #point(text) {
    const wanted = { text, editor: activeEditor };
    const point = await this.page.evaluate(pointOfText, wanted);
    if (point) return point;
    await this.#reveal(text);
    const found = await this.page.waitForFunction(pointOfText, wanted);
    return found.jsonValue();
  }

  /** Scrolls to a text that is not on the screen, through the editor's own search. */
  async #reveal(text) {
    await this.page.locator(`${activeEditor} .monaco-editor`).first().click();
    await this.press('ControlOrMeta+F');
    await this.page.locator(`${activeEditor} .find-widget.visible textarea`).first().fill(text);
    await this.see(`${activeEditor} .find-widget .matchesCount:not([title="No results"])`);
    await this.press('Enter', 'Escape');
  }
}

/** A whole label, whose spaces VS Code may draw as non-breaking ones. */
function exactly(label) {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^\\s*${escaped.replaceAll(' ', '[\\s\\u00a0]')}\\s*$`);
}
