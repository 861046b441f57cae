/** Elements made by hand: text is only ever text, and no attribute runs anything. */

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = Node | string | undefined;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An element of HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(svgNamespace, tag), attributes, children);
}

/** A push button. */
export function button(
  label: string,
  attributes: Attributes,
  onClick: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = h('button', { type: 'button', ...attributes }, ...children);
  if (children.length === 0) made.textContent = label;
  else made.setAttribute('aria-label', label);
  made.addEventListener('click', onClick);
  return made;
}

function fill<T extends Element>(element: T, attributes: Attributes, children: readonly Child[]) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Moves the one stop of the Tab key among some elements. */
export function moveFocus(all: Iterable<Element>, to: Element | undefined, focus: boolean): void {
  for (const one of all) one.setAttribute('tabindex', one === to ? '0' : '-1');
  if (focus && (to instanceof HTMLElement || to instanceof SVGElement)) {
    to.focus({ preventScroll: true });
  }
}

/**
 * Puts other content into an element. The focus stays within if it was there: where the content is
 * the same as before, brought up to date, at its button; and then what is scrolled stays so too.
 */
export function replaceContent(parent: HTMLElement, content: HTMLElement, isSame: boolean): void {
  const { activeElement: focused } = document;
  const buttons = () => [...parent.querySelectorAll('button')];
  const hadFocus = parent.contains(focused);
  const at = buttons().findIndex((one) => one === focused);
  const { scrollTop } = parent;
  parent.replaceChildren(content);
  parent.scrollTop = isSame ? scrollTop : 0;
  if (hadFocus) ((isSame ? buttons()[at] : undefined) ?? parent).focus({ preventScroll: true });
}
