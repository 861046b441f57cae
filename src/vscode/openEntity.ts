import * as vscode from 'vscode';
import { definitionsOf } from '../core';
import { toRange } from './convert';
import type { CorpusFolder } from './corpora';
import { registryLocation } from './features/registryLocation';

/** The passage that introduces an entity, else its entry in the registry; undefined without one. */
export async function entityLocation(
  folder: CorpusFolder,
  entity: string,
): Promise<vscode.Location | undefined> {
  const [definition] = await definitionsOf(folder.corpus, entity);
  if (!definition) return entryLocation(folder, entity);
  const { source, text, span } = definition;
  return new vscode.Location(folder.uriOf(source), toRange(text, span));
}

/** The entity's id in the registry; undefined where it has no such entity. */
export async function entryLocation(
  folder: CorpusFolder,
  entity: string,
): Promise<vscode.Location | undefined> {
  const entry = await registryLocation(folder, entity);
  if (!entry) return undefined;
  return new vscode.Location(entry.targetUri, entry.targetSelectionRange ?? entry.targetRange);
}

/** Opens a place that `entityLocation` or `entryLocation` found; false where there is none. */
export async function openLocation(
  location: vscode.Location | undefined,
  viewColumn?: vscode.ViewColumn,
): Promise<boolean> {
  if (!location) return false;
  const { uri, range: selection } = location;
  await vscode.window.showTextDocument(uri, {
    selection,
    ...(viewColumn !== undefined && { viewColumn }),
  });
  return true;
}
