import type { MapNode } from '../../core/features/map';
import { searchNodes } from '../search';
import type { Looks } from './app';
import { mark } from './detailView';
import { h } from './dom';

const shown = 8;

/** Finds an entity by any of its names. */
export class SearchBox {
  readonly element: HTMLElement;
  readonly #input = h('input', {
    type: 'search',
    placeholder: 'Find an entity',
    role: 'combobox',
    'aria-label': 'Find an entity',
    'aria-expanded': 'false',
    'aria-controls': 'hits',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #list = h('ul', { id: 'hits', class: 'hits', role: 'listbox', hidden: true });
  readonly #onPick: (id: string) => void;
  #nodes: readonly MapNode[] = [];
  #looks: Looks | undefined;
  #hits: readonly MapNode[] = [];
  #at = 0;

  constructor(onPick: (id: string) => void) {
    this.#onPick = onPick;
    this.element = h('div', { class: 'search' }, this.#input, this.#list);
    this.#input.addEventListener('input', () => {
      this.#at = 0;
      this.#show();
    });
    this.#input.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    this.#input.addEventListener('blur', () => {
      this.#close();
    });
  }

  setNodes(nodes: readonly MapNode[], looks: Looks): void {
    this.#nodes = nodes;
    this.#looks = looks;
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'ArrowDown') this.#at = Math.min(this.#at + 1, this.#hits.length - 1);
    else if (key === 'ArrowUp') this.#at = Math.max(this.#at - 1, 0);
    else if (key === 'Escape') this.#input.value = '';
    else if (key === 'Enter') {
      this.#pick(this.#hits[this.#at]);
      return;
    } else return;
    event.preventDefault();
    this.#show();
  }

  #show(): void {
    this.#hits = searchNodes(this.#nodes, this.#input.value, shown);
    this.#list.replaceChildren(
      ...this.#hits.map((node, at) => {
        const isActive = at === this.#at;
        const row = h(
          'li',
          { id: `hit-${at}`, role: 'option', 'aria-selected': String(isActive) },
          this.#looks && mark(this.#looks, node.type),
          h('span', {}, node.name),
        );
        // Before the input loses the focus, which closes the list.
        row.addEventListener('pointerdown', () => {
          this.#pick(node);
        });
        return row;
      }),
    );
    if (this.#hits.length === 0) {
      this.#close();
      return;
    }
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#input.setAttribute('aria-activedescendant', `hit-${this.#at}`);
  }

  #pick(node: MapNode | undefined): void {
    if (!node) return;
    this.#input.value = '';
    this.#close();
    this.#onPick(node.id);
  }

  #close(): void {
    this.#hits = [];
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}
