import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type Arrangement, type Placed, arrange } from '../arrange';
import { type DrawnEdge, type Drawing, isSameEdge } from '../fold';
import { type Direction, spotTowards } from '../keyboard';
import { order } from '../order';
import { type Course, courseOf } from '../paths';
import { type Measure, wrapText } from '../wrapText';
import { captionsOf } from './captions';
import { h, moveFocus, s } from './dom';
import { type DrawnCourse, edgeElement, sentenceOf, strokeOf } from './edgeElement';
import { itemElement } from './itemElement';
import type { Looks } from './app';

export interface GraphEvents {
  onSelect(id: string | undefined): void;
  onSelectEdge(edge: DrawnEdge): void;
  onOpen(id: string): void;
  onOpenEdge(edge: DrawnEdge): void;
  onUnfold(type: string): void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Columns of entities, joined by curves. */
export class GraphView {
  readonly element = h('div', { class: 'graph' });
  readonly svg = s('svg', { class: 'picture', role: 'listbox', 'aria-label': 'Entities' });
  readonly #defs = s('defs');
  readonly #edges = s('g', { class: 'edges', 'aria-hidden': 'true' });
  readonly #headings = s('g', { class: 'headings', 'aria-hidden': 'true' });
  readonly #items = s('g', { class: 'items', role: 'presentation' });
  readonly #captions = s('g', { class: 'captions', 'aria-hidden': 'true' });
  readonly #viewport = s(
    'g',
    { class: 'viewport' },
    this.#edges,
    this.#headings,
    this.#items,
    this.#captions,
  );
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  readonly #events: GraphEvents;
  readonly #measure: Measure;
  readonly #placed = new Map<string, Placed>();
  readonly #elements = new Map<string, SVGGElement>();
  #courses: DrawnCourse[] = [];
  #arrangement: Arrangement | undefined;
  #looks: Looks | undefined;
  #selected: string | undefined;
  #selectedEdge: DrawnEdge | undefined;
  #isMoved = false;

  constructor(events: GraphEvents, measure: Measure) {
    this.#events = events;
    this.#measure = measure;
    this.svg.append(this.#defs, this.#viewport);
    this.element.append(this.svg);
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.15, 5])
      .on(
        'zoom',
        ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
          if (sourceEvent) this.#isMoved = true;
          this.#viewport.setAttribute('transform', transform.toString());
        },
      );
    select(this.svg).call(this.#zoom).on('dblclick.zoom', null);
    this.svg.addEventListener('click', ({ target }) => {
      if (target === this.svg) events.onSelect(undefined);
    });
    this.svg.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
  }

  /** Ids in the order of the drawing, so that the next one keeps it. */
  get order(): readonly string[] {
    return [...this.#placed.keys()];
  }

  get arrangement(): Arrangement | undefined {
    return this.#arrangement;
  }

  draw(drawing: Drawing, looks: Looks, before: readonly string[]): void {
    const focused = this.#focused();
    const room = { width: this.svg.clientWidth, height: this.svg.clientHeight };
    const arrangement = arrange(order(drawing, before), room, {
      wrap: (text, width, lines) => wrapText(text, width, lines, this.#measure),
      measure: this.#measure,
    });
    this.#arrangement = arrangement;
    this.#looks = looks;
    this.#placed.clear();
    for (const placed of arrangement.placed) this.#placed.set(placed.item.id, placed);
    this.#drawEdges(drawing.edges, looks);
    this.#drawHeadings(arrangement);
    this.#drawItems(arrangement, looks);
    this.select(this.#selected, this.#selectedEdge);
    if (focused !== undefined) this.#focus(this.#placed.has(focused) ? focused : this.order[0]);
    if (!this.#isMoved) this.fit(leastScale);
  }

  /** Shows the whole picture, if it can be read then; else its upper part. */
  fit(least = 0): void {
    if (!this.#arrangement) return;
    const { width, height } = this.#arrangement;
    const { clientWidth, clientHeight } = this.svg;
    const whole = Math.min(clientWidth / width, clientHeight / height, 1.25) || 1;
    const scale = Math.max(whole, least);
    const x = (clientWidth - width * scale) / 2;
    const y = Math.max((clientHeight - height * scale) / 2, 0);
    select(this.svg).call((target, transform) => {
      this.#zoom.transform(target, transform);
    }, zoomIdentity.translate(x, y).scale(scale));
    this.#isMoved = false;
  }

  zoomBy(factor: number): void {
    this.#zoom.scaleBy(select(this.svg), factor);
    this.#isMoved = true;
  }

  select(id: string | undefined, edge?: DrawnEdge, focus = false): void {
    this.#selected = id;
    this.#selectedEdge = edge;
    for (const [own, element] of this.#elements) {
      element.setAttribute('aria-selected', String(own === id));
      element.classList.toggle('selected', own === id);
    }
    const stop = this.#elements.get(id ?? '') ?? this.#items.querySelector('.item') ?? undefined;
    moveFocus(this.#elements.values(), stop, focus);
    this.#emphasise(id, edge);
  }

  #emphasise(id: string | undefined, only: DrawnEdge | undefined): void {
    const isKnown = only !== undefined || (id !== undefined && this.#placed.has(id));
    this.svg.classList.toggle('emphasised', isKnown);
    const near = new Set<string>(id === undefined ? [] : [id]);
    const active: DrawnCourse[] = [];
    for (const drawn of this.#courses) {
      const { edge, element } = drawn;
      const isActive =
        only !== undefined ? isSameEdge(edge, only) : edge.from === id || edge.to === id;
      element.classList.toggle('active', isActive);
      if (!isActive) continue;
      active.push(drawn);
      near.add(edge.from).add(edge.to);
    }
    for (const [own, element] of this.#elements) {
      element.classList.toggle('near', near.has(own));
    }
    const gap = this.#arrangement?.gap ?? 0;
    this.#captions.replaceChildren(...captionsOf(active, id, gap, this.#measure));
    this.#bringToFront(active.map(({ element }) => element));
  }

  /** What is emphasised lies over all else. What does so already stays as it is under the pointer. */
  #bringToFront(elements: readonly Element[]): void {
    const front = [...this.#edges.children].slice(-elements.length);
    if (elements.some((element, at) => element !== front[at])) this.#edges.append(...elements);
  }

  #drawEdges(edges: readonly DrawnEdge[], looks: Looks): void {
    const gradients = new Map<string, SVGLinearGradientElement>();
    this.#courses = edges.flatMap((edge) => {
      const [from, to] = [this.#placed.get(edge.from), this.#placed.get(edge.to)];
      if (!from || !to) return [];
      const course = courseOf(from, to);
      const stroke = strokeOf(from, to, looks, gradients);
      const element = this.#edgeElement(edge, course, stroke, looks(to.item.type).tone);
      return [{ edge, course, element }];
    });
    this.#defs.replaceChildren(...gradients.values());
    this.svg.style.setProperty('--density', densityOf(this.#courses.length));
    // The most stated last, so that they lie over the others.
    const drawn = [...this.#courses].sort((a, b) => a.edge.count - b.edge.count);
    this.#edges.replaceChildren(...drawn.map(({ element }) => element));
  }

  #edgeElement(edge: DrawnEdge, course: Course, stroke: string, tone: string): SVGGElement {
    const title = sentenceOf(edge, (id) => this.#placed.get(id)?.item.name ?? id);
    const element = edgeElement(edge, course, stroke, tone, title);
    element.addEventListener('click', () => {
      this.#events.onSelectEdge(edge);
    });
    element.addEventListener('dblclick', () => {
      this.#events.onOpenEdge(edge);
    });
    element.addEventListener('pointerenter', () => {
      if (this.#selected === undefined) this.#emphasise(undefined, edge);
    });
    element.addEventListener('pointerleave', () => {
      this.#emphasise(this.#selected, this.#selectedEdge);
    });
    return element;
  }

  #drawHeadings({ headings }: Arrangement): void {
    this.#headings.replaceChildren(
      ...headings.map(({ group, column, x, y }) => {
        const { items, total, type } = group;
        const shown = items.filter(({ folded }) => folded === undefined).length;
        const count = shown === total ? String(total) : `${shown} of ${total}`;
        return s(
          'text',
          { class: 'heading', x: x + (column - 1) * 9, y: y + 4, 'text-anchor': anchors[column] },
          s('tspan', { class: 'heading-label' }, type.label.toLocaleUpperCase()),
          s('tspan', { class: 'heading-count', dx: 6 }, count),
        );
      }),
    );
  }

  #drawItems({ placed, boxWidth }: Arrangement, looks: Looks): void {
    this.#elements.clear();
    for (const one of placed) {
      const { id } = one.item;
      const own = this.#courses.filter(({ edge: { from, to } }) => from === id || to === id);
      const element = itemElement(one, boxWidth, own.length, looks);
      this.#listen(element, one);
      this.#elements.set(id, element);
    }
    this.#items.replaceChildren(...this.#elements.values());
  }

  #listen(element: SVGGElement, { item }: Placed): void {
    element.addEventListener('click', ({ detail }) => {
      if (item.folded === undefined) this.#events.onSelect(item.id);
      else if (detail <= 1) this.#events.onUnfold(item.type);
    });
    element.addEventListener('dblclick', () => {
      if (item.folded === undefined) this.#events.onOpen(item.id);
    });
    element.addEventListener('pointerenter', () => {
      if (this.#selected === undefined) this.#emphasise(item.id, undefined);
    });
    element.addEventListener('pointerleave', () => {
      this.#emphasise(this.#selected, this.#selectedEdge);
    });
    element.addEventListener('focus', () => {
      this.#reveal(item.id);
      const isByKey = element.matches(':focus-visible');
      if (isByKey && this.#selected === undefined) this.#emphasise(item.id, undefined);
    });
    element.addEventListener('blur', () => {
      this.#emphasise(this.#selected, this.#selectedEdge);
    });
  }

  #focused(): string | undefined {
    const { activeElement } = document;
    if (!this.svg.contains(activeElement)) return undefined;
    return activeElement?.getAttribute('data-id') ?? undefined;
  }

  #onKey(event: KeyboardEvent): void {
    const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (!(target instanceof Element) || ctrlKey || metaKey || altKey) return;
    const id = target.getAttribute('data-id') ?? undefined;
    const placed = this.#placed.get(id ?? '');
    if (key === '+' || key === '=') this.zoomBy(1.25);
    else if (key === '-') this.zoomBy(0.8);
    else if (key === '0') this.fit();
    else if (key === 'Escape') this.#events.onSelect(undefined);
    else if (placed && (key === 'Enter' || key === ' ')) this.#activate(placed, shiftKey);
    else if (placed && directions[key]) this.#step(placed, directions[key]);
    else if (key === 'Home' || key === 'End') this.#focus(this.order.at(key === 'Home' ? 0 : -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #activate({ item }: Placed, open: boolean): void {
    if (item.folded !== undefined) this.#events.onUnfold(item.type);
    else if (open) this.#events.onOpen(item.id);
    else this.#events.onSelect(item.id);
  }

  #step({ item }: Placed, direction: Direction): void {
    const spots = [...this.#placed.values()].map(({ item: { id }, column, x, y }) => {
      return { id, lane: column, x, y };
    });
    this.#focus(spotTowards(spots, item.id, direction));
  }

  #focus(id: string | undefined): void {
    const element = this.#elements.get(id ?? '');
    if (element) moveFocus(this.#elements.values(), element, true);
  }

  /** Moves the picture if the item is outside of it. */
  #reveal(id: string): void {
    const element = this.#elements.get(id);
    if (!element || !this.#looks) return;
    const [own, all] = [element.getBoundingClientRect(), this.svg.getBoundingClientRect()];
    const isInside =
      own.left >= all.left - 1 &&
      own.right <= all.right + 1 &&
      own.top >= all.top - 1 &&
      own.bottom <= all.bottom + 1;
    const placed = this.#placed.get(id);
    if (!isInside && placed) this.#zoom.translateTo(select(this.svg), placed.x, placed.y);
  }
}

/** Smaller names are a strain. */
const leastScale = 0.74;
/** So many lines are told apart at their full strength. */
const usualEdges = 130;
const anchors = ['end', 'middle', 'start'] as const;

/** Of many lines each is faint, so that together they stay a picture. */
function densityOf(edges: number): string {
  return Math.min(1, Math.sqrt(usualEdges / Math.max(edges, 1))).toFixed(2);
}
