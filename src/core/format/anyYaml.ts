/** All of YAML, read by the library: loaded with the first file that is not in our own form. */
import { isAlias, isMap, isScalar, isSeq } from '../libraries/yaml';
import type { Span } from '../model';
import { contentEnd, parseYaml, spanOf, textOf } from './yaml';
import { type YamlContents, type YamlScalar, type YamlTree, nothing } from './yamlTree';

/** Never throws for bad input: what is wrong stands in `diagnostics`. */
export function readAnyYaml(path: string, text: string): YamlContents {
  const { document, diagnostics } = parseYaml(path, text);
  const contents = document?.contents;
  return { path, root: contents ? treeOf(contents) : undefined, diagnostics };
}

/** The tree of what `yaml` has parsed. */
function treeOf(node: unknown): YamlTree {
  if (isAlias(node)) return { kind: 'alias', span: spanOf(node) };
  if (isSeq(node)) return { kind: 'list', items: node.items.map(treeOf), span: writtenSpan(node) };
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }) =>
      isScalar(key) ? [{ key: scalarOf(key), value: treeOf(value) }] : [],
    );
    return { kind: 'map', entries, span: writtenSpan(node) };
  }
  return isScalar(node) ? scalarOf(node) : nothing;
}

function scalarOf(node: Parameters<typeof textOf>[0]): YamlScalar {
  const span = spanOf(node);
  if (span.start === span.end) return nothing;
  return { kind: 'scalar', text: textOf(node), isPlain: node.type === 'PLAIN', span };
}

function writtenSpan(node: unknown): Span {
  const { start, end } = spanOf(node);
  return { start, end: contentEnd(node) ?? end };
}
