import * as vscode from 'vscode';
import { type Passage, definitionsOf } from '../../core';
import { toRange } from '../convert';
import type { Corpora, CorpusFolder } from '../corpora';
import { seedSelector } from '../language';
import { findMentionsAt, rangeAt } from './mentionAt';
import { registryLocation } from './registryLocation';

/**
 * Leads from a mention to the passage that introduces its entity, in whichever source; where no
 * source does, to the registry. On the definition itself the answer is the place itself: from there
 * the editor offers the references.
 */
export function registerDefinition(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(seedSelector, {
    async provideDefinition(document, position, token) {
      const here = await findMentionsAt(corpora, document, position, token);
      const [innermost] = here?.mentions ?? [];
      if (!here || !innermost) return undefined;
      const { folder, corpus } = here.file;
      const originSelectionRange = rangeAt(here, innermost, position);
      const passages = await definitionsOf(corpus, innermost.record.entity, token);
      if (token.isCancellationRequested) return undefined;
      const targets =
        passages.length > 0
          ? passages.map((passage) => passageTarget(passage, folder))
          : [await registryLocation(folder, innermost.record.entity)];
      return targets
        .filter((target) => target !== undefined)
        .map((target) => ({ originSelectionRange, ...target }));
    },
  });
}

/** The words that a passage consists of, in the line in which they stand. */
export function passageTarget(
  { source, text, span, paragraph }: Passage,
  folder: CorpusFolder,
): vscode.LocationLink {
  return {
    targetUri: folder.uriOf(source),
    targetRange: toRange(text, paragraph),
    targetSelectionRange: toRange(text, span),
  };
}
