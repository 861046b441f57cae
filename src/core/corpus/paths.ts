/** The layout of a corpus. Paths are relative to its root, with forward slashes. */

export const annotationsFolder = 'annotations';
export const schemaPath = `${annotationsFolder}/schema.yaml`;
export const tensionsPath = `${annotationsFolder}/tensions.yaml`;
const entitiesFolder = `${annotationsFolder}/entities`;

export type FileRole = 'schema' | 'entities' | 'tensions' | 'annotations' | 'source';

/** What a file is, by its path alone. */
export function roleOf(path: string): FileRole {
  if (!path.startsWith(`${annotationsFolder}/`) || !path.endsWith('.yaml')) return 'source';
  if (path === schemaPath) return 'schema';
  if (path === tensionsPath) return 'tensions';
  return path.startsWith(`${entitiesFolder}/`) ? 'entities' : 'annotations';
}

/** Where the annotations of a source are kept unless a file elsewhere names it. */
export function annotationPathFor(source: string): string {
  return `${annotationsFolder}/${baseName(source)}.yaml`;
}

/** The registry file in which new entities of a type go. */
export function registryPathFor(type: string): string {
  return `${entitiesFolder}/${type}.yaml`;
}

/** A path from a stranger's file is used only if it stays within the corpus. */
export function isInside(path: string): boolean {
  if (
    path === '' ||
    path.startsWith('/') ||
    path.includes('\\') ||
    /^[a-z][a-z0-9+.-]*:/i.test(path)
  ) {
    return false;
  }
  return !path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

/** `seeds/a.txt` → `a`. */
function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
