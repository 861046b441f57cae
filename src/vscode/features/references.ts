import * as vscode from 'vscode';
import { type ClaimPassage, claimPassagesOf, mentionsOf } from '../../core';
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
  return wanted.map((passage) => toLocation(folder, passage));
}

/** The words of every claim on an entity. */
export async function claimLocations(
  folder: CorpusFolder,
  entity: string,
  token?: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  const passages = await claimPassagesOf(folder.corpus, entity, token);
  return passages.map((passage) => toLocation(folder, passage));
}

function toLocation(folder: CorpusFolder, { source, text, span }: ClaimPassage): vscode.Location {
  return new vscode.Location(folder.uriOf(source), toRange(text, span));
}
