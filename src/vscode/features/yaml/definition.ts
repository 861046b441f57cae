import * as vscode from 'vscode';
import type { YamlTarget } from '../../../core';
import type { Corpora } from '../../corpora';
import { definitionTargets, entryTarget, fileTargets, quoteTargets } from './locations';
import { type TargetHere, targetUnder, yamlSelector } from './yamlFile';

/**
 * Leads on from a place in the YAML, one step nearer to the sources: from the quote of a record to
 * its passage, from an id to its entry in the registry, from that entry to the passage that
 * introduces the entity; from types and properties to the schema, from a path to the file.
 */
export function registerYamlDefinition(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(yamlSelector, {
    async provideDefinition(document, position, token) {
      const here = await targetUnder(corpora, document, position, token);
      if (!here) return undefined;
      const targets = await nextOf(here, here.target, token);
      return token.isCancellationRequested ? undefined : linksFrom(here, targets);
    },
  });
}

/** Leads from an id to its entry, and from the entry of an entity to that of its type. */
export function registerYamlTypeDefinition(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerTypeDefinitionProvider(yamlSelector, {
    async provideTypeDefinition(document, position, token) {
      const here = await targetUnder(corpora, document, position, token);
      if (here?.target.kind !== 'entity') return undefined;
      const { id, isEntry } = here.target;
      const type = here.registry.entities.get(id)?.type;
      const typeHere = { ...here.target, kind: 'type' as const, id: type ?? '' };
      return linksFrom(here, await entryTarget(here, isEntry ? typeHere : here.target));
    },
  });
}

async function nextOf(
  here: TargetHere,
  target: YamlTarget,
  token: vscode.CancellationToken,
): Promise<vscode.LocationLink[]> {
  switch (target.kind) {
    case 'quote':
      return quoteTargets(here, target, token);
    case 'source':
      return fileTargets(here, target.path);
    case 'entity':
      return target.isEntry
        ? definitionTargets(here.file.folder, target.id, token)
        : entryTarget(here, target);
    case 'type':
    case 'property':
      return entryTarget(here, target);
  }
}

function linksFrom(
  { range }: TargetHere,
  targets: readonly vscode.LocationLink[],
): vscode.LocationLink[] {
  return targets.map((target) => ({ originSelectionRange: range, ...target }));
}
