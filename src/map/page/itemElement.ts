import { type Placed, labelGap, lineHeight } from '../arrange';
import type { Item } from '../fold';
import { shapePath } from '../looks';
import type { Looks } from './app';
import { s } from './dom';

/** An entity of the picture: its mark, its name, and what a pointer and a reader's voice find. */
export function itemElement(
  placed: Placed,
  boxWidth: number,
  relations: number,
  looks: Looks,
): SVGGElement {
  const { item, column, x, y, radius } = placed;
  const look = looks(item.type);
  const isBox = column === 1;
  return s(
    'g',
    {
      class: `item column-${column} ${look.tone}${item.folded === undefined ? '' : ' fold'}`,
      role: 'option',
      transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
      'data-id': item.id,
      'aria-label': describe(item, look.label, relations),
    },
    ...(isBox ? boxOf(placed, boxWidth) : targetOf(placed)),
    s('path', {
      class: 'mark',
      d: shapePath(look, isBox ? Math.min(radius, 8) : radius),
      transform: isBox ? `translate(${17 - boxWidth / 2},0)` : undefined,
    }),
    nameOf(placed, boxWidth),
    s('title', {}, titleOf(item, look.label)),
  );
}

function boxOf({ height }: Placed, width: number): SVGElement[] {
  const box = { x: -width / 2, y: 2 - height / 2, width, height: height - 4, rx: 7 };
  return [s('rect', { class: 'ground', ...box }), s('rect', { class: 'box', ...box })];
}

/** Where the pointer finds an item, and where its focus is seen. */
function targetOf({ column, textWidth, radius, height }: Placed): SVGElement[] {
  const width = textWidth + 2 * radius + 32;
  const x = column === 0 ? radius + 4 - width : -radius - 4;
  return [
    s('rect', { class: 'target', x, y: 1 - height / 2, width, height: height - 2, rx: 6 }),
    s('circle', { class: 'ground', r: radius + 2.5 }),
  ];
}

function nameOf(placed: Placed, boxWidth: number): SVGTextElement {
  const { item, column, lines, radius } = placed;
  const gap = radius + labelGap;
  const x = column === 0 ? -gap : column === 2 ? gap : 32 - boxWidth / 2;
  const top = 4 - ((lines.length - 1) * lineHeight) / 2;
  const parts = lines.map((line, at) => s('tspan', { x, y: top + at * lineHeight }, line));
  const mark = disagreementOf(item);
  if (mark && column === 0) {
    mark.textContent = `${mark.textContent} `;
    parts.at(-1)?.prepend(mark);
  } else if (mark && column === 1) {
    for (const [name, value] of Object.entries({ x: boxWidth / 2 - 19, y: 4 })) {
      mark.setAttribute(name, String(value));
    }
    parts.push(mark);
  } else if (mark) {
    mark.setAttribute('dx', '6');
    parts.push(mark);
  }
  return s('text', { class: 'name', 'text-anchor': column === 0 ? 'end' : 'start' }, ...parts);
}

/** Where a property is contradicted. Tensions are so many that a mark would tell nothing. */
function disagreementOf({ folded, contradictions }: Item): SVGTSpanElement | undefined {
  if (folded !== undefined || contradictions === 0) return undefined;
  return s('tspan', { class: 'disagreement' }, '≠');
}

function describe(item: Item, type: string, relations: number): string {
  const { name, mentions, contradictions, tensions, folded } = item;
  if (folded !== undefined) return `${folded} more of the type ${type}, press Enter to show them`;
  const parts = [name, type, `${mentions} mentions`, `${relations} relations`];
  const disagreements = contradictions + tensions;
  if (disagreements > 0) parts.push(`${disagreements} disagreements`);
  return parts.join(', ');
}

function titleOf(item: Item, type: string): string {
  const { name, mentions, contradictions, tensions, folded } = item;
  if (folded !== undefined) return `${folded} more of the type ${type}: click to show`;
  const disagreements = contradictions + tensions;
  const also = disagreements > 0 ? `\n≠ ${disagreements} disagreements of the sources` : '';
  return `${name}\n${type} · ${mentions} mentions${also}`;
}
