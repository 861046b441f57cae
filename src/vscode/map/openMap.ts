import * as vscode from 'vscode';
import { sayRefusal } from '../commands/editorCommand';
import type { Corpora } from '../corpora';
import { pageRoot } from './mapPage';
import type { MapPanel } from './mapPanel';

const viewType = 'glossator.map';

/** Opens the picture of a corpus, one a folder, and brings it back when the window is loaded again. */
export function registerMap(extension: vscode.Uri, corpora: Corpora): vscode.Disposable {
  const panels = new Map<string, MapPanel>();
  const options = { enableScripts: true, localResourceRoots: [pageRoot(extension)] };

  const show = (
    Panel: typeof MapPanel,
    panel: vscode.WebviewPanel,
    folder: vscode.WorkspaceFolder,
  ) => {
    const key = folder.uri.toString();
    const map = new Panel(panel, extension, corpora, folder);
    panels.set(key, map);
    panel.onDidDispose(() => {
      map.dispose();
      if (panels.get(key) === map) panels.delete(key);
      tellOpen(panels.size > 0);
    });
    tellOpen(true);
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('glossator.openMap', () =>
      sayRefusal(async () => {
        const folder = await chooseFolder();
        if (!folder) return;
        const { MapPanel } = await import('./mapPanel');
        const known = panels.get(folder.uri.toString());
        if (known) {
          known.reveal();
          return;
        }
        const { Active } = vscode.ViewColumn;
        const panel = vscode.window.createWebviewPanel(viewType, titleOf(folder), Active, options);
        show(MapPanel, panel, folder);
      }),
    ),
    vscode.commands.registerCommand('glossator.exportMap', () => {
      const maps = [...panels.values()];
      (maps.find(({ isActive }) => isActive) ?? maps.at(-1))?.exportPicture();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      for (const map of [...panels.values()]) if (!map.hasFolder) map.close();
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const { MapPanel } = await import('./mapPanel');
        const folder = folderOf(state);
        if (!folder || panels.has(folder.uri.toString())) {
          panel.dispose();
        } else {
          panel.webview.options = options;
          show(MapPanel, panel, folder);
        }
      },
    }),
    new vscode.Disposable(() => {
      for (const map of panels.values()) map.dispose();
    }),
  );
}

/** The palette offers what can be done with a map only where there is one. */
function tellOpen(isOpen: boolean): void {
  void vscode.commands.executeCommand('setContext', 'glossator.mapOpen', isOpen);
}

function titleOf({ name }: vscode.WorkspaceFolder): string {
  const isOnly = (vscode.workspace.workspaceFolders ?? []).length < 2;
  return isOnly ? vscode.l10n.t('Map') : vscode.l10n.t('Map of {0}', name);
}

/** The folder of the active editor; where there is none, the only one, or the one that is picked. */
async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  if (own) return own;
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  return others.length === 0 ? first : vscode.window.showWorkspaceFolderPick();
}

/** The folder that a page remembers, if it is still part of the workspace. */
function folderOf(state: unknown): vscode.WorkspaceFolder | undefined {
  const { folder } = Object(state) as { readonly folder?: unknown };
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.find(({ uri }) => uri.toString() === folder);
}
