import { NameTrie } from './nameTrie';
import { acceptsSpelling } from './spelling';
import type { Suggestion } from './suggestions';

interface Named {
  readonly name: string;
  readonly suggestion: Suggestion;
}

/** The new names of a whole text: by them its parts are read again while they are edited. */
export class TextNames {
  readonly #text: string;
  readonly #suggestions: readonly Suggestion[];
  #trie: NameTrie<Named> | undefined;

  constructor(text: string, suggestions: readonly Suggestion[]) {
    this.#text = text;
    this.#suggestions = suggestions;
  }

  /** The names of a part: its own, as what the text takes them for, and those of the text in it. */
  in(part: string, own: readonly Suggestion[]): Suggestion[] {
    const trie = (this.#trie ??= this.#makeTrie());
    const found = [...trie.matches(part, accepted)];
    const known = own.map((one) => {
      const words = part.slice(one.start, one.end);
      const [named] = accepted(trie.get(words), words);
      return { ...one, ...named?.suggestion, start: one.start, end: one.end };
    });
    return [
      ...known,
      ...found.flatMap(({ start, end, values }) =>
        values.slice(0, 1).map(({ suggestion }) => ({ ...suggestion, start, end })),
      ),
    ];
  }

  #makeTrie(): NameTrie<Named> {
    const trie = new NameTrie<Named>();
    for (const suggestion of this.#suggestions) {
      const name = this.#text.slice(suggestion.start, suggestion.end);
      if (suggestion.kind === 'name' && trie.get(name).length === 0) {
        trie.add(name, { name, suggestion });
      }
    }
    return trie;
  }
}

function accepted(all: readonly Named[], words: string): readonly Named[] {
  return all.filter(({ name }) => acceptsSpelling(name, words));
}
