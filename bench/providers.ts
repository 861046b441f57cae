/**
 * The editor's features that we provide: how each is asked for, and a provider that answers at once
 * with what ours has found.
 */
import * as vscode from 'vscode';

/** Where the measurements ask. */
export interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

export interface Feature {
  /** A source, its annotations, or a file of the registry. */
  readonly file: 'source' | 'annotations' | 'registry';
  readonly ask: (place: Place) => Thenable<unknown>;
  /** Registers a provider that knows the answer. */
  readonly instant: (selector: vscode.DocumentSelector, answer: unknown) => vscode.Disposable;
}

const { executeCommand } = vscode.commands;
const { languages } = vscode;

/** By name, in the order in which they are reported. */
export const features: Readonly<Record<string, Feature>> = {
  hover: {
    file: 'source',
    ask: at('vscode.executeHoverProvider'),
    instant: (selector, answer) => {
      const [hover] = answer as vscode.Hover[];
      return languages.registerHoverProvider(selector, { provideHover: () => hover });
    },
  },
  definition: {
    file: 'source',
    ask: at('vscode.executeDefinitionProvider'),
    instant: (selector, answer) =>
      languages.registerDefinitionProvider(selector, {
        provideDefinition: () => answer as vscode.LocationLink[],
      }),
  },
  'type definition': {
    file: 'source',
    ask: at('vscode.executeTypeDefinitionProvider'),
    instant: (selector, answer) =>
      languages.registerTypeDefinitionProvider(selector, {
        provideTypeDefinition: () => answer as vscode.LocationLink[],
      }),
  },
  references: {
    file: 'source',
    ask: at('vscode.executeReferenceProvider'),
    instant: (selector, answer) =>
      languages.registerReferenceProvider(selector, {
        provideReferences: () => answer as vscode.Location[],
      }),
  },
  'document highlights': {
    file: 'source',
    ask: at('vscode.executeDocumentHighlights'),
    instant: (selector, answer) =>
      languages.registerDocumentHighlightProvider(selector, {
        provideDocumentHighlights: () => answer as vscode.DocumentHighlight[],
      }),
  },
  'semantic tokens': {
    file: 'source',
    ask: ({ document }) => executeCommand('vscode.provideDocumentSemanticTokens', document.uri),
    instant: (selector, answer) => {
      const { data } = answer as vscode.SemanticTokens;
      const types = Array.from({ length: 14 }, (_, at) => `t${at}`);
      return languages.registerDocumentSemanticTokensProvider(
        selector,
        { provideDocumentSemanticTokens: () => new vscode.SemanticTokens(data) },
        new vscode.SemanticTokensLegend(types, ['a', 'b', 'c']),
      );
    },
  },
  'document symbols': {
    file: 'source',
    ask: ({ document }) => executeCommand('vscode.executeDocumentSymbolProvider', document.uri),
    instant: (selector, answer) => {
      const symbols = (answer as vscode.DocumentSymbol[]).map(copyOf);
      return languages.registerDocumentSymbolProvider(selector, {
        provideDocumentSymbols: () => symbols,
      });
    },
  },
  'folding ranges': {
    file: 'source',
    ask: ({ document }) => executeCommand('vscode.executeFoldingRangeProvider', document.uri),
    instant: (selector, answer) =>
      languages.registerFoldingRangeProvider(selector, {
        provideFoldingRanges: () => answer as vscode.FoldingRange[],
      }),
  },
  'selection ranges': {
    file: 'source',
    ask: ({ document, position }) =>
      executeCommand('vscode.executeSelectionRangeProvider', document.uri, [position]),
    instant: (selector, answer) =>
      languages.registerSelectionRangeProvider(selector, {
        provideSelectionRanges: () => answer as vscode.SelectionRange[],
      }),
  },
  'document links': {
    file: 'source',
    ask: ({ document }) => executeCommand('vscode.executeLinkProvider', document.uri),
    instant: (selector, answer) =>
      languages.registerDocumentLinkProvider(selector, {
        provideDocumentLinks: () => answer as vscode.DocumentLink[],
      }),
  },
  'hover in YAML': {
    file: 'registry',
    ask: at('vscode.executeHoverProvider'),
    instant: (selector, answer) => {
      const [hover] = answer as vscode.Hover[];
      return languages.registerHoverProvider(selector, { provideHover: () => hover });
    },
  },
  'definition in YAML': {
    file: 'registry',
    ask: at('vscode.executeDefinitionProvider'),
    instant: (selector, answer) =>
      languages.registerDefinitionProvider(selector, {
        provideDefinition: () => answer as vscode.LocationLink[],
      }),
  },
  'references in YAML': {
    file: 'registry',
    ask: at('vscode.executeReferenceProvider'),
    instant: (selector, answer) =>
      languages.registerReferenceProvider(selector, {
        provideReferences: () => answer as vscode.Location[],
      }),
  },
  'document symbols in YAML': {
    file: 'registry',
    ask: ({ document }) => executeCommand('vscode.executeDocumentSymbolProvider', document.uri),
    instant: (selector, answer) => {
      const symbols = (answer as vscode.DocumentSymbol[]).map(copyOf);
      return languages.registerDocumentSymbolProvider(selector, {
        provideDocumentSymbols: () => symbols,
      });
    },
  },
  'completion in YAML': {
    file: 'annotations',
    ask: at('vscode.executeCompletionItemProvider'),
    instant: (selector, answer) =>
      languages.registerCompletionItemProvider(selector, {
        provideCompletionItems: () => answer as vscode.CompletionList,
      }),
  },
  'code lenses in YAML': {
    file: 'registry',
    ask: ({ document }) => executeCommand('vscode.executeCodeLensProvider', document.uri),
    instant: (selector, answer) => {
      const lenses = (answer as vscode.CodeLens[]).map(({ range }) => new vscode.CodeLens(range));
      const command = { title: '12 mentions in 3 sources', command: '' };
      return languages.registerCodeLensProvider(selector, {
        provideCodeLenses: () => lenses,
        resolveCodeLens: ({ range }) => new vscode.CodeLens(range, command),
      });
    },
  },
};

function at(command: string): Feature['ask'] {
  return ({ document, position }) => executeCommand(command, document.uri, position);
}

/** A symbol as a provider gives it; the editor answers with a class of its own. */
function copyOf(symbol: vscode.DocumentSymbol): vscode.DocumentSymbol {
  const { name, detail, kind, range, selectionRange } = symbol;
  const copy = new vscode.DocumentSymbol(name, detail, kind, range, selectionRange);
  copy.children = symbol.children.map(copyOf);
  return copy;
}
