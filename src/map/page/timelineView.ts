import { type ScaleTime, scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { spotTowards } from '../keyboard';
import { type Moment, type Moments, type TimeItem, placeMoments } from '../moments';
import { type Extent, histogram, spanOf } from '../timeline';
import type { Measure } from '../wrapText';
import type { Looks } from './app';
import { h, moveFocus, s } from './dom';
import { momentElement } from './momentElement';

export interface TimelineEvents {
  onSelect(item: TimeItem | undefined): void;
  onOpen(item: TimeItem): void;
}

const laneHeight = 19;
const axisHeight = 26;
const top = 8;
/** A line of words over the bars. */
const stripHeight = 28;
const barHeight = 13;
const side = 16;

/** Dated claims along an axis. */
export class TimelineView {
  readonly element = h('div', { class: 'timeline' });
  readonly svg = s('svg', { class: 'picture', role: 'listbox', 'aria-label': 'Dates' });
  readonly #events: TimelineEvents;
  readonly #measure: Measure;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  readonly #elements = new Map<string, SVGGElement>();
  #items: readonly TimeItem[] = [];
  #placed: readonly Moment[] = [];
  #looks: Looks | undefined;
  #span: Extent | undefined;
  #transform: ZoomTransform = zoomIdentity;
  #selected: string | undefined;
  #focused: string | undefined;

  constructor(events: TimelineEvents, measure: Measure) {
    this.#events = events;
    this.#measure = measure;
    this.element.append(this.svg);
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, 2000])
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
        this.#transform = transform;
        this.#render();
      });
    select(this.svg).call(this.#zoom).on('dblclick.zoom', null);
    this.svg.addEventListener('click', ({ target }) => {
      if (target === this.svg) events.onSelect(undefined);
    });
    this.svg.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
  }

  /**
   * @param items in order of time
   * @param mostHeight in pixels; it takes no more than it needs
   */
  draw(items: readonly TimeItem[], looks: Looks, mostHeight: number): void {
    this.#items = items;
    this.#looks = looks;
    this.#span = spanOf(items.map(({ date }) => date));
    this.element.hidden = this.#span === undefined;
    if (!this.#span) return;
    const width = this.element.clientWidth;
    const height = this.#heightFor(width, mostHeight);
    this.element.style.setProperty('height', `${height}px`);
    const all: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    this.#zoom.extent(all).translateExtent(all);
    this.#render();
  }

  fit(): void {
    this.#zoom.transform(select(this.svg), zoomIdentity);
  }

  zoomBy(factor: number): void {
    this.#zoom.scaleBy(select(this.svg), factor);
  }

  /** Marks all dates of an entity. */
  select(subject: string | undefined): void {
    this.#selected = subject;
    if (this.#lacksSelected(this.#placed)) this.#render();
    else this.#mark(subject);
  }

  #lacksSelected(placed: readonly Moment[]): boolean {
    const isOwn = ({ date }: TimeItem) => date.subject === this.#selected;
    return this.#items.filter(isOwn).length > placed.filter(isOwn).length;
  }

  #mark(subject: string | undefined): void {
    const known = this.#placed.some(({ date }) => date.subject === subject);
    this.svg.classList.toggle('emphasised', known);
    for (const { key, date } of this.#placed) {
      const element = this.#elements.get(key);
      element?.classList.toggle('near', date.subject === subject);
      element?.setAttribute('aria-selected', String(date.subject === subject));
    }
    this.#setStop(false);
  }

  /** As many lanes as all dates need, if there is room for them. */
  #heightFor(width: number, most: number): number {
    const fixed = top + axisHeight;
    const lanes = lanesWithin(most - fixed);
    const room = { width, lanes };
    const { placed, left } = placeMoments(this.#items, this.#scale(width), room, this.#measure);
    if (left.length > 0) return most;
    return fixed + laneHeight * (1 + Math.max(0, ...placed.map(({ lane }) => lane)));
  }

  #scale(width: number): ScaleTime<number, number> {
    const { start, end } = this.#span ?? { start: 0, end: 1 };
    return scaleUtc([start, end], [side, width - side]);
  }

  #render(): void {
    const { clientWidth: width, clientHeight: height } = this.svg;
    const looks = this.#looks;
    if (!looks || !this.#span || width === 0) return;
    const hadFocus = this.svg.contains(document.activeElement);
    const scale = this.#transform.rescaleX(this.#scale(width));
    const { placed, left } = this.#place(scale, width, height - top - axisHeight);
    this.#placed = placed;
    this.#elements.clear();
    for (const moment of placed) this.#elements.set(moment.key, this.#momentElement(moment, looks));
    const axis = height - axisHeight;
    const layers = [
      axisOf(scale, width, axis),
      todayOf(scale(Date.now()), width, axis),
      stripOf(left, axis, width),
      s('g', { role: 'presentation' }, ...this.#elements.values()),
    ];
    this.svg.replaceChildren(...layers.filter((layer) => layer !== undefined));
    this.#mark(this.#selected);
    this.#setStop(hadFocus);
  }

  /** All of them; else some, over a strip that counts the others. */
  #place(scale: ScaleTime<number, number>, width: number, height: number): Moments {
    const place = (lanes: number, first?: string) =>
      placeMoments(this.#items, scale, { width, lanes }, this.#measure, first);
    const all = place(lanesWithin(height));
    if (all.left.length === 0) return all;
    const lanes = lanesWithin(height - stripHeight);
    const usual = place(lanes);
    // Lanes change for a selection only if it would not be seen otherwise.
    return this.#lacksSelected(usual.placed) ? place(lanes, this.#selected) : usual;
  }

  #momentElement(moment: Moment, looks: Looks): SVGGElement {
    const element = momentElement(moment, top + laneHeight * (moment.lane + 0.5), looks);
    element.addEventListener('click', () => {
      this.#events.onSelect(moment);
    });
    element.addEventListener('dblclick', () => {
      this.#events.onOpen(moment);
    });
    element.addEventListener('focus', () => {
      this.#focused = moment.key;
    });
    return element;
  }

  #setStop(focus: boolean): void {
    const wanted = this.#placed.find(({ date }) => date.subject === this.#selected)?.key ?? '';
    const stop =
      this.#elements.get(this.#focused ?? '') ??
      this.#elements.get(wanted) ??
      [...this.#elements.values()][0];
    moveFocus(this.#elements.values(), stop, focus);
  }

  #onKey(event: KeyboardEvent): void {
    const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (!(target instanceof Element) || ctrlKey || metaKey || altKey) return;
    const at = this.#placed.findIndex((item) => item.key === target.getAttribute('data-key'));
    const moment = this.#placed[at];
    if (key === '+' || key === '=') this.zoomBy(1.5);
    else if (key === '-') this.zoomBy(1 / 1.5);
    else if (key === '0') this.fit();
    else if (key === 'Escape') this.#events.onSelect(undefined);
    else if (key === 'ArrowLeft') this.#focus(this.#placed[Math.max(at - 1, 0)]);
    else if (key === 'ArrowRight') this.#focus(this.#placed[at + 1]);
    else if (key === 'Home' || key === 'End') this.#focus(this.#placed.at(key === 'Home' ? 0 : -1));
    else if (moment && (key === 'ArrowUp' || key === 'ArrowDown')) this.#climb(moment, key);
    else if (moment && (key === 'Enter' || key === ' ')) {
      if (shiftKey) this.#events.onOpen(moment);
      else this.#events.onSelect(moment);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the nearest in the next lane. */
  #climb(moment: Moment, key: 'ArrowUp' | 'ArrowDown'): void {
    const spots = this.#placed.map(({ key: id, lane, mark }) => {
      return { id, lane, x: 0, y: mark.left };
    });
    const found = spotTowards(spots, moment.key, key === 'ArrowUp' ? 'left' : 'right');
    this.#focus(this.#placed.find((one) => one.key === found));
  }

  #focus(moment: Moment | undefined): void {
    const element = this.#elements.get(moment?.key ?? '');
    if (element) moveFocus(this.#elements.values(), element, true);
  }
}

function lanesWithin(height: number): number {
  return Math.max(Math.floor(height / laneHeight), 1);
}

function axisOf(scale: ScaleTime<number, number>, width: number, y: number): SVGElement {
  const format = scale.tickFormat();
  const marks = scale.ticks(width / 95).map((tick) => {
    const line = s('line', { y1: 0, y2: y });
    const text = s('text', { y: y + 17, 'text-anchor': 'middle' }, format(tick));
    return s(
      'g',
      { class: 'tick', transform: `translate(${scale(tick).toFixed(1)},0)` },
      line,
      text,
    );
  });
  const line = s('line', { class: 'axis', x1: 0, x2: width, y1: y, y2: y });
  return s('g', { 'aria-hidden': 'true' }, ...marks, line);
}

function todayOf(at: number, width: number, axis: number): SVGElement | undefined {
  if (at < 0 || at > width) return undefined;
  return s(
    'g',
    { class: 'today', 'aria-hidden': 'true', transform: `translate(${at.toFixed(1)},0)` },
    s('line', { y1: 0, y2: axis }),
    s('text', { x: -4, y: axis - 4, 'text-anchor': 'end' }, 'today'),
  );
}

/** How many dates there is no lane for, and when. */
function stripOf(left: readonly number[], axis: number, width: number): SVGElement | undefined {
  if (left.length === 0) return undefined;
  const counts = histogram(left, { left: 0, right: width }, Math.max(Math.floor(width / 14), 1));
  const most = Math.max(...counts);
  const step = width / counts.length;
  const bars = counts.flatMap((count, bin) => {
    if (count === 0) return [];
    const height = 2 + (count / most) * (barHeight - 2);
    const bar = { x: bin * step + 1, y: axis - height, width: step - 2, height, rx: 1.5 };
    return [s('rect', bar, s('title', {}, `${count} more dates: zoom in to see them`))];
  });
  const note = `${left.length.toLocaleString('en')} more dates, as bars on the axis: zoom in`;
  return s('g', { class: 'strip' }, ...bars, s('text', { x: 8, y: axis - barHeight - 4 }, note));
}
