import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { sourceShownBy } from '../versions';

/** With a scheme, or a host name and a path; what ends a sentence is no part of it. */
const address =
  /\b(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}|\b(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\/[^\s<>"“”]{0,2000}/giu;

/** Web addresses can be followed, except where a mention leads to a definition instead. */
export function registerDocumentLink(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(seedSelector, {
    async provideDocumentLinks(document, token) {
      const shown = await sourceShownBy(corpora, document);
      if (token.isCancellationRequested) return undefined;
      const links: vscode.DocumentLink[] = [];
      for (const { index, 0: match } of document.getText().matchAll(address)) {
        const text = match.replace(/[.,;:!?)\]]+$/, '');
        const mention = shown?.resolved.placed.find(
          ({ span }) => span.start < index + text.length && span.end > index,
        );
        // A range must not hold both a link and a definition: the editor would ask which.
        const start = mention ? Math.max(index, mention.span.end) : index;
        const target = /^https?:/i.test(text) ? text : `https://${text}`;
        if (start >= index + text.length || !URL.canParse(target)) continue;
        const range = new vscode.Range(
          document.positionAt(start),
          document.positionAt(index + text.length),
        );
        links.push(new vscode.DocumentLink(range, vscode.Uri.parse(target)));
      }
      return links;
    },
  });
}
