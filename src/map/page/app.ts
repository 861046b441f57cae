import type { CorpusMap, MapNode } from '../../core/features/map';
import { type Drawing, type DrawnEdge, fold, moreStep } from '../fold';
import { type Look, lookOf } from '../looks';
import type { TimeItem } from '../moments';
import type { Details, ToHost, ToPage } from '../protocol';
import { aboutInWords, renderAbout } from './aboutView';
import { type Incoming, renderDetails } from './detailView';
import { h } from './dom';
import { renderEdge } from './edgeView';
import { exportSvg } from './exportSvg';
import { GraphView } from './graphView';
import { measureWith } from './measure';
import { SearchBox } from './searchBox';
import { type SavedState, readState } from '../state';
import { TimelineView } from './timelineView';
import { Toolbar } from './toolbar';

/** How a type looks and is called. */
export type Looks = (type: string) => Look & { readonly label: string };

export interface Host {
  send(message: ToHost): void;
  load(): unknown;
  save(state: SavedState): void;
}

/** The page: what is shown follows from the map, the reader's choice and the selection. */
export class App {
  readonly #host: Host;
  readonly #measures = { graph: measureWith('12px'), timeline: measureWith('11px') };
  readonly #graph: GraphView;
  readonly #timeline: TimelineView;
  readonly #toolbar: Toolbar;
  readonly #search: SearchBox;
  readonly #side = h('aside', { class: 'side', 'aria-label': 'Details', tabindex: '-1' });
  readonly #live = h('div', { class: 'live', role: 'status', 'aria-live': 'polite' });
  readonly #root = h('main', { class: 'map' });
  #state: SavedState;
  #title = '';
  #map: CorpusMap | undefined;
  #drawing: Drawing | undefined;
  #looks: Looks = (type) => ({ ...lookOf(type, 0), label: type });
  #nodes: ReadonlyMap<string, MapNode> = new Map();
  #edge: DrawnEdge | undefined;
  #details: Details | undefined;
  #order: readonly string[] = [];

  constructor(host: Host) {
    this.#host = host;
    this.#state = readState(host.load());
    this.#graph = new GraphView(
      {
        onSelect: (id) => {
          this.#select(id);
        },
        onSelectEdge: (edge) => {
          this.#selectEdge(edge);
        },
        onOpen: (id) => {
          host.send({ kind: 'open', id });
        },
        onUnfold: (type) => {
          this.#unfold(type);
        },
      },
      this.#measures.graph,
    );
    this.#timeline = new TimelineView(
      {
        onSelect: (item) => {
          this.#select(item?.date.subject);
        },
        onOpen: ({ date: { source, claim } }) => {
          host.send({ kind: 'openClaim', source, claim });
        },
      },
      this.#measures.timeline,
    );
    this.#search = new SearchBox((id) => {
      this.#reveal(id, true);
    });
    this.#toolbar = this.#makeToolbar();
  }

  start(parent: HTMLElement): void {
    const { element: search } = this.#search;
    const bar = h('header', { class: 'bar' }, search, this.#toolbar.types, this.#toolbar.actions);
    const [graph, timeline] = [this.#graph.element, this.#timeline.element];
    this.#root.append(bar, graph, this.#side, timeline, this.#live);
    parent.append(this.#root);
    new ResizeObserver(() => {
      this.#draw();
    }).observe(graph);
    this.#root.addEventListener('keydown', (event) => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (event.key === '/' && !isTyping) {
        event.preventDefault();
        this.#search.focus();
      } else if (event.key === 'Escape' && !isTyping) this.#select(undefined);
    });
    this.#host.send({ kind: 'ready' });
    if (this.#state.follow) this.#host.send({ kind: 'follow', on: true });
  }

  receive(message: ToPage): void {
    switch (message.kind) {
      case 'map':
        this.#setMap(message.title, message.folder, message.map);
        return;
      case 'details':
        if (message.id !== this.#state.selected) return;
        this.#details = message.details;
        this.#drawSide();
        return;
      case 'reveal':
        this.#reveal(message.id, false);
    }
  }

  #makeToolbar(): Toolbar {
    return new Toolbar({
      onToggle: (type) => {
        const hidden = new Set(this.#state.hidden);
        if (!hidden.delete(type)) hidden.add(type);
        this.#update({ hidden: [...hidden] });
      },
      onFollow: () => {
        const follow = !this.#state.follow;
        this.#host.send({ kind: 'follow', on: follow });
        this.#update({ follow });
      },
      onZoom: (factor) => {
        this.#graph.zoomBy(factor);
      },
      onFit: () => {
        this.#graph.fit();
        this.#timeline.fit();
      },
      onExport: () => {
        this.#export();
      },
    });
  }

  #setMap(title: string, folder: string, map: CorpusMap): void {
    const places = new Map(map.types.map(({ id }, at) => [id, at]));
    const labels = new Map(map.types.map(({ id, label }) => [id, label]));
    this.#looks = (type) => {
      return { ...lookOf(type, places.get(type) ?? 0), label: labels.get(type) ?? type };
    };
    this.#title = title;
    this.#map = map;
    this.#nodes = new Map(map.nodes.map((node) => [node.id, node]));
    this.#search.setNodes(map.nodes, this.#looks);
    const { selected } = this.#state;
    this.#update({ folder });
    this.#select(selected !== undefined && this.#nodes.has(selected) ? selected : undefined);
  }

  #update(change: Partial<SavedState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.save(this.#state);
    this.#draw();
    this.#drawSide();
  }

  #draw(): void {
    const map = this.#map;
    if (!map) return;
    const { selected, follow } = this.#state;
    const hidden = new Set(this.#state.hidden);
    this.#drawing = fold(map, {
      hidden,
      more: new Map(Object.entries(this.#state.more)),
      pinned: new Set(this.#state.pinned),
    });
    this.#toolbar.update(map, hidden, follow, this.#looks);
    const mostHeight = this.#root.clientHeight * timelineShare;
    this.#timeline.draw(this.#timeItems(map, hidden), this.#looks, mostHeight);
    this.#graph.draw(this.#drawing, this.#looks, this.#order);
    this.#order = this.#graph.order;
    this.#root.classList.toggle('empty', map.nodes.length === 0);
    this.#graph.select(selected, this.#edge);
    this.#timeline.select(selected);
  }

  #timeItems({ dates }: CorpusMap, hidden: ReadonlySet<string>): TimeItem[] {
    return dates.flatMap((date) => {
      const node = this.#nodes.get(date.subject);
      if (!node || hidden.has(node.type)) return [];
      return [{ date, name: node.name, type: node.type }];
    });
  }

  #select(id: string | undefined): void {
    if (id !== this.#state.selected) this.#details = undefined;
    this.#edge = undefined;
    this.#state = { ...this.#state, selected: id };
    this.#host.save(this.#state);
    this.#graph.select(id);
    this.#timeline.select(id);
    this.#drawSide();
    if (id === undefined) {
      this.#live.textContent = '';
      return;
    }
    this.#host.send({ kind: 'details', id });
    const node = this.#nodes.get(id);
    const relations = this.#drawing?.edges.filter(({ from, to }) => from === id || to === id);
    this.#live.textContent = node
      ? `${node.name}, ${this.#looks(node.type).label}, ${relations?.length ?? 0} relations`
      : '';
  }

  #selectEdge(edge: DrawnEdge): void {
    this.#select(undefined);
    this.#edge = edge;
    this.#graph.select(undefined, edge);
    this.#drawSide();
  }

  /** Draws an entity by itself, even if its type is switched off or folded, and selects it. */
  #reveal(id: string, focus: boolean): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    const { hidden, pinned } = this.#state;
    const isDrawn = this.#graph.order.includes(id);
    if (!isDrawn) {
      this.#update({
        hidden: hidden.filter((type) => type !== node.type),
        pinned: [...pinned.filter((one) => one !== id), id].slice(-mostPinned),
      });
    }
    this.#select(id);
    this.#graph.select(id, undefined, focus);
  }

  #unfold(type: string): void {
    const { more } = this.#state;
    this.#update({ more: { ...more, [type]: (more[type] ?? 0) + moreStep } });
    this.#live.textContent = `${moreStep} more of the type ${this.#looks(type).label}`;
  }

  #drawSide(): void {
    const map = this.#map;
    if (!map || !this.#drawing) return;
    const { selected } = this.#state;
    const events = {
      onSelect: (id: string) => {
        this.#reveal(id, false);
      },
      send: (message: ToHost) => {
        this.#host.send(message);
      },
    };
    const node = this.#nodes.get(selected ?? '');
    this.#root.classList.toggle('has-selection', node !== undefined || this.#edge !== undefined);
    if (this.#edge) {
      this.#side.replaceChildren(renderEdge(this.#edge, this.#nodes, this.#looks, events));
    } else if (!node) {
      const hidden = new Set(this.#state.hidden);
      this.#side.replaceChildren(renderAbout(map, this.#drawing, hidden, this.#looks));
    } else if (this.#details) {
      const incoming = this.#incomingOf(map, node.id);
      const card = renderDetails(this.#details, node.type, incoming, this.#looks, events);
      this.#side.replaceChildren(card);
      this.#side.scrollTop = 0;
    }
  }

  #incomingOf({ edges }: CorpusMap, id: string): Incoming[] {
    return edges.flatMap(({ from, to, relations }) => {
      const node = to === id ? this.#nodes.get(from) : undefined;
      return node ? [{ id: from, name: node.name, type: node.type, relations }] : [];
    });
  }

  /** Draws the picture anew, as large as it wants to be, wherever the reader is in it. */
  #export(): void {
    const [map, drawing] = [this.#map, this.#drawing];
    if (!map || !drawing) return;
    const { selected } = this.#state;
    const hidden = new Set(this.#state.hidden);
    const graph = new GraphView(noEvents, this.#measures.graph);
    const timeline = new TimelineView(noEvents, this.#measures.timeline);
    const room = h('div', { class: 'offscreen' }, graph.element, timeline.element);
    this.#root.append(room);
    graph.draw(drawing, this.#looks, this.#order);
    graph.select(selected, this.#edge);
    timeline.draw(this.#timeItems(map, hidden), this.#looks, exportedTimeline);
    timeline.select(selected);
    const { width = 0, height = 0 } = graph.arrangement ?? {};
    const parts = [{ svg: graph.svg, width, height }];
    const { clientWidth, clientHeight } = timeline.svg;
    if (!timeline.element.hidden) {
      parts.push({ svg: timeline.svg, width: clientWidth, height: clientHeight });
    }
    const note = aboutInWords(map, drawing, hidden);
    this.#host.send({ kind: 'export', svg: exportSvg(`${this.#title} — the map`, note, parts) });
    room.remove();
  }
}

const noEvents = {
  onSelect: () => undefined,
  onSelectEdge: () => undefined,
  onOpen: () => undefined,
  onUnfold: () => undefined,
};
/** The height of an exported time line, at the most. */
const exportedTimeline = 420;
/** Of the page's height, at the most. */
const timelineShare = 0.31;
/** Entities that somebody looked up stay, but not for ever. */
const mostPinned = 30;
