/** Entry of the web-worker extension host: vscode.dev, github.dev. */
import type * as vscode from 'vscode';
import { activate as activateFeatures } from './activate';
import { readPartsBelow } from './late/late.web';
import type { Started } from './late/parts';

/** @param started what late parts use of that which has started: put in by the build. */
export function activate(context: vscode.ExtensionContext, started: Started): void {
  readPartsBelow(context.extensionUri, started);
  activateFeatures(context);
}
