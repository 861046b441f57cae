import * as vscode from 'vscode';
import { sayRefusal } from './editorCommand';

/** A corpus to try everything on: the user's own copy of the one that ships with the extension. */
export function registerOpenSampleCorpus(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('glossator.openSampleCorpus', () =>
    sayRefusal(async () => (await import('./openSample')).openSample(context)),
  );
}
