import * as vscode from 'vscode';
import { Parts, type Started } from './parts';

let parts: Parts | undefined;

/** Has late parts read from the extension's folder. @param started see `Parts`. */
export function readPartsBelow(extension: vscode.Uri, started: Started): void {
  parts = new Parts({ ...started, vscode }, async (file) => {
    const uri = vscode.Uri.joinPath(extension, 'dist', 'late', file);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return `${text}\n//# sourceURL=${uri.toString(true)}`;
  });
}

/** What the build makes of `import()`. */
export async function late(...files: string[]): Promise<unknown> {
  return parts?.load(...files);
}
