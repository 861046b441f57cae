/** Entry of the web-worker extension host: vscode.dev, github.dev. */
import type * as vscode from 'vscode';
import { activate as activateFeatures } from './activate';
import { readPartsBelow } from './late/late.web';

/** @param core what late parts use of the core: put in by the build. */
export function activate(context: vscode.ExtensionContext, core: object): void {
  readPartsBelow(context.extensionUri, core);
  activateFeatures(context);
}
