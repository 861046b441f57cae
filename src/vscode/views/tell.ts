import * as vscode from 'vscode';
import { plainLabel } from '../markdown';

/** Says in the status bar why nothing else is seen of what was asked for. */
export function tell(message: string): void {
  vscode.window.setStatusBarMessage(plainLabel(message), 5000);
}
