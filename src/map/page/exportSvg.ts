import { s } from './dom';

/** What a picture needs of the style sheet to stand by itself. */
const copied = [
  ...['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'text-anchor'],
  ...['text-transform', 'paint-order', 'fill-opacity', 'stroke-opacity'],
] as const;
/** What an element has where nobody says otherwise, which is then not written out. */
const usual: Readonly<Record<string, string>> = {
  ...{ 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter' },
  ...{ opacity: '1', 'font-style': 'normal', 'font-weight': '400', 'letter-spacing': 'normal' },
  ...{ 'text-transform': 'none', 'paint-order': 'normal', 'fill-opacity': '1' },
  ...{ 'stroke-opacity': '1', 'text-anchor': 'start', 'stroke-width': '1px' },
};
const textOnly = new Set(['font-family', 'font-size', 'font-weight', 'letter-spacing']);

export interface Part {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

const headHeight = 58;

/**
 * The whole picture as a file that stands by itself: parts below each other, at the scale of 1, in
 * the colours of the theme as they are now.
 */
export function exportSvg(title: string, note: string, parts: readonly Part[]): string {
  const style = getComputedStyle(document.body);
  const colours = new Colours();
  const width = Math.ceil(Math.max(...parts.map((part) => part.width)));
  const height = headHeight + parts.reduce((sum, part) => sum + part.height, 0);
  const ground = colours.hex(style.getPropertyValue('--ground')).colour;
  const font = { 'font-family': style.fontFamily, fill: colours.hex(style.color).colour };
  const picture = s(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    s('title', {}, title),
    s('rect', { width, height, fill: ground }),
    s('text', { ...font, x: 20, y: 28, 'font-size': 15, 'font-weight': 600 }, title),
    s('text', { ...font, x: 20, y: 46, 'font-size': 11, 'fill-opacity': 0.7 }, note),
  );
  let y = headHeight;
  for (const part of parts) {
    const group = s('g', { transform: `translate(${((width - part.width) / 2).toFixed(1)},${y})` });
    for (const child of part.svg.children) group.append(copyOf(child, colours));
    picture.append(group);
    y += part.height;
  }
  return new XMLSerializer().serializeToString(picture);
}

/** A copy with its style as attributes, without what only a pointer finds and what only reads out. */
function copyOf(element: Element, colours: Colours): Element {
  const copy = element.cloneNode(false) as Element;
  for (const name of ['class', 'role', 'tabindex', 'style']) copy.removeAttribute(name);
  for (const { name } of [...copy.attributes]) {
    if (name.startsWith('aria-') || name.startsWith('data-')) copy.removeAttribute(name);
  }
  if (element.classList.contains('viewport')) copy.removeAttribute('transform');
  const isPlain = element.tagName === 'title' || element.tagName === 'defs';
  if (!isPlain) writeStyle(element, copy, colours);
  for (const child of element.childNodes) {
    if (!(child instanceof Element)) copy.append(child.cloneNode());
    else if (!isUnseen(child)) copy.append(copyOf(child, colours));
  }
  return copy;
}

function isUnseen(element: Element): boolean {
  if (element.matches('.hit, .target')) return true;
  return (
    element.tagName !== 'title' &&
    getComputedStyle(element).display === 'none' &&
    element.closest('defs') === null
  );
}

function writeStyle(element: Element, copy: Element, colours: Colours): void {
  const style = getComputedStyle(element);
  if (element.tagName === 'stop') {
    const { colour, alpha } = colours.hex(style.stopColor);
    copy.setAttribute('stop-color', colour);
    if (alpha < 1) copy.setAttribute('stop-opacity', alpha.toFixed(3));
    return;
  }
  // A group hands down only what dims it as a whole; all else is said by the leaves.
  const isText = element.tagName === 'text' || element.tagName === 'tspan';
  const isGroup = ['g', 'linearGradient', 'svg'].includes(element.tagName);
  for (const name of isGroup ? (['opacity'] as const) : copied) {
    const value = style.getPropertyValue(name);
    if (textOnly.has(name) && !isText) continue;
    if (value !== '' && value !== usual[name]) copy.setAttribute(name, value);
  }
  if (isGroup) return;
  for (const name of ['fill', 'stroke'] as const) paint(name, style, copy, colours);
}

function paint(
  name: 'fill' | 'stroke',
  style: CSSStyleDeclaration,
  copy: Element,
  colours: Colours,
): void {
  const value = style[name];
  if (value === 'none' || value === '') {
    if (name === 'fill') copy.setAttribute(name, 'none');
    else copy.removeAttribute(name);
    return;
  }
  const own = /#[\w-]+/.exec(value);
  if (value.startsWith('url(') && own) {
    copy.setAttribute(name, `url(${own[0]})`);
    return;
  }
  const { colour, alpha } = colours.hex(value);
  copy.setAttribute(name, colour);
  if (alpha >= 1) return;
  const before = Number(style.getPropertyValue(`${name}-opacity`));
  copy.setAttribute(`${name}-opacity`, (alpha * before).toFixed(3));
}

/** Any colour of CSS in the form that every viewer of SVG understands. */
class Colours {
  readonly #known = new Map<string, { colour: string; alpha: number }>();
  readonly #canvas: CanvasRenderingContext2D | null;

  constructor() {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    this.#canvas = canvas.getContext('2d', { willReadFrequently: true });
  }

  hex(value: string): { readonly colour: string; readonly alpha: number } {
    const known = this.#known.get(value);
    if (known) return known;
    const found = this.#read(value);
    this.#known.set(value, found);
    return found;
  }

  #read(value: string) {
    const canvas = this.#canvas;
    if (!canvas) return { colour: value, alpha: 1 };
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = value;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
    const digits = [red, green, blue].map((part) => part.toString(16).padStart(2, '0'));
    return { colour: `#${digits.join('')}`, alpha: alpha / 255 };
  }
}
