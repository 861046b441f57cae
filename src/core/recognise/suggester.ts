import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import type { ResolvedSource } from '../corpus/resolvedSource';
import { KnownNames } from './knownNames';
import { SourceSuggestions } from './sourceSuggestions';
import type * as AllRules from './suggest';
import type { TextFindings } from './textFindings';

type Rules = typeof AllRules;

interface Found {
  readonly findings: TextFindings;
  readonly version: number;
  readonly suggestions: SourceSuggestions;
}

/** Finds what may be annotated in the sources of a corpus, and keeps it until they change. */
export class Suggester {
  readonly #corpus: Corpus;
  readonly #found = new Map<string, Found>();
  #names: KnownNames | undefined;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /**
   * Undefined where there is no such source.
   *
   * @param isQuick after an edit only what it touched is looked at, with what the text said before
   */
  async of(path: string, isQuick = false): Promise<SourceSuggestions | undefined> {
    const [resolved, registry] = await Promise.all([
      this.#corpus.source(path),
      this.#corpus.registry(),
    ]);
    // The rules are heavy: they are loaded with the first source, not with the program.
    const rules = await import('./suggest');
    if (resolved) return this.#in(resolved, registry, rules, isQuick);
    this.#found.delete(path);
    return undefined;
  }

  #in(
    resolved: ResolvedSource,
    registry: Registry,
    rules: Rules,
    isQuick: boolean,
  ): SourceSuggestions {
    this.#names ??= new KnownNames(registry);
    this.#names.update(registry);
    const { version } = this.#names;
    const known = this.#found.get(resolved.path);
    const findings = findingsIn(resolved.source.text, known?.findings, rules, isQuick);
    if (
      known?.suggestions.resolved === resolved &&
      known.findings === findings &&
      known.version === version
    ) {
      return known.suggestions;
    }
    const suggestions = new SourceSuggestions(resolved, findings, this.#names);
    this.#found.set(resolved.path, { findings, version, suggestions });
    return suggestions;
  }
}

function findingsIn(
  text: string,
  known: TextFindings | undefined,
  rules: Rules,
  isQuick: boolean,
): TextFindings {
  if (known?.text === text && (isQuick || known.isWhole)) return known;
  return known && isQuick ? known.edited(text) : rules.TextFindings.in(text);
}
