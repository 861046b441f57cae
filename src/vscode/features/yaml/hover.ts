import * as vscode from 'vscode';
import { cardOf, quotedPlaceOf } from '../../../core';
import { renderCard } from '../../cardMarkdown';
import type { Corpora } from '../../corpora';
import { renderPassage, renderProperty, renderType } from '../../passageMarkdown';
import { type TargetHere, targetUnder, yamlSelector } from './yamlFile';

/** On an id the card, on a quote its passage in the source, on a type or property what it means. */
export function registerYamlHover(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerHoverProvider(yamlSelector, {
    async provideHover(document, position, token) {
      const here = await targetUnder(corpora, document, position, token);
      const markdown = here && (await contentsOf(here, token));
      if (!markdown || token.isCancellationRequested) return undefined;
      return new vscode.Hover(markdown, here.range);
    },
  });
}

async function contentsOf(
  { target, file: { corpus, folder }, parsed, registry }: TargetHere,
  token: vscode.CancellationToken,
): Promise<vscode.MarkdownString | undefined> {
  switch (target.kind) {
    case 'entity':
      return renderCard(await cardOf(corpus, target.id, token), folder);
    case 'quote': {
      const place = await quotedPlaceOf(corpus, parsed, target, token);
      return place && renderPassage(place, folder);
    }
    case 'type': {
      const type = registry.schema.types.get(target.id);
      return type && renderType(type);
    }
    case 'property': {
      const property = registry.schema.properties.get(target.id);
      return property && renderProperty(property, registry);
    }
    case 'source':
      return undefined;
  }
}
