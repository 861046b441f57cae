import type { CorpusMap, MapNode, MapRelation } from '../../core/features/map';
import { shapePath } from '../looks';
import type { ClaimDetails, Details, QuoteDetails, ToHost } from '../protocol';
import type { Looks } from './app';
import { type Child, button, h, s } from './dom';

/** What other entities say of the one that is shown. */
export interface Incoming {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly relations: readonly MapRelation[];
}

export interface DetailEvents {
  readonly onSelect: (id: string) => void;
  /** Selects the edge from one entity to another; undefined where none is drawn. */
  readonly edgeBetween: (from: string, to: string) => (() => void) | undefined;
  readonly isDrawn: (id: string) => boolean;
  readonly send: (message: ToHost) => void;
}

const shownIncoming = 40;

/** The card of an entity, beside the picture. */
export function renderDetails(
  details: Details,
  type: string,
  incoming: readonly Incoming[],
  looks: Looks,
  events: DetailEvents,
): HTMLElement {
  const { send } = events;
  const { id, name, aliases, description, mentions, sources, properties, tensions } = details;
  return h(
    'article',
    { class: `card ${looks(type).tone}` },
    h('p', { class: 'kind' }, mark(looks, type), ` ${details.type}`),
    h('h2', {}, name),
    aliases.length > 0 ? h('p', { class: 'aliases' }, aliases.join(' · ')) : undefined,
    description === undefined ? undefined : h('p', {}, description),
    h('p', { class: 'quiet' }, counted(mentions, 'mention'), ' in ', counted(sources, 'source')),
    h(
      'div',
      { class: 'actions' },
      button(details.hasDefinition ? 'Definition' : 'Passage', { class: 'primary' }, () => {
        send({ kind: 'open', id });
      }),
      button('Mentions', {}, () => {
        send({ kind: 'showMentions', id });
      }),
      button('Registry', {}, () => {
        send({ kind: 'openEntry', id });
      }),
      events.isDrawn(id)
        ? undefined
        : button('Draw', { title: 'Draw it in the map, with its type' }, () => {
            events.onSelect(id);
          }),
    ),
    ...properties.map((property) => propertyOf(id, property, events)),
    ...incomingOf(id, incoming, looks, events),
    ...(tensions.length > 0 ? [h('h3', { class: 'warning' }, '≠ Sources pull apart')] : []),
    ...tensions.map(({ statement, quotes }) =>
      h(
        'div',
        { class: 'tension' },
        h('p', {}, statement),
        ...quotes.map((one) => quoteOf(one, send)),
      ),
    ),
  );
}

function propertyOf(
  subject: string,
  { label, contradicted, claims, more }: Details['properties'][number],
  events: DetailEvents,
): HTMLElement {
  const heading = contradicted ? `≠ ${label}` : label;
  return h(
    'section',
    {},
    h('h3', contradicted ? { class: 'warning', title: 'Sources disagree' } : {}, heading),
    ...claims.map((claim) => claimOf(subject, claim, events)),
    more > 0 ? h('p', { class: 'quiet' }, `and ${more} more`) : undefined,
  );
}

function claimOf(subject: string, claim: ClaimDetails, events: DetailEvents): HTMLElement {
  const { onSelect, edgeBetween, send } = events;
  const { entity, value } = claim;
  const name: Child =
    entity === undefined
      ? value
      : button(value, { class: 'link' }, () => {
          onSelect(entity);
        });
  const edge = entity === undefined ? undefined : edgeBetween(subject, entity);
  return h(
    'div',
    { class: 'claim' },
    h('div', {}, name, edgeButton(value, edge)),
    quoteOf(claim, send),
  );
}

/** What a click on a line of the picture does, for those who have no pointer. */
function edgeButton(other: string, select: (() => void) | undefined): Child {
  const title = `Select the relation with ${other}`;
  return select && button(title, { class: 'relate', title }, select, '⟶');
}

/** The words, which lead to their place. */
export function quoteOf(quote: QuoteDetails, send: DetailEvents['send']): HTMLElement {
  const { words, source, open, label, line } = quote;
  const where = line === undefined ? label : `${label}:${line}`;
  const text = [h('q', {}, words), h('span', { class: 'where' }, ` ${where}`)];
  if (!open)
    return h('p', { class: 'quote', title: 'These words have no place any more' }, ...text);
  return button(
    `${words}, ${where}`,
    { class: 'quote', title: `Open ${source}` },
    () => {
      send(open);
    },
    ...text,
  );
}

/** The entities of which claims name an entity. */
export function namedBy(
  { edges }: CorpusMap,
  nodes: ReadonlyMap<string, MapNode>,
  id: string,
): Incoming[] {
  return edges.flatMap(({ from, to, relations }) => {
    const node = to === id ? nodes.get(from) : undefined;
    return node ? [{ id: from, name: node.name, type: node.type, relations }] : [];
  });
}

function incomingOf(
  object: string,
  incoming: readonly Incoming[],
  looks: Looks,
  { onSelect, edgeBetween }: DetailEvents,
): HTMLElement[] {
  if (incoming.length === 0) return [];
  const rows = incoming.slice(0, shownIncoming).map(({ id, name, type, relations }) => {
    const labels = relations.map(({ label }) => label).join(', ');
    const link = button(name, { class: 'link' }, () => {
      onSelect(id);
    });
    return h(
      'div',
      { class: `incoming ${looks(type).tone}` },
      mark(looks, type),
      link,
      edgeButton(name, edgeBetween(id, object)),
      h('small', {}, labels),
    );
  });
  const more = incoming.length - rows.length;
  if (more > 0) rows.push(h('div', { class: 'quiet' }, `and ${more} more`));
  return [h('section', {}, h('h3', {}, 'Named by'), ...rows)];
}

/** The mark of a type, as in the picture. */
export function mark(looks: Looks, type: string): SVGElement {
  const look = looks(type);
  return s(
    'svg',
    { class: `mark-icon ${look.tone}`, viewBox: '-8 -8 16 16', 'aria-hidden': 'true' },
    s('path', { class: 'mark', d: shapePath(look, 5.6) }),
  );
}

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
