import * as vscode from 'vscode';
import type { Corpora } from '../../corpora';
import { registerYamlCodeAction } from './codeAction';
import { registerYamlCodeLens } from './codeLens';
import { registerYamlCompletion } from './completion';
import { registerYamlDefinition, registerYamlTypeDefinition } from './definition';
import { registerYamlDocumentHighlight } from './documentHighlight';
import { registerYamlDocumentSymbol } from './documentSymbol';
import { registerYamlHover } from './hover';
import { registerYamlReferences } from './references';

/** All that the YAML files of a corpus are offered; `extension` is the folder that we run from. */
export function registerYaml(corpora: Corpora, extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    registerYamlHover(corpora),
    registerYamlDefinition(corpora),
    registerYamlTypeDefinition(corpora),
    registerYamlReferences(corpora),
    registerYamlDocumentHighlight(corpora),
    registerYamlDocumentSymbol(corpora),
    registerYamlCodeAction(corpora),
    registerYamlCodeLens(corpora),
    registerYamlCompletion(corpora, extension),
  );
}
