import * as vscode from 'vscode';
import { plainLabel } from '../markdown';

/** As long as it takes to read, in milliseconds. */
const messageTime = 5000;

/** Asks where to, and writes the picture there. What goes wrong is said. */
export async function saveSvg(
  folder: vscode.WorkspaceFolder,
  svg: string | undefined,
): Promise<void> {
  if (svg === undefined) {
    const text = vscode.l10n.t('There is no picture of the map that could be exported.');
    void vscode.window.showErrorMessage(text);
    return;
  }
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder.uri, 'map.svg'),
    filters: { SVG: ['svg'] },
    title: vscode.l10n.t('Export the map'),
  });
  if (!uri) return;
  const refusal = await writeSvg(uri, svg);
  if (refusal === undefined) {
    const name = vscode.workspace.asRelativePath(uri, false);
    const text = vscode.l10n.t('Exported the map to {0}.', name);
    vscode.window.setStatusBarMessage(plainLabel(text), messageTime);
  } else {
    void vscode.window.showErrorMessage(refusal);
  }
}

/** Undefined where it was written; else why it was not, as a message. */
export async function writeSvg(uri: vscode.Uri, svg: string): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(svg));
    return undefined;
  } catch (error) {
    const name = vscode.workspace.asRelativePath(uri, false);
    const why = error instanceof Error ? error.message : String(error);
    const text = vscode.l10n.t(
      'The map cannot be written to {0}; choose another place. {1}',
      name,
      why,
    );
    return plainLabel(text);
  }
}
