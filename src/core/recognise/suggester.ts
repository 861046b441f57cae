import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import type { ResolvedSource } from '../corpus/resolvedSource';
import { KnownNames } from './knownNames';
import { SourceSuggestions } from './sourceSuggestions';
import { type Suggestion, proposalsIn } from './suggestions';

interface Found {
  readonly text: string;
  readonly names: KnownNames;
  readonly proposals: readonly Suggestion[];
  readonly suggestions: SourceSuggestions;
}

/** Finds what may be annotated in the sources of a corpus, and keeps it until they change. */
export class Suggester {
  readonly #corpus: Corpus;
  readonly #found = new Map<string, Found>();
  #names: { readonly registry: Registry; readonly names: KnownNames } | undefined;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** Undefined where there is no such source. */
  async of(path: string): Promise<SourceSuggestions | undefined> {
    const [resolved, registry] = await Promise.all([
      this.#corpus.source(path),
      this.#corpus.registry(),
    ]);
    if (!resolved) this.#found.delete(path);
    return resolved && this.in(resolved, registry);
  }

  in(resolved: ResolvedSource, registry: Registry): SourceSuggestions {
    const known = this.#found.get(resolved.path);
    if (known?.suggestions.resolved === resolved && known.names === this.#namesOf(registry)) {
      return known.suggestions;
    }
    const names = this.#namesOf(registry);
    const { text } = resolved.source;
    const proposals =
      known?.text === text && known.names === names ? known.proposals : proposalsIn(text, names);
    const suggestions = new SourceSuggestions(resolved, proposals);
    this.#found.set(resolved.path, { text, names, proposals, suggestions });
    return suggestions;
  }

  #namesOf(registry: Registry): KnownNames {
    if (this.#names?.registry !== registry) {
      this.#names = { registry, names: new KnownNames(registry) };
    }
    return this.#names.names;
  }
}
