import { readCanonicalYaml } from './canonicalYaml';
import { parseYaml } from './yaml';
import { type YamlContents, treeOf } from './yamlTree';

/** Never throws for bad input: what is wrong stands in `diagnostics`. */
export function readYaml(path: string, text: string): YamlContents {
  const root = readCanonicalYaml(text);
  if (root) return { path, root, diagnostics: [] };
  const { document, diagnostics } = parseYaml(path, text);
  const contents = document?.contents;
  return { path, root: contents ? treeOf(contents) : undefined, diagnostics };
}
