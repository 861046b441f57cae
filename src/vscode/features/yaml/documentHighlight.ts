import * as vscode from 'vscode';
import { targetsOf } from '../../../core';
import { toRange } from '../../convert';
import type { Corpora } from '../../corpora';
import { targetUnder, yamlSelector } from './yamlFile';

/** Marks all places of this file that name the entity, type or property under the cursor. */
export function registerYamlDocumentHighlight(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(yamlSelector, {
    async provideDocumentHighlights(document, position, token) {
      const here = await targetUnder(corpora, document, position, token);
      if (!here || !('id' in here.target)) return undefined;
      const { kind, id } = here.target;
      return targetsOf(here.parsed, here.registry.schema).flatMap((target) => {
        if (target.kind !== kind || target.id !== id) return [];
        const { Read, Write } = vscode.DocumentHighlightKind;
        const range = toRange(here.parsed.text, target.span);
        return [new vscode.DocumentHighlight(range, target.isEntry ? Write : Read)];
      });
    },
  });
}
