import { type YAMLMap, isAlias, isMap, isScalar, isSeq } from '../libraries/yaml';
import type { Diagnostic, DiagnosticCode } from '../diagnostic';
import type { Place, Span } from '../model';
import { contentEnd, spanOf, textOf } from './yaml';

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
  readonly #nodes = new Map<string, unknown>();
  readonly #keys = new Map<string, Span>();

  /** `what` names the record in messages, such as `mention`. */
  constructor(map: YAMLMap, what: string, findings: Findings) {
    this.span = { start: spanOf(map).start, end: contentEnd(map) ?? spanOf(map).end };
    this.#what = what;
    this.#findings = findings;
    for (const { key, value } of map.items) {
      if (isScalar(key) && !this.#nodes.has(textOf(key))) {
        this.#nodes.set(textOf(key), value);
        this.#keys.set(textOf(key), spanOf(key));
      }
    }
  }

  /** Undefined, with a diagnostic, where the node is no map. */
  static over(node: unknown, what: string, findings: Findings): MapReader | undefined {
    if (isMap(node)) return new MapReader(node, what, findings);
    find(findings, 'wrong-shape', spanOf(node), `A ${what} must be a map of keys and values.`);
    return undefined;
  }

  has(key: string): boolean {
    return this.#nodes.has(key);
  }

  keys(): Iterable<string> {
    return this.#nodes.keys();
  }

  node(key: string): unknown {
    return this.#nodes.get(key);
  }

  /** The key's value as text; an absent or empty one is undefined. */
  text(key: string): string | undefined {
    const node = this.#nodes.get(key);
    if (node === undefined || node === null) return undefined;
    if (isScalar(node)) {
      const written = textOf(node);
      return written === '' && node.type === 'PLAIN' ? undefined : written;
    }
    // An alias is reported by itself.
    if (!isAlias(node)) this.#wrong(key, 'text');
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
    if (isScalar(node) || node === undefined || node === null) {
      const single = this.text(key);
      return single === undefined ? [] : [single];
    }
    if (!isSeq(node)) {
      this.#wrong(key, 'a list');
      return [];
    }
    const items = node.items.filter((item) => isScalar(item));
    if (items.length < node.items.length) this.#wrong(key, 'a list of texts');
    return items.map(textOf);
  }

  /** The items of a list; an absent or empty key is an empty list. */
  items(key: string): readonly unknown[] {
    const node = this.#nodes.get(key);
    if (isSeq(node)) return node.items;
    if (!this.#isEmpty(node)) this.#wrong(key, 'a list');
    return [];
  }

  /** A map of texts, such as `attributes`; undefined where there is none. */
  textMap(key: string): ReadonlyMap<string, string> | undefined {
    const node = this.#nodes.get(key);
    if (!isMap(node)) {
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
    const span = spanOf(this.#nodes.get(key));
    return span.end > span.start ? span : this.span;
  }

  place(): Place {
    const values = new Map<string, Span>();
    const items = new Map<string, Span[]>();
    for (const [key, node] of this.#nodes) {
      const span = spanOf(node);
      if (span.end > span.start) values.set(key, span);
      if (isSeq(node) && (node.items.every(isScalar) || node.items.every(isMap))) {
        items.set(key, node.items.map(spanOf));
      }
    }
    return {
      file: this.#findings.file,
      span: this.span,
      values,
      ...(items.size > 0 && { items }),
    };
  }

  #isEmpty(node: unknown): boolean {
    return node === undefined || node === null || (isScalar(node) && textOf(node) === '');
  }

  #isNoText(key: string): boolean {
    const node = this.#nodes.get(key);
    return node !== undefined && node !== null && !isScalar(node);
  }

  #wrong(key: string, wanted: string): void {
    find(this.#findings, 'wrong-shape', this.spanOf(key), `“${key}” must be ${wanted}.`);
  }
}
