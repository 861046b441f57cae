import * as vscode from 'vscode';
import { stretchesAround } from '../../core';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { sourceShownBy } from '../versions';

/** Expand Selection: word, mention, sentence, paragraph, the whole source. */
export function registerSelectionRange(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(seedSelector, {
    async provideSelectionRanges(document, positions, token) {
      const shown = await sourceShownBy(corpora, document);
      if (!shown || token.isCancellationRequested) return undefined;
      const { resolved } = shown;
      return positions.map((position) => {
        const word = document.getWordRangeAtPosition(position);
        const spans = stretchesAround(resolved, document.offsetAt(position));
        const ranges = spans.map((span) => toRange(resolved.source, span));
        return chain([...(word ? [word] : []), ...ranges], position);
      });
    },
  });
}

/** Each range with the next wider one as its parent. */
function chain(ranges: readonly vscode.Range[], position: vscode.Position): vscode.SelectionRange {
  let widest: vscode.SelectionRange | undefined;
  for (const range of [...ranges].reverse()) {
    if (!widest || (widest.range.contains(range) && !widest.range.isEqual(range))) {
      widest = new vscode.SelectionRange(range, widest);
    }
  }
  return widest ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
