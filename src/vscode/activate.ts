import type * as vscode from 'vscode';
import { registerOpenSampleCorpus } from './commands/openSampleCorpus';
import { registerCommands } from './commands/register';
import { registerShowMentions } from './commands/showMentions';
import { Corpora } from './corpora';
import { registerDefinition } from './features/definition';
import { registerDiagnostics } from './features/diagnostics';
import { registerDocumentHighlight } from './features/documentHighlight';
import { registerDocumentLink } from './features/documentLink';
import { registerDocumentSymbol } from './features/documentSymbol';
import { registerFoldingRange } from './features/foldingRange';
import { registerHover } from './features/hover';
import { registerLanguageStatus } from './features/languageStatus';
import { registerNestingDecorations } from './features/nestingDecorations';
import { registerReferences } from './features/references';
import { registerSaveAfterUndo } from './features/saveAfterUndo';
import { registerSelectionRange } from './features/selectionRange';
import { registerSemanticTokens } from './features/semanticTokens';
import { registerSourceLanguage } from './features/sourceLanguage';
import { registerStoreOnSave } from './features/storeOnSave';
import { registerTypeDefinition } from './features/typeDefinition';
import { registerWorkspaceSymbol } from './features/workspaceSymbol';
import { registerYaml } from './features/yaml/register';
import { registerMap } from './map/openMap';
import { registerRefactoring } from './refactor';
import { registerSuggestions } from './suggestions';
import { registerViews } from './views';

/** Wires everything by hand and reads nothing: each feature reads when it is first asked. */
export function activate(context: vscode.ExtensionContext): void {
  const corpora = new Corpora();
  context.subscriptions.push(
    corpora,
    registerSourceLanguage(corpora),
    registerSemanticTokens(corpora),
    registerNestingDecorations(corpora),
    registerHover(corpora),
    registerDefinition(corpora),
    registerTypeDefinition(corpora),
    registerReferences(corpora),
    registerDocumentHighlight(corpora),
    registerDocumentSymbol(corpora),
    registerWorkspaceSymbol(corpora),
    registerSelectionRange(corpora),
    registerFoldingRange(),
    registerDocumentLink(corpora),
    registerDiagnostics(corpora),
    registerLanguageStatus(corpora),
    registerSaveAfterUndo(corpora),
    registerStoreOnSave(corpora),
    registerCommands(corpora),
    registerShowMentions(corpora),
    registerSuggestions(corpora),
    registerYaml(corpora, context.extensionUri),
    registerOpenSampleCorpus(context),
    registerRefactoring(corpora),
    registerViews(corpora),
    registerMap(context.extensionUri, corpora),
  );
}
