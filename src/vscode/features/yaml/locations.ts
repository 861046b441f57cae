import * as vscode from 'vscode';
import {
  type YamlPlace,
  type YamlTarget,
  definitionsOf,
  entryOf,
  quotedPlaceOf,
} from '../../../core';
import { toRange } from '../../convert';
import type { CorpusFolder } from '../../corpora';
import { passageTarget } from '../definition';
import { entryLink } from '../registryLocation';
import type { TargetHere } from './yamlFile';

/** What a link leads to; where it begins is for the one who asks. */
type Target = vscode.LocationLink;

/** Where an entity, a type or a property is stated; the whole entry, with its id to be selected. */
export async function entryTarget(
  { file, registry }: TargetHere,
  target: Extract<YamlTarget, { readonly id: string }>,
): Promise<Target[]> {
  const place = entryOf(registry, target);
  return place ? [await entryLink(file.folder, place)] : [];
}

/** The passages that introduce an entity. */
export async function definitionTargets(
  folder: CorpusFolder,
  entity: string,
  token: vscode.CancellationToken,
): Promise<Target[]> {
  const passages = await definitionsOf(folder.corpus, entity, token);
  return passages.map((passage) => passageTarget(passage, folder));
}

/** The words of a record in their source; where they may stand in several places, all of them. */
export async function quoteTargets(
  { file, parsed }: TargetHere,
  target: Extract<YamlTarget, { readonly kind: 'quote' }>,
  token: vscode.CancellationToken,
): Promise<Target[]> {
  const place = await quotedPlaceOf(file.corpus, parsed, target, token);
  if (!place) return [];
  const { source } = place.resolved;
  const { span, candidates } = place.anchored;
  return (span ? [span] : candidates).map((words) => ({
    targetUri: file.folder.uriOf(place.source),
    targetRange: toRange(source, source.lineAt(source.positionAt(words.start).line)),
    targetSelectionRange: toRange(source, words),
  }));
}

/** A source from its beginning; nothing where there is no such source. */
export async function fileTargets({ file }: TargetHere, path: string): Promise<Target[]> {
  if (!(await file.corpus.sources()).includes(path)) return [];
  return [{ targetUri: file.folder.uriOf(path), targetRange: new vscode.Range(0, 0, 0, 0) }];
}

export async function yamlLocations(
  folder: CorpusFolder,
  places: readonly YamlPlace[],
): Promise<vscode.Location[]> {
  return Promise.all(
    places.map(async ({ file, span }) => {
      const text = await folder.corpus.linesOf(file);
      return new vscode.Location(folder.uriOf(file), toRange(text, span));
    }),
  );
}
