/**
 * Documents that show a file of a corpus in another version: a side of a comparison (`git:`, the
 * schemes of review extensions, the local history). Such schemes keep the file's path.
 */
import * as vscode from 'vscode';
import { ResolvedSource, type SourceAnnotations } from '../core';
import type { Corpora, CorpusFile } from './corpora';

/** The file that a document shows, whichever version of it; undefined outside of the workspace. */
export function fileShownBy(
  corpora: Corpora,
  { uri }: Pick<vscode.TextDocument, 'uri'>,
): CorpusFile | undefined {
  const own = corpora.locate(uri);
  if (own) return own;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const file = corpora.locate(folder.uri.with({ path: uri.path }));
    if (file) return file;
  }
  return undefined;
}

/** Whether the document is the file itself, which can be edited, and no other version of it. */
export function isFileItself(file: CorpusFile, { uri }: vscode.TextDocument): boolean {
  return file.folder.uriOf(file.path).toString() === uri.toString();
}

export interface ShownSource {
  readonly file: CorpusFile;
  readonly resolved: ResolvedSource;
}

/** What a document shows of a source, with the annotations of today placed in its text. */
export async function sourceShownBy(
  corpora: Corpora,
  document: vscode.TextDocument,
): Promise<ShownSource | undefined> {
  const file = fileShownBy(corpora, document);
  if (!file) return undefined;
  const resolved = isFileItself(file, document)
    ? await file.corpus.source(file.path)
    : resolveVersion(document, file.path, await file.corpus.annotationsOf(file.path));
  return resolved && { file, resolved };
}

function resolveVersion(
  document: vscode.TextDocument,
  path: string,
  annotations: SourceAnnotations | undefined,
): ResolvedSource {
  return versions.get(document, annotations, () =>
    ResolvedSource.of(path, document.getText(), annotations),
  );
}

/** What was last made of each document with something else, as long as the editor keeps it. */
export class VersionCache<With, Made> {
  readonly #known = new WeakMap<vscode.TextDocument, Version<With, Made>>();

  /** Made anew where the document or what it is made with is another. */
  get(document: vscode.TextDocument, material: With, make: () => Made): Made {
    const { version } = document;
    const known = this.#known.get(document);
    if (known?.version === version && known.material === material) return known.made;
    const made = make();
    this.#known.set(document, { version, material, made });
    return made;
  }
}

interface Version<With, Made> {
  readonly version: number;
  readonly material: With;
  readonly made: Made;
}

const versions = new VersionCache<SourceAnnotations | undefined, ResolvedSource>();
