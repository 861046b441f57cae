/** Folds or unfolds a view: while views come up, a click may meet a header that moves away. */
export async function toggleView(window, name) {
  const header = `.pane-header[aria-label^="${name}"]`;
  const isOpen = await window.page.locator(header).getAttribute('aria-expanded');
  const before = window.page.locator(`${header}[aria-expanded="${isOpen}"]`);
  while (await before.isVisible()) {
    await before.click();
    await before.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => {});
  }
}
