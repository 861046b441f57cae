import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { findMentionsAt } from './mentionAt';

/** Marks every mention, in this source, of the entity under the cursor; its definition stands out. */
export function registerDocumentHighlight(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(seedSelector, {
    async provideDocumentHighlights(document, position, token) {
      const here = await findMentionsAt(corpora, document, position, token);
      const [innermost] = here?.mentions ?? [];
      if (!here || !innermost) return undefined;
      const { entity } = innermost.record;
      const { placed, source } = here.resolved;
      return placed
        .filter(({ record }) => record.entity === entity)
        .flatMap(({ record, segments }) =>
          segments.map((span) => {
            const { Read, Write } = vscode.DocumentHighlightKind;
            const kind = record.role === 'definition' ? Write : Read;
            return new vscode.DocumentHighlight(toRange(source, span), kind);
          }),
        );
    },
  });
}
