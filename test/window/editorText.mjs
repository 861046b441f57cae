/* global document, NodeFilter */

/**
 * Where a text is on the screen, in the active editor. Runs inside the page, so it stands alone.
 * VS Code draws each line as spans whose spaces are non-breaking.
 * @param {{ text: string, editor: string }} wanted `editor` is a selector
 * @returns {{ x: number, y: number } | undefined} the middle of the text's first character
 */
export function pointOfText({ text, editor }) {
  const plain = (string) => string.replaceAll('\u00a0', ' ');
  const lines = [...document.querySelectorAll(`${editor} .view-lines .view-line`)];
  const line = lines.find(({ textContent }) => plain(textContent).includes(text));
  if (!line) return undefined;
  let offset = plain(line.textContent).indexOf(text);
  const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode() && offset >= nodes.currentNode.length) offset -= nodes.currentNode.length;
  const range = document.createRange();
  range.setStart(nodes.currentNode, offset);
  range.setEnd(nodes.currentNode, offset + 1);
  const box = range.getBoundingClientRect();
  const view = line.closest('.monaco-editor').getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom) return undefined;
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
