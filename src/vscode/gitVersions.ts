import * as vscode from 'vscode';

/** What is used of the interface that VS Code's own git extension exports (`git.d.ts`). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}
interface Repository {
  log(options: { maxEntries: number; path: string }): Promise<readonly { readonly hash: string }[]>;
  show(ref: string, path: string): Promise<string>;
}

/** Versions of a file that are looked at. */
const mostVersions = 50;

/**
 * The versions of a file that git has, from the newest. None where the git extension does not run:
 * it decides itself whether a workspace is trusted, and in a browser it is not there.
 */
export async function* versionsOf(uri: vscode.Uri): AsyncGenerator<string> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (uri.scheme !== 'file' || extension?.isActive !== true || !extension.exports.enabled) return;
  const repository = extension.exports.getAPI(1).getRepository(uri);
  if (!repository) return;
  const commits = await repository.log({ maxEntries: mostVersions, path: uri.fsPath });
  for (const { hash } of commits) {
    try {
      yield await repository.show(hash, uri.fsPath);
    } catch {
      // In this commit the file was not there.
    }
  }
}
