import type { CorpusMap } from '../../core/features/map';
import type { Drawing, DrawnEdge } from '../fold';
import type { TimeItem } from '../moments';
import type { Measure } from '../wrapText';
import { aboutInWords } from './aboutView';
import type { Looks } from './app';
import { h } from './dom';
import { exportSvg } from './exportSvg';
import { GraphView } from './graphView';
import { TimelineView } from './timelineView';

/** What a page shows, as far as a picture of it needs to know. */
export interface Shown {
  readonly title: string;
  readonly map: CorpusMap;
  readonly drawing: Drawing;
  readonly dates: readonly TimeItem[];
  readonly hidden: ReadonlySet<string>;
  readonly looks: Looks;
  readonly order: readonly string[];
  readonly selected: string | undefined;
  readonly edge: DrawnEdge | undefined;
}

/** Draws what is shown anew, as large as it wants to be, wherever the reader is in it: as SVG. */
export function wholePicture(
  page: HTMLElement,
  measures: { readonly graph: Measure; readonly timeline: Measure },
  { title, map, drawing, dates, hidden, looks, order, selected, edge }: Shown,
): string {
  const graph = new GraphView(noEvents, measures.graph);
  const timeline = new TimelineView(noEvents, measures.timeline);
  const room = h('div', { class: 'offscreen' }, graph.element, timeline.element);
  page.append(room);
  try {
    graph.draw(drawing, looks, order);
    graph.select(selected, edge);
    timeline.draw(dates, looks, exportedTimeline);
    timeline.select(selected);
    const { width = 0, height = 0 } = graph.arrangement ?? {};
    const parts = [{ svg: graph.svg, width, height }];
    const { clientWidth, clientHeight } = timeline.svg;
    if (!timeline.element.hidden) {
      parts.push({ svg: timeline.svg, width: clientWidth, height: clientHeight });
    }
    return exportSvg(`${title} — the map`, aboutInWords(map, drawing, hidden), parts);
  } finally {
    room.remove();
  }
}

const noEvents = {
  onSelect: () => undefined,
  onSelectEdge: () => undefined,
  onOpen: () => undefined,
  onOpenEdge: () => undefined,
  onUnfold: () => undefined,
};
/** The height of an exported time line, at the most. */
const exportedTimeline = 420;
