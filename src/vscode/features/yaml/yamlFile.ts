import type * as vscode from 'vscode';
import {
  type ParsedFile,
  type Registry,
  type YamlTarget,
  parseYamlFile,
  roleOf,
  targetAt,
} from '../../../core';
import { toRange } from '../../convert';
import type { Corpora, CorpusFile } from '../../corpora';
import { VersionCache, fileShownBy, isFileItself } from '../../versions';

/** YAML files of any corpus, in any version; no scheme is asked for. */
export const yamlSelector: vscode.DocumentSelector = {
  language: 'yaml',
  pattern: '**/annotations/**/*.yaml',
};

/** A YAML file of a corpus as a document shows it, read. */
export interface ShownYaml {
  readonly file: CorpusFile;
  readonly parsed: ParsedFile;
  readonly registry: Registry;
}

/** Undefined where it is no file of a corpus, or has changed while it was read. */
export async function yamlShownBy(
  corpora: Corpora,
  document: vscode.TextDocument,
): Promise<ShownYaml | undefined> {
  const file = fileShownBy(corpora, document);
  if (!file || roleOf(file.path) === 'source') return undefined;
  const [parsed, registry] = await Promise.all([
    isFileItself(file, document) ? file.corpus.file(file.path) : parseVersion(document, file.path),
    file.corpus.registry(),
  ]);
  const reads = () => parsed?.text.text === document.getText();
  return parsed && comparisons.get(document, parsed, reads)
    ? { file, parsed, registry }
    : undefined;
}

/** Whether a document reads as the file that was read: asked with every move of the pointer. */
const comparisons = new VersionCache<ParsedFile, boolean>();
const versions = new VersionCache<string, Promise<ParsedFile>>();

function parseVersion(document: vscode.TextDocument, path: string): Promise<ParsedFile> {
  return versions.get(document, path, () => parseYamlFile(path, document.getText()));
}

export interface TargetHere extends ShownYaml {
  readonly target: YamlTarget;
  readonly range: vscode.Range;
}

/** What stands under a position; undefined also where nobody waits for the answer any more. */
export async function targetUnder(
  corpora: Corpora,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<TargetHere | undefined> {
  const shown = await yamlShownBy(corpora, document);
  if (!shown || token.isCancellationRequested) return undefined;
  const target = targetAt(shown.parsed, shown.registry.schema, document.offsetAt(position));
  return target && { ...shown, target, range: toRange(shown.parsed.text, target.span) };
}
