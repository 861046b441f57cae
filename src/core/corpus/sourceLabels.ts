/**
 * A short name for each source, unique among them: the file's name without its extension, and of
 * that only what stands before the first `_`, where this is enough to tell it from all others.
 */
export function sourceLabels(paths: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(paths)];
  const names = all.map(baseName);
  const heads = names.map((name) => name.split('_', 1)[0] ?? name);
  const [uniqueNames, uniqueHeads] = [uniqueAmong(names), uniqueAmong(heads)];
  return new Map(
    all.map((path, at) => {
      const [head = '', name = ''] = [heads[at], names[at]];
      return [path, uniqueHeads.has(head) ? head : uniqueNames.has(name) ? name : path];
    }),
  );
}

function uniqueAmong(labels: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>(['']);
  for (const label of labels) (seen.has(label) ? twice : seen).add(label);
  return new Set([...seen].filter((label) => !twice.has(label)));
}

/** `seeds/001_4a75fb2d5fe74cb4.txt` → `001_4a75fb2d5fe74cb4`. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
