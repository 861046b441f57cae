import * as vscode from 'vscode';
import { type DiagnosticCode, type QuickFix, quickFixesFor } from '../../../core';
import { applyChanges } from '../../commands/applyChanges';
import { sayRefusal } from '../../commands/editorCommand';
import { inTurn } from '../../commands/inTurn';
import { toSpan } from '../../convert';
import type { Corpora } from '../../corpora';
import { plainLabel } from '../../markdown';
import { fileShownBy, isFileItself } from '../../versions';
import { diagnosticSource } from '../diagnostics';
import { yamlSelector } from './yamlFile';

const applyCommand = 'glossator.applyQuickFix';

/** Quick fixes for what we report; each is computed in full when it is chosen, and is one step. */
export function registerYamlCodeAction(corpora: Corpora): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(applyCommand, (uri: vscode.Uri, fix: QuickFix) =>
      inTurn(() =>
        sayRefusal(async () => {
          const file = corpora.locate(uri);
          if (file) await applyChanges(file.folder, await fix.changes(), uri);
        }),
      ),
    ),
    vscode.languages.registerCodeActionsProvider(
      yamlSelector,
      {
        async provideCodeActions(document, _range, { diagnostics }, token) {
          const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
          const found = await Promise.all(ours.map((one) => actionsFor(corpora, document, one)));
          return token.isCancellationRequested ? undefined : found.flat();
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

async function actionsFor(
  corpora: Corpora,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const file = fileShownBy(corpora, document);
  if (!file || !isFileItself(file, document)) return [];
  const span = toSpan(document, diagnostic.range);
  const code = diagnostic.code as DiagnosticCode;
  const fixes = await quickFixesFor(file.corpus, file.path, code, span);
  return fixes.map((fix) => {
    const title = plainLabel(fix.title);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = fix.isPreferred === true;
    action.command = { title, command: applyCommand, arguments: [document.uri, fix] };
    return action;
  });
}
