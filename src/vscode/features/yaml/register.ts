import * as vscode from 'vscode';
import type { Corpora } from '../../corpora';
import { registerYamlCodeLens } from './codeLens';
import { registerYamlDefinition, registerYamlTypeDefinition } from './definition';
import { registerYamlDocumentHighlight } from './documentHighlight';
import { registerYamlDocumentSymbol } from './documentSymbol';
import { registerYamlHover } from './hover';
import { registerYamlReferences } from './references';

/** All that the YAML files of a corpus are offered. */
export function registerYaml(corpora: Corpora): vscode.Disposable {
  return vscode.Disposable.from(
    registerYamlHover(corpora),
    registerYamlDefinition(corpora),
    registerYamlTypeDefinition(corpora),
    registerYamlReferences(corpora),
    registerYamlDocumentHighlight(corpora),
    registerYamlDocumentSymbol(corpora),
    registerYamlCodeLens(corpora),
  );
}
