import * as vscode from 'vscode';
import {
  type MentionSymbol,
  type ResolvedSource,
  type Section,
  mentionSymbols,
  sectionsOf,
} from '../../core';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { plainLabel } from '../markdown';
import { sourceShownBy } from '../versions';
import { symbolKindOf } from './symbolKinds';

/** Outline, breadcrumbs, sticky scroll: the sections of a source and the entities in each. */
export function registerDocumentSymbol(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    seedSelector,
    {
      async provideDocumentSymbols(document, token) {
        const shown = await sourceShownBy(corpora, document);
        const registry = await shown?.file.corpus.registry();
        if (!shown || !registry || token.isCancellationRequested) return undefined;
        const { resolved } = shown;
        return sectionsOf(resolved.source).flatMap((section) => {
          const mentions = mentionSymbols(resolved, registry, section.span);
          return toSymbols(resolved, section, mentions);
        });
      },
    },
    { label: 'Glossator' },
  );
}

function toSymbols(
  resolved: ResolvedSource,
  { heading, span }: Section,
  mentions: readonly MentionSymbol[],
): vscode.DocumentSymbol[] {
  const children = mentions.map((mention) => toSymbol(resolved, mention));
  if (!heading) return children;
  const name = plainLabel(resolved.source.slice(heading).trim());
  const [whole, title] = [toRange(resolved.source, span), toRange(resolved.source, heading)];
  const symbol = new vscode.DocumentSymbol(name, '', vscode.SymbolKind.String, whole, title);
  symbol.children = children;
  return [symbol];
}

function toSymbol(
  resolved: ResolvedSource,
  { mention, words, entityName, type, children }: MentionSymbol,
): vscode.DocumentSymbol {
  const range = toRange(resolved.source, mention.span);
  const detail = entityName === words ? type : `${entityName} · ${type}`;
  const symbol = new vscode.DocumentSymbol(
    plainLabel(words),
    plainLabel(detail),
    symbolKindOf(type),
    range,
    range,
  );
  symbol.children = children.map((child) => toSymbol(resolved, child));
  return symbol;
}
