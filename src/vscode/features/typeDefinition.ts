import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { findMentionsAt, rangeAt } from './mentionAt';
import { registryLocation } from './registryLocation';

/** Leads from a mention to its entity's entry in the registry. */
export function registerTypeDefinition(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerTypeDefinitionProvider(seedSelector, {
    async provideTypeDefinition(document, position, token) {
      const here = await findMentionsAt(corpora, document, position, token);
      const [innermost] = here?.mentions ?? [];
      if (!here || !innermost) return undefined;
      const target = await registryLocation(here.file.folder, innermost.record.entity);
      return target && [{ originSelectionRange: rangeAt(here, innermost, position), ...target }];
    },
  });
}
