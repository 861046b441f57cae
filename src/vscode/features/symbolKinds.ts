import * as vscode from 'vscode';

/** The editor has kinds of code only; those whose icons come nearest. */
const kinds: Readonly<Record<string, vscode.SymbolKind>> = {
  programme: vscode.SymbolKind.Namespace,
  mission: vscode.SymbolKind.Event,
  spacecraft: vscode.SymbolKind.Object,
  instrument: vscode.SymbolKind.Property,
  facility: vscode.SymbolKind.Module,
  agreement: vscode.SymbolKind.Key,
  organization: vscode.SymbolKind.Class,
  person: vscode.SymbolKind.Variable,
  place: vscode.SymbolKind.Constant,
  publication: vscode.SymbolKind.File,
  event: vscode.SymbolKind.Event,
  date: vscode.SymbolKind.Number,
  quantity: vscode.SymbolKind.Number,
};

export function symbolKindOf(type: string): vscode.SymbolKind {
  return kinds[type] ?? vscode.SymbolKind.Field;
}
