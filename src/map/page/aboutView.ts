import type { CorpusMap } from '../../core/features/map';
import type { Drawing } from '../fold';
import type { Looks } from './app';
import { counted, mark } from './detailView';
import { type Child, h, s } from './dom';

/** What the picture shows and what it does not, how to read it, and how to move in it. */
export function renderAbout(
  map: CorpusMap,
  drawing: Drawing,
  hidden: ReadonlySet<string>,
  looks: Looks,
): HTMLElement {
  const rows = notDrawn(map, drawing, hidden).map(({ type, text }) => {
    if (type === undefined) return h('li', {}, text);
    return h('li', { class: looks(type).tone }, mark(looks, type), ` ${text}`);
  });
  return h(
    'article',
    { class: 'about' },
    h('h2', {}, 'The map'),
    h('p', {}, summary(map, drawing, hidden)),
    ...(rows.length > 0 ? [h('h3', {}, 'Not drawn'), h('ul', { class: 'legend' }, ...rows)] : []),
    h('h3', {}, 'How to read it'),
    h('ul', { class: 'legend' }, ...legend()),
    h('h3', {}, 'How to move'),
    h(
      'dl',
      { class: 'keys' },
      ...keys.flatMap(([what, how]) => [h('dt', {}, what), h('dd', {}, how)]),
    ),
  );
}

const keys: readonly (readonly [string, string])[] = [
  ['Click, Enter', 'select'],
  ['Double click, Shift+Enter', 'open the passage'],
  ['Arrows, Home, End', 'go from one to the next'],
  ['Wheel, + and −', 'zoom'],
  ['0', 'show all'],
  ['/', 'search'],
  ['Escape', 'select nothing'],
];

function summary(map: CorpusMap, { shown, edges }: Drawing, hidden: ReadonlySet<string>): string {
  const all = map.nodes.length;
  if (all === 0) return 'There are no entities yet. Annotate some words of a source to begin.';
  const some = shown === all ? entities(all) : `${shown} of ${entities(all)}`;
  const relations = edges.reduce((sum, { count }) => sum + count, 0);
  const typeOf = new Map(map.nodes.map(({ id, type }) => [id, type]));
  const dates = map.dates.filter(({ subject }) => !hidden.has(typeOf.get(subject) ?? '')).length;
  return `${some}, joined by ${counted(relations, 'claim')}; ${counted(dates, 'date')}.`;
}

/** What is not drawn, and why: nothing is left out without a word. */
function notDrawn(
  { types, nodes, undatable }: CorpusMap,
  { groups, within }: Drawing,
  hidden: ReadonlySet<string>,
): { readonly type?: string; readonly text: string }[] {
  const folds = groups.flatMap(({ type: { id, label }, items }) => {
    const folded = items.find((item) => item.folded !== undefined)?.folded;
    return folded === undefined
      ? []
      : [{ type: id, text: `${label}: ${folded} folded into “more”` }];
  });
  const off = types.filter(({ id }) => hidden.has(id));
  const switches = off.map(({ id, label }) => {
    const count = nodes.filter(({ type }) => type === id).length;
    return { type: id, text: `${label}: ${count}, switched off` };
  });
  const dates =
    undatable > 0 ? [{ text: `${counted(undatable, 'date')} that no axis can hold` }] : [];
  const inner = within > 0 ? [{ text: `${counted(within, 'claim')} within what is folded` }] : [];
  return [...folds, ...inner, ...switches, ...dates];
}

/** The same in a line, for a picture that stands by itself. */
export function aboutInWords(
  map: CorpusMap,
  drawing: Drawing,
  hidden: ReadonlySet<string>,
): string {
  const left = notDrawn(map, drawing, hidden).map(({ text }) => text);
  const also = left.length > 0 ? ` Not drawn: ${left.join('; ')}.` : '';
  return summary(map, drawing, hidden) + also;
}

function legend(): HTMLElement[] {
  const sample = (...children: Child[]) =>
    s(
      'svg',
      { class: 'sample tone-purple', viewBox: '0 0 34 16', 'aria-hidden': 'true' },
      ...children,
    );
  const bar = { x: 3, y: 3.5, width: 28, height: 9, rx: 3, class: 'date' };
  const entry = (picture: SVGElement, text: string) => h('li', {}, picture, ` ${text}`);
  return [
    entry(
      sample(
        s('circle', { class: 'mark', cx: 9, cy: 8, r: 4 }),
        s('circle', { class: 'mark', cx: 24, cy: 8, r: 7 }),
      ),
      'the larger, the more often mentioned',
    ),
    entry(
      sample(
        s('path', { class: 'stroke thin', d: 'M2,5H32' }),
        s('path', { class: 'stroke thick', d: 'M2,11H32' }),
      ),
      'the thicker, the more claims',
    ),
    entry(sample(s('path', { class: 'date', d: 'M17,2l5,6l-5,6l-5,-6z' })), 'a day'),
    entry(
      sample(s('g', { class: 'vague' }, s('rect', bar))),
      'some time within, or the whole time',
    ),
    entry(sample(s('g', { class: 'planned vague' }, s('rect', bar))), 'a plan'),
    entry(
      sample(s('text', { class: 'disagreement', x: 17, y: 13, 'text-anchor': 'middle' }, '≠')),
      'sources contradict each other',
    ),
  ];
}

function entities(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'entity' : 'entities'}`;
}
