import * as vscode from 'vscode';
import { SourceText, sectionsOf } from '../../core';
import { seedSelector } from '../language';

/** Sections fold under their headings. */
export function registerFoldingRange(): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(seedSelector, {
    provideFoldingRanges(document) {
      const source = new SourceText(document.getText());
      return sectionsOf(source).flatMap(({ heading, span }) => {
        if (!heading) return [];
        const start = source.positionAt(heading.start).line;
        const body = source.text.slice(span.start, span.end).trimEnd();
        const end = source.positionAt(span.start + body.length).line;
        return end > start ? [new vscode.FoldingRange(start, end)] : [];
      });
    },
  });
}
