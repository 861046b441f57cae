import * as vscode from 'vscode';
import { plainLabel } from '../markdown';

/** As long as it takes to read, in milliseconds. */
const messageTime = 5000;

/** Asks where to, and writes the picture there. */
export async function saveSvg(folder: vscode.WorkspaceFolder, svg: string): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder.uri, 'map.svg'),
    filters: { SVG: ['svg'] },
    title: vscode.l10n.t('Export the map'),
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(svg));
  const name = vscode.workspace.asRelativePath(uri, false);
  vscode.window.setStatusBarMessage(
    plainLabel(vscode.l10n.t('Exported the map to {0}.', name)),
    messageTime,
  );
}
