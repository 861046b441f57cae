import type * as vscode from 'vscode';
import { registerAnnotateSelection } from './commands/annotateSelection';
import { registerGoToAnnotation } from './commands/goToAnnotation';
import { registerRemoveAnnotation } from './commands/removeAnnotation';
import { registerShowMentions } from './commands/showMentions';
import { Corpora } from './corpora';
import { registerDefinition } from './features/definition';
import { registerDiagnostics } from './features/diagnostics';
import { registerHover } from './features/hover';
import { registerNestingDecorations } from './features/nestingDecorations';
import { registerReferences } from './features/references';
import { registerSemanticTokens } from './features/semanticTokens';
import { registerSourceLanguage } from './features/sourceLanguage';
import { registerTypeDefinition } from './features/typeDefinition';

/** Wires everything by hand and reads nothing: each feature reads when it is first asked. */
export function activate(context: vscode.ExtensionContext): void {
  const corpora = new Corpora();
  context.subscriptions.push(
    corpora,
    registerSourceLanguage(),
    registerSemanticTokens(corpora),
    registerNestingDecorations(corpora),
    registerHover(corpora),
    registerDefinition(corpora),
    registerTypeDefinition(corpora),
    registerReferences(corpora),
    registerDiagnostics(corpora),
    registerAnnotateSelection(corpora),
    registerRemoveAnnotation(corpora),
    registerGoToAnnotation(corpora),
    registerShowMentions(corpora),
  );
}
