import type { MapNode } from '../../core/features/map';
import type { DrawnEdge } from '../fold';
import type { Looks } from './app';
import { type DetailEvents, counted, mark } from './detailView';
import { button, h } from './dom';

/** What the claims of an edge say, beside the picture. */
export function renderEdge(
  { from, to, relations, count, source, claim }: DrawnEdge,
  nodes: ReadonlyMap<string, MapNode>,
  looks: Looks,
  { onSelect, send }: Pick<DetailEvents, 'onSelect' | 'send'>,
): HTMLElement {
  const end = (id: string) => {
    const node = nodes.get(id);
    if (!node) return h('p', { class: 'end' }, 'entities that are folded');
    return h(
      'p',
      { class: `end ${looks(node.type).tone}` },
      mark(looks, node.type),
      button(node.name, { class: 'link' }, () => {
        onSelect(id);
      }),
    );
  };
  return h(
    'article',
    { class: 'card' },
    h('p', { class: 'kind' }, 'Relation'),
    end(from),
    ...relations.map(({ label, count: times }) => {
      const often = times > 1 ? h('small', {}, ` × ${times}`) : undefined;
      return h('p', { class: 'relation' }, `↓ ${label}`, often);
    }),
    end(to),
    h(
      'p',
      { class: 'quiet' },
      `${counted(count, 'claim')}. Select the upper entity for all the words that say so.`,
    ),
    h(
      'div',
      { class: 'actions' },
      button(count > 1 ? 'First passage' : 'Passage', { class: 'primary' }, () => {
        send({ kind: 'openClaim', source, claim });
      }),
    ),
  );
}
