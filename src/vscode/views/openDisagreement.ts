import * as vscode from 'vscode';
import { sayRefusal } from '../commands/editorCommand';
import type { DisagreementNode } from './disagreementNodes';
import type { QuoteMarker } from './sideBySide';

export const openDisagreementCommand = 'glossator.openDisagreement';

/** What a row of the view “Disagreements” does: two quotes side by side. */
export function registerOpenDisagreement(): vscode.Disposable {
  let marker: QuoteMarker | undefined;
  return vscode.Disposable.from(
    { dispose: () => marker?.dispose() },
    vscode.commands.registerCommand(openDisagreementCommand, (node: unknown) =>
      sayRefusal(async () => {
        if (!isDisagreement(node)) return;
        const { QuoteMarker, openSides } = await import('./viewWork');
        marker ??= new QuoteMarker();
        await openSides(node, marker);
      }),
    ),
  );
}

function isDisagreement(node: unknown): node is DisagreementNode {
  return typeof node === 'object' && node !== null && 'disagreement' in node;
}
