import * as vscode from 'vscode';
import { type SourceText, type YamlSymbol, yamlSymbols } from '../../../core';
import { toRange } from '../../convert';
import type { Corpora } from '../../corpora';
import { plainLabel } from '../../markdown';
import { symbolKindOf } from '../symbolKinds';
import { yamlSelector, yamlShownBy } from './yamlFile';

const kinds = {
  section: vscode.SymbolKind.Module,
  entity: vscode.SymbolKind.Field,
  claim: vscode.SymbolKind.Property,
  tension: vscode.SymbolKind.Interface,
  quote: vscode.SymbolKind.String,
  type: vscode.SymbolKind.Class,
  property: vscode.SymbolKind.Property,
};

/** Outline and breadcrumbs of YAML files: records by their words, entities by their names. */
export function registerYamlDocumentSymbol(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    yamlSelector,
    {
      async provideDocumentSymbols(document, token) {
        const shown = await yamlShownBy(corpora, document);
        if (!shown) return undefined;
        const { parsed, registry } = shown;
        const symbols = await yamlSymbols(parsed, registry);
        if (token.isCancellationRequested) return undefined;
        return symbols.map((symbol) => toSymbol(parsed.text, symbol));
      },
    },
    { label: 'Glossator' },
  );
}

function toSymbol(text: SourceText, symbol: YamlSymbol): vscode.DocumentSymbol {
  const { name, detail, kind, type, span, selection, children } = symbol;
  const result = new vscode.DocumentSymbol(
    plainLabel(name) || '…',
    plainLabel(detail),
    type === undefined ? kinds[kind] : symbolKindOf(type),
    toRange(text, span),
    toRange(text, selection),
  );
  result.children = children.map((child) => toSymbol(text, child));
  return result;
}
