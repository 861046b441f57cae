import * as vscode from 'vscode';
import { type Host, UnreadableError, annotationsFolder, hashOf, roleOf } from '../core';
import { versionsOf } from './gitVersions';
import { sourceGlobs } from './language';

/** A workspace folder as the core sees it: open buffers over what is stored. */
export class WorkspaceHost implements Host {
  readonly #folder: vscode.WorkspaceFolder;

  constructor(folder: vscode.WorkspaceFolder) {
    this.#folder = folder;
  }

  async listSources(): Promise<readonly string[]> {
    const found = await Promise.all(sourceGlobs(this.#folder.uri).map((glob) => this.#list(glob)));
    return [...new Set(found.flat())];
  }

  async listAnnotations(): Promise<readonly string[]> {
    const paths = await this.#walk(annotationsFolder);
    return paths.filter((path) => roleOf(path) !== 'source');
  }

  async read(path: string): Promise<string | undefined> {
    const uri = vscode.Uri.joinPath(this.#folder.uri, path);
    const open = openDocument(uri);
    if (open) return open.getText();
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw new UnreadableError(`${path} cannot be read: ${String(error)}`);
    }
    try {
      return await vscode.workspace.decode(bytes, { uri });
    } catch {
      throw new UnreadableError(`${path} is no text.`);
    }
  }

  async oldText(path: string, sha256: string): Promise<string | undefined> {
    for await (const text of versionsOf(vscode.Uri.joinPath(this.#folder.uri, path))) {
      if (hashOf(text) === sha256) return text;
    }
    return undefined;
  }

  /** Not by search: a file system may have none, and settings may hide the folder from it. */
  async #walk(folder: string): Promise<string[]> {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(
        vscode.Uri.joinPath(this.#folder.uri, folder),
      );
    } catch (error) {
      if (isAbsence(error)) return [];
      throw error;
    }
    const found = await Promise.all(
      entries.map(async ([name, type]) => {
        const path = `${folder}/${name}`;
        // Links to folders may lead round in circles.
        return type === vscode.FileType.Directory ? this.#walk(path) : [path];
      }),
    );
    return found.flat();
  }

  async #list(glob: string): Promise<string[]> {
    const pattern = new vscode.RelativePattern(this.#folder, glob);
    const uris = await vscode.workspace.findFiles(pattern);
    return uris.map((uri) => pathWithin(this.#folder, uri));
  }
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}

/** A file's path from the folder, as the core names it. */
export function pathWithin(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  return uri.path.slice(root.length);
}

function isAbsence(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    ['FileNotFound', 'FileIsADirectory', 'FileNotADirectory'].includes(error.code)
  );
}
