import * as vscode from 'vscode';
import { type Candidate, findEntities } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';
import { entityLocation } from '../openEntity';
import { symbolKindOf } from './symbolKinds';

const shown = 200;

/** An entity whose place is found when somebody wants to go there. */
class EntitySymbol extends vscode.SymbolInformation {
  readonly folder: CorpusFolder;
  readonly entity: string;

  constructor({ entity }: Candidate, label: string, folder: CorpusFolder, names: string) {
    const unknown = new vscode.Location(folder.folder.uri, new vscode.Position(0, 0));
    super(label, symbolKindOf(entity.type), names, unknown);
    this.folder = folder;
    this.entity = entity.id;
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
  const candidates = await findEntities(registry, query);
  return candidates.slice(0, shown).map((found) => {
    // What is typed behind a space the editor looks for beside the label: all names stand there.
    const names = [registry.typeOf(found.entity).label, ...found.entity.aliases].join(' · ');
    const label = plainLabel(labelOf(found, query));
    return new EntitySymbol(found, label, folder, plainLabel(names));
  });
}

/** The editor shows only labels in which the letters typed stand in order: those that differ go along. */
function labelOf({ entity, name }: Candidate, query: string): string {
  const label = name === entity.name ? name : `${entity.name} · ${name}`;
  return holdsLetters(label, query) ? label : `${label} ≈ ${query}`;
}

function holdsLetters(label: string, query: string): boolean {
  const folded = label.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s/g, '')) {
    at = folded.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

async function placeOf({ folder, entity }: EntitySymbol): Promise<vscode.Location> {
  const found = await entityLocation(folder, entity);
  if (!found) throw new Error(`The registry has no entity ${entity}.`);
  return found;
}
