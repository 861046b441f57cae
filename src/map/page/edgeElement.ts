import type { Placed } from '../arrange';
import type { DrawnEdge } from '../fold';
import type { Course } from '../paths';
import type { Looks } from './app';
import { s } from './dom';

/** An edge as it is drawn. */
export interface DrawnCourse {
  readonly edge: DrawnEdge;
  readonly course: Course;
  readonly element: SVGGElement;
}

/** An edge: its line, its tip, and a wide one that a pointer finds. */
export function edgeElement(
  { count }: DrawnEdge,
  { path, end, endSide }: Course,
  stroke: string,
  tone: string,
  title: string,
): SVGGElement {
  const width = Math.min(1.1 + Math.log2(count) * 0.7, 4.5);
  const tip = `M${end[0]},${end[1]}l${endSide * 8},-4v8z`;
  return s(
    'g',
    { class: `edge ${tone}` },
    s('path', { class: 'hit', d: path }),
    s('path', { class: 'line', d: path, stroke, 'stroke-width': width.toFixed(1) }),
    s('path', { class: 'tip', d: tip }),
    s('title', {}, title),
  );
}

/** From the colour of one end to that of the other; one gradient for all edges between the same. */
export function strokeOf(
  from: Placed,
  to: Placed,
  looks: Looks,
  gradients: Map<string, SVGLinearGradientElement>,
): string {
  const [a, b] = from.column <= to.column ? [from, to] : [to, from];
  const [toneA, toneB] = [looks(a.item.type).tone, looks(b.item.type).tone];
  if (toneA === toneB || a.column === b.column) return `var(--${looks(to.item.type).tone})`;
  const id = `from-${toneA}-${a.column}-to-${toneB}-${b.column}`;
  if (!gradients.has(id)) {
    const ends = { x1: a.x + a.reach, x2: b.x - b.reach };
    gradients.set(
      id,
      s(
        'linearGradient',
        { id, gradientUnits: 'userSpaceOnUse', ...ends },
        s('stop', { offset: '0.1', class: toneA }),
        s('stop', { offset: '0.9', class: toneB }),
      ),
    );
  }
  return `url(#${id})`;
}

/** “Memorandum — signed by — CNSA”, a line for each property. */
export function sentenceOf(
  { from, to, relations }: DrawnEdge,
  name: (id: string) => string,
): string {
  return relations
    .map(({ label, count }) => {
      const times = count > 1 ? ` (${count} claims)` : '';
      return `${name(from)} — ${label} — ${name(to)}${times}`;
    })
    .join('\n');
}
