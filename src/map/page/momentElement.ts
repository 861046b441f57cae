import { symbol, symbolDiamond } from 'd3-shape';
import type { Moment } from '../moments';
import type { Looks } from './app';
import { s } from './dom';

const diamond = symbol(symbolDiamond, 68)() ?? '';

/** A date on the time line: a point, or a bar as long as what is known of it is vague. */
export function momentElement(moment: Moment, y: number, looks: Looks): SVGGElement {
  const { mark, isPoint, label, suffix, isLabelLeft, date, key, type } = moment;
  const classes = [
    'moment',
    looks(type).tone,
    date.planned ? 'planned' : '',
    isPoint ? '' : 'vague',
  ];
  const about = describe(moment);
  const text = s(
    'text',
    {
      x: isLabelLeft ? mark.left - 7 : mark.right + 7,
      y: y + 4,
      'text-anchor': isLabelLeft ? 'end' : 'start',
    },
    s('tspan', { class: 'moment-name' }, label),
    s('tspan', { class: 'moment-label', dx: 6 }, suffix),
  );
  return s(
    'g',
    {
      class: classes.filter(Boolean).join(' '),
      role: 'option',
      'data-key': key,
      'aria-label': about,
    },
    s('rect', { class: 'target', x: mark.left - 4, y: y - 9, width: 20, height: 18, rx: 4 }),
    isPoint ? pointOf(moment, y) : barOf(moment, y),
    text,
    s('title', {}, about),
  );
}

function pointOf({ mark }: Moment, y: number): SVGElement {
  const middle = ((mark.left + mark.right) / 2).toFixed(1);
  return s('path', { class: 'date', d: diamond, transform: `translate(${middle},${y})` });
}

function barOf({ mark: { left, right } }: Moment, y: number): SVGElement {
  const width = (right - left).toFixed(1);
  return s('rect', { class: 'date', x: left.toFixed(1), y: y - 5, width, height: 10, rx: 3 });
}

function describe({ name, date }: Moment): string {
  const parts = [`${name}: ${date.label} ${date.value}`];
  if (date.planned) parts.push('a plan');
  if (date.uncertain) parts.push('not certain');
  if (date.contradicted) parts.push('sources disagree');
  if (date.count > 1) parts.push(`${date.count} claims`);
  return parts.join(', ');
}
