import type { CorpusMap } from '../../core/features/map';
import type { Looks } from './app';
import { mark } from './detailView';
import { button, h, s } from './dom';

export interface ToolbarEvents {
  onToggle(type: string): void;
  onFollow(): void;
  onZoom(factor: number): void;
  onFit(): void;
  onExport(): void;
}

/** Outlines of icons, 16 by 16. */
const icons = {
  follow: 'M8 2v3M8 11v3M2 8h3M11 8h3M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z',
  less: 'M3 8h10',
  more: 'M3 8h10M8 3v10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  export: 'M8 2v8M4.8 7L8 10.2L11.2 7M2.5 11.5v2h11v-2',
};

/** The types, each of which can be switched off, and what can be done with the picture. */
export class Toolbar {
  readonly types = h('div', { class: 'types', role: 'group', 'aria-label': 'Types' });
  readonly actions: HTMLElement;
  readonly #follow: HTMLButtonElement;
  readonly #events: ToolbarEvents;

  constructor(events: ToolbarEvents) {
    this.#events = events;
    this.#follow = iconButton('Follow the cursor', icons.follow, () => {
      events.onFollow();
    });
    this.actions = h(
      'div',
      { class: 'tools' },
      this.#follow,
      iconButton('Zoom out (−)', icons.less, () => {
        events.onZoom(0.8);
      }),
      iconButton('Zoom in (+)', icons.more, () => {
        events.onZoom(1.25);
      }),
      iconButton('Show all (0)', icons.fit, () => {
        events.onFit();
      }),
      iconButton('Export as SVG…', icons.export, () => {
        events.onExport();
      }),
    );
  }

  update(map: CorpusMap, hidden: ReadonlySet<string>, follow: boolean, looks: Looks): void {
    this.#follow.setAttribute('aria-pressed', String(follow));
    const focused = document.activeElement?.getAttribute('data-type');
    this.types.replaceChildren(
      ...map.types.map(({ id, label, description }) => {
        const count = map.nodes.filter(({ type }) => type === id).length;
        const isOn = !hidden.has(id);
        const attributes = {
          class: `type ${looks(id).tone}`,
          'aria-pressed': String(isOn),
          'data-type': id,
          title: description,
        };
        return button(
          `${label}, ${count}`,
          attributes,
          () => {
            this.#events.onToggle(id);
          },
          mark(looks, id),
          h('span', {}, label),
          h('small', {}, String(count)),
        );
      }),
    );
    for (const one of this.types.querySelectorAll('button')) {
      if (focused !== undefined && one.getAttribute('data-type') === focused) one.focus();
    }
  }
}

function iconButton(label: string, path: string, onClick: () => void): HTMLButtonElement {
  const icon = s('svg', { class: 'icon', viewBox: '0 0 16 16' }, s('path', { d: path }));
  return button(label, { class: 'tool', title: label }, onClick, icon);
}
