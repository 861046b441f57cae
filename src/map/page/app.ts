import type { CorpusMap, MapNode } from '../../core/features/map';
import { type Drawing, type DrawnEdge, fold, isSameEdge, moreStep } from '../fold';
import { type Look, lookOf } from '../looks';
import type { TimeItem } from '../moments';
import type { Details, ToHost, ToPage } from '../protocol';
import { renderAbout } from './aboutView';
import { type DetailEvents, namedBy, renderDetails } from './detailView';
import { h, replaceContent } from './dom';
import { sentenceOf } from './edgeElement';
import { renderEdge } from './edgeView';
import { GraphView } from './graphView';
import { measureWith } from './measure';
import { SearchBox } from './searchBox';
import { type SavedState, readState } from '../state';
import { TimelineView } from './timelineView';
import { Toolbar } from './toolbar';
import { wholePicture } from './wholePicture';

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
  readonly #notice = h('p', { class: 'notice', role: 'alert', hidden: true });
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
  /** Of what the side shows. */
  #sideKey: string | undefined;
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
        onOpenEdge: ({ source, claim }) => {
          host.send({ kind: 'openClaim', source, claim });
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
    bar.append(this.#notice);
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
      case 'moved':
        this.#askDetails();
        return;
      case 'follow':
        // Reading a source must not change what its reader chose to see.
        if (this.#nodes.has(message.id)) this.#select(message.id);
        return;
      case 'notice':
        this.#tell(message.text);
        return;
      case 'export':
        this.#export();
    }
  }

  #tell(text: string): void {
    this.#notice.textContent = text;
    this.#notice.hidden = text === '';
  }

  #askDetails(): void {
    const { selected: id } = this.#state;
    if (id !== undefined) this.#host.send({ kind: 'details', id });
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
    const edge = this.#edge;
    this.#update({ folder });
    this.#select(selected !== undefined && this.#nodes.has(selected) ? selected : undefined);
    const kept = edge && this.#edgeBetween(edge.from, edge.to);
    if (kept) this.#selectEdge(kept);
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
    this.#tell('');
    this.#state = { ...this.#state, selected: id };
    this.#host.save(this.#state);
    this.#graph.select(id);
    this.#timeline.select(id);
    this.#drawSide();
    if (id === undefined) {
      this.#live.textContent = '';
      return;
    }
    this.#askDetails();
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
    this.#live.textContent = sentenceOf(edge, (id) => this.#nodes.get(id)?.name ?? id);
  }

  #edgeBetween(from: string, to: string): DrawnEdge | undefined {
    return this.#drawing?.edges.find((edge) => isSameEdge(edge, { from, to }));
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
    const node = this.#nodes.get(selected ?? '');
    this.#root.classList.toggle('has-selection', node !== undefined || this.#edge !== undefined);
    if (this.#edge) {
      const card = renderEdge(this.#edge, this.#nodes, this.#looks, this.#sideEvents);
      this.#fillSide(`${this.#edge.from}\n${this.#edge.to}`, card);
    } else if (!node) {
      const hidden = new Set(this.#state.hidden);
      this.#fillSide('', renderAbout(map, this.#drawing, hidden, this.#looks));
    } else if (this.#details) {
      const incoming = namedBy(map, this.#nodes, node.id);
      const { type, id } = node;
      this.#fillSide(
        id,
        renderDetails(this.#details, type, incoming, this.#looks, this.#sideEvents),
      );
    }
  }

  #fillSide(key: string, content: HTMLElement): void {
    replaceContent(this.#side, content, key === this.#sideKey);
    this.#sideKey = key;
  }

  readonly #sideEvents: DetailEvents = {
    onSelect: (id) => {
      this.#reveal(id, false);
    },
    edgeBetween: (from, to) => {
      const edge = this.#edgeBetween(from, to);
      return (
        edge &&
        (() => {
          this.#selectEdge(edge);
        })
      );
    },
    isDrawn: (id) => this.#graph.order.includes(id),
    send: (message) => {
      this.#host.send(message);
    },
  };

  /** Sends the picture; where there is none, the host says so. */
  #export(): void {
    this.#host.send({ kind: 'export', svg: this.#picture() });
  }

  #picture(): string | undefined {
    const [map, drawing] = [this.#map, this.#drawing];
    if (!map || !drawing) return undefined;
    const hidden = new Set(this.#state.hidden);
    const dates = this.#timeItems(map, hidden);
    const [looks, order, edge] = [this.#looks, this.#order, this.#edge];
    const { selected } = this.#state;
    const shown = { title: this.#title, map, drawing, dates, hidden, looks, order, selected, edge };
    try {
      return wholePicture(this.#root, this.#measures, shown);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }
}

/** Of the page's height, at the most. */
const timelineShare = 0.31;
/** Entities that somebody looked up stay, but not for ever. */
const mostPinned = 30;
