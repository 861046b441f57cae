import * as vscode from 'vscode';
import { type Span, claimPassagesOf, mentionsOf } from '../../core';
import { toRange } from '../convert';
import type { Corpora, CorpusFolder } from '../corpora';
import { seedSelector } from '../language';
import { findMentionsAt } from './mentionAt';

/** Every mention, in every source, of the entity under the cursor. */
export function registerReferences(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(seedSelector, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const here = await findMentionsAt(corpora, document, position, token);
      const [innermost] = here?.mentions ?? [];
      if (!here || !innermost) return undefined;
      const { folder } = here.file;
      return mentionLocations(folder, innermost.record.entity, includeDeclaration, token);
    },
  });
}

/** `definitions`: whether the passages that define the entity count too. */
export async function mentionLocations(
  folder: CorpusFolder,
  entity: string,
  definitions = true,
  token?: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  const passages = await mentionsOf(folder.corpus, entity, token);
  if (token?.isCancellationRequested === true) return [];
  const wanted = passages.filter(({ mention }) => definitions || mention.role !== 'definition');
  return sourceLocations(folder, wanted);
}

/** The words of every claim on an entity. */
export async function claimLocations(
  folder: CorpusFolder,
  entity: string,
  token?: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  return sourceLocations(folder, await claimPassagesOf(folder.corpus, entity, token));
}

async function sourceLocations(
  folder: CorpusFolder,
  passages: readonly { readonly source: string; readonly span: Span }[],
): Promise<vscode.Location[]> {
  const locations = await Promise.all(
    passages.map(async ({ source, span }) => {
      const resolved = await folder.corpus.source(source);
      return resolved && new vscode.Location(folder.uriOf(source), toRange(resolved.source, span));
    }),
  );
  return locations.filter((location) => location !== undefined);
}
