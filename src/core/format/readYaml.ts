import { readCanonicalYaml } from './canonicalYaml';
import type { YamlContents } from './yamlTree';

/** Never fails for bad input: what is wrong stands in `diagnostics`. */
export async function readYaml(path: string, text: string): Promise<YamlContents> {
  const root = readCanonicalYaml(text);
  if (root) return { path, root, diagnostics: [] };
  const { readAnyYaml } = await import('./anyYaml');
  return readAnyYaml(path, text);
}
