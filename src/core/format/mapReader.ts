import type { Diagnostic, DiagnosticCode } from '../diagnostic';
import type { Place, Span } from '../model';
import type { YamlMap, YamlTree } from './yamlTree';

/** Collects what is wrong while a file is read. */
export interface Findings {
  readonly file: string;
  readonly diagnostics: Diagnostic[];
}

export function find(
  findings: Findings,
  code: DiagnosticCode,
  span: Span,
  message: string,
  severity: Diagnostic['severity'] = 'error',
): void {
  findings.diagnostics.push({ code, severity, message, file: findings.file, span });
}

/** Reads typed values out of one YAML map; unknown keys are nobody's business and stay. */
export class MapReader {
  readonly span: Span;
  readonly #findings: Findings;
  readonly #what: string;
  readonly #nodes = new Map<string, YamlTree>();
  readonly #keys = new Map<string, Span>();

  /** `what` names the record in messages, such as `mention`. */
  constructor(map: YamlMap, what: string, findings: Findings) {
    this.span = map.span;
    this.#what = what;
    this.#findings = findings;
    for (const { key, value } of map.entries) {
      if (this.#nodes.has(key.text)) continue;
      this.#nodes.set(key.text, value);
      this.#keys.set(key.text, key.span);
    }
  }

  /** Undefined, with a diagnostic, where the node is no map. */
  static over(node: YamlTree | undefined, what: string, findings: Findings): MapReader | undefined {
    if (node?.kind === 'map') return new MapReader(node, what, findings);
    const span = node?.span ?? { start: 0, end: 0 };
    find(findings, 'wrong-shape', span, `A ${what} must be a map of keys and values.`);
    return undefined;
  }

  has(key: string): boolean {
    return this.#nodes.has(key);
  }

  keys(): Iterable<string> {
    return this.#nodes.keys();
  }

  node(key: string): YamlTree | undefined {
    return this.#nodes.get(key);
  }

  /** The key's value as text; an absent or empty one is undefined. */
  text(key: string): string | undefined {
    const node = this.#nodes.get(key);
    if (node?.kind === 'scalar') return node.text === '' && node.isPlain ? undefined : node.text;
    // An alias is reported by itself.
    if (node && node.kind !== 'alias') this.#wrong(key, 'text');
    return undefined;
  }

  /** As `text`, and says so where the value is missing. */
  required(key: string): string | undefined {
    const value = this.text(key);
    if (value === undefined && !this.#isNoText(key)) {
      find(this.#findings, 'missing-key', this.span, `This ${this.#what} has no “${key}”.`);
    }
    return value;
  }

  /** A list of texts, or a single one; anything else in it is reported and left out. */
  texts(key: string): string[] {
    const node = this.#nodes.get(key);
    if (node === undefined || node.kind === 'scalar') {
      const single = this.text(key);
      return single === undefined ? [] : [single];
    }
    if (node.kind !== 'list') {
      this.#wrong(key, 'a list');
      return [];
    }
    const texts = node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
    if (texts.length < node.items.length) this.#wrong(key, 'a list of texts');
    return texts;
  }

  /** The items of a list; an absent or empty key is an empty list. */
  items(key: string): readonly YamlTree[] {
    const node = this.#nodes.get(key);
    if (node?.kind === 'list') return node.items;
    if (!this.#isEmpty(node)) this.#wrong(key, 'a list');
    return [];
  }

  /** A map of texts, such as `attributes`; undefined where there is none. */
  textMap(key: string): ReadonlyMap<string, string> | undefined {
    const node = this.#nodes.get(key);
    if (node?.kind !== 'map') {
      if (!this.#isEmpty(node)) this.#wrong(key, 'a map');
      return undefined;
    }
    const reader = new MapReader(node, key, this.#findings);
    const entries = [...reader.keys()].map((name) => [name, reader.text(name) ?? ''] as const);
    return new Map(entries);
  }

  /** One of the values allowed; reports any other and answers undefined. */
  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.text(key);
    const known = allowed.find((one) => one === value);
    if (value !== undefined && known === undefined) {
      const message = `“${key}” must be one of ${allowed.join(', ')}.`;
      find(this.#findings, 'bad-value', this.spanOf(key), message);
    }
    return known;
  }

  /** Where the key itself stands. */
  keySpan(key: string): Span | undefined {
    return this.#keys.get(key);
  }

  /** Where the key's value stands; the whole record where there is none. */
  spanOf(key: string): Span {
    const span = this.#nodes.get(key)?.span;
    return span && span.end > span.start ? span : this.span;
  }

  place(): Place {
    const values = new Map<string, Span>();
    const items = new Map<string, Span[]>();
    for (const [key, node] of this.#nodes) {
      if (node.span.end > node.span.start) values.set(key, node.span);
      if (node.kind !== 'list') continue;
      const [first] = node.items;
      if (first?.kind === 'alias' || !node.items.every(({ kind }) => kind === first?.kind))
        continue;
      items.set(
        key,
        node.items.map(({ span }) => span),
      );
    }
    return {
      file: this.#findings.file,
      span: this.span,
      values,
      ...(items.size > 0 && { items }),
    };
  }

  #isEmpty(node: YamlTree | undefined): boolean {
    return node === undefined || (node.kind === 'scalar' && node.text === '');
  }

  #isNoText(key: string): boolean {
    const node = this.#nodes.get(key);
    return node !== undefined && node.kind !== 'scalar';
  }

  #wrong(key: string, wanted: string): void {
    find(this.#findings, 'wrong-shape', this.spanOf(key), `“${key}” must be ${wanted}.`);
  }
}
