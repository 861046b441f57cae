import * as vscode from 'vscode';
import { findEntities } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';
import { entityLocation } from '../openEntity';
import { symbolKindOf } from './symbolKinds';

const shown = 200;

/** An entity whose place is found when somebody wants to go there. */
class EntitySymbol extends vscode.SymbolInformation {
  readonly folder: CorpusFolder;
  readonly entity: string;

  constructor(name: string, type: string, entity: string, folder: CorpusFolder) {
    const unknown = new vscode.Location(folder.folder.uri, new vscode.Position(0, 0));
    super(name, symbolKindOf(type), type, unknown);
    this.folder = folder;
    this.entity = entity;
  }
}

/** Ctrl+T over all entities under all of their names, tolerant of spelling. */
export function registerWorkspaceSymbol(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      const found = await Promise.all(corpora.all().map((folder) => search(folder, query)));
      return token.isCancellationRequested ? undefined : found.flat();
    },
    async resolveWorkspaceSymbol(symbol: vscode.SymbolInformation) {
      if (symbol instanceof EntitySymbol) symbol.location = await placeOf(symbol);
      return symbol;
    },
  });
}

async function search(folder: CorpusFolder, query: string): Promise<EntitySymbol[]> {
  const registry = await folder.corpus.registry();
  const wanted = findEntities(registry, query);
  return wanted.slice(0, shown).map((entity) => {
    // The editor shows only names in which the letters typed stand: the query goes along.
    const name = plainLabel([entity.name, ...entity.aliases].join(' · '));
    return new EntitySymbol(name, entity.type, entity.id, folder);
  });
}

async function placeOf({ folder, entity }: EntitySymbol): Promise<vscode.Location> {
  const found = await entityLocation(folder, entity);
  if (!found) throw new Error(`The registry has no entity ${entity}.`);
  return found;
}
