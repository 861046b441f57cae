import * as vscode from 'vscode';
import { usesOf } from '../../../core';
import type { Corpora } from '../../corpora';
import { mentionLocations } from '../references';
import { entryTarget, yamlLocations } from './locations';
import { type TargetHere, targetUnder, yamlSelector } from './yamlFile';

/**
 * Of an entity: its mentions in all sources, as from a source. Claims are not among them: they have
 * a code lens of their own, and stand on the card. Of a type its entities, of a property its claims.
 */
export function registerYamlReferences(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(yamlSelector, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const here = await targetUnder(corpora, document, position, token);
      if (!here) return undefined;
      const uses = await usesHere(here, token);
      if (token.isCancellationRequested) return undefined;
      return includeDeclaration ? [...(await declarationOf(here)), ...uses] : uses;
    },
  });
}

async function usesHere(
  { target, file }: TargetHere,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  switch (target.kind) {
    case 'entity':
      return mentionLocations(file.folder, target.id, true, token);
    case 'type':
    case 'property':
      return yamlLocations(
        file.folder,
        await usesOf(file.corpus, { ...target, kind: target.kind }),
      );
    case 'source':
    case 'quote':
      return [];
  }
}

async function declarationOf(here: TargetHere): Promise<vscode.Location[]> {
  const { target } = here;
  if (target.kind === 'source' || target.kind === 'quote') return [];
  const entries = await entryTarget(here, target);
  return entries.map(
    ({ targetUri, targetRange, targetSelectionRange }) =>
      new vscode.Location(targetUri, targetSelectionRange ?? targetRange),
  );
}
