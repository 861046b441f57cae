/**
 * The one door through which YAML enters: parsed by `yaml` with every scalar as text, and with
 * what the format forbids (aliases, anchors, tags, bottomless nesting) refused before it can harm.
 */
import {
  Composer,
  Parser,
  type CST,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  visit,
} from '../libraries/yaml';
import type { Diagnostic, DiagnosticCode } from '../diagnostic';
import type { Span } from '../model';

export interface YamlFile {
  /** Path from the corpus root. */
  readonly path: string;
  readonly text: string;
  /** Undefined where the file cannot be read as one YAML document at all. */
  readonly document: Document.Parsed | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper than any file of the format by far; beyond it, recursive readers overflow. */
const maxDepth = 64;

/** Never throws for bad input: what is wrong stands in `diagnostics`. */
export function parseYaml(path: string, text: string): YamlFile {
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(text)) {
    const deep = tooDeep(token);
    if (deep !== undefined) {
      const message = `This file nests deeper than ${maxDepth} levels and is not read.`;
      const span = { start: deep, end: deep + 1 };
      return refused(path, text, [report(path, 'yaml-too-deep', message, span)]);
    }
    tokens.push(token);
  }
  // Scalars stay text (an id such as 1e345678 is no number); own check of keys, as yaml's is quadratic.
  const options = { schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true } as const;
  const documents = [...new Composer(options).compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (second) {
    const start = second.range[0];
    const message = 'This file holds several YAML documents; an annotation file is a single one.';
    return refused(path, text, [report(path, 'yaml-syntax', message, { start, end: start + 3 })]);
  }
  if (!document) return { path, text, document, diagnostics: [] };
  return {
    path,
    text,
    document,
    diagnostics: [...syntaxErrors(path, document), ...forbidden(path, document)],
  };
}

function refused(path: string, text: string, diagnostics: Diagnostic[]): YamlFile {
  return { path, text, document: undefined, diagnostics };
}

function report(path: string, code: DiagnosticCode, message: string, span: Span): Diagnostic {
  return { code, severity: 'error', message, file: path, span };
}

function syntaxErrors(path: string, document: Document.Parsed): Diagnostic[] {
  // Behind the first error the parser guesses: what it says of the rest is a consequence.
  const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!first) return [];
  const [start, end] = first.pos;
  const span = { start, end: Math.max(end, start + 1) };
  return [report(path, 'yaml-syntax', `Not valid YAML: ${first.message}`, span)];
}

/** The format has no aliases, anchors and tags: alias bombs and surprises end here. */
function forbidden(path: string, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  const refuse = (what: string, node: Node) => {
    const message = `The annotation format has no YAML ${what}; write the value itself.`;
    found.push(report(path, 'yaml-feature', message, spanOf(node)));
  };
  visit(document, {
    Alias: (_, node) => {
      refuse('aliases', node);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) refuse('anchors', node);
      if (node.tag !== undefined) refuse('tags', node);
    },
    Map: (_, map) => {
      found.push(...duplicateKeys(path, map.items));
    },
  });
  return found;
}

function duplicateKeys(path: string, items: readonly Pair[]): Diagnostic[] {
  const seen = new Set<string>();
  const found: Diagnostic[] = [];
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    const name = textOf(key);
    if (seen.has(name)) {
      const message = `The key “${name}” stands twice here; only the first counts.`;
      found.push(report(path, 'duplicate-key', message, spanOf(key)));
    }
    seen.add(name);
  }
  return found;
}

/** The offset at which a token first nests beyond the limit; walks without recursion. */
function tooDeep(root: CST.Token): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) return token.offset;
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth: depth + 1 });
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

/** Where a node's own text stands; empty for a node that was never written. */
export function spanOf(node: unknown): Span {
  const range = (node as Node | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/**
 * Where the last written character of a node ends; undefined for a node that was never written.
 * The parser places an empty value behind the comments that follow its key.
 */
export function contentEnd(node: unknown): number | undefined {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (!last) return undefined;
    const key = contentEnd(last.key);
    return contentEnd(last.value) ?? (key === undefined ? undefined : key + 1);
  }
  if (isSeq(node) && node.flow !== true) return contentEnd(node.items.at(-1));
  const { start, end } = spanOf(node);
  return end > start ? end : undefined;
}

/** A scalar's text: under the schema that we parse with, scalars hold nothing else. */
export function textOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

/** A node as plain data, every scalar a string. Aliases, which the format refuses, become null. */
export function plain(node: unknown): unknown {
  if (isScalar(node)) return textOf(node);
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node)) return node.items.map(plain);
  if (isPair(node)) return [plain(node.key), plain(node.value)];
  if (isAlias(node)) return null;
  return '';
}
