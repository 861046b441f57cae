import * as vscode from 'vscode';
import type { FileRole } from '../../../core';

/** The JSON Schemas that come with the extension, read when first asked for. */
export class JsonSchemas {
  readonly #folder: vscode.Uri;
  readonly #schemas = new Map<FileRole, Promise<unknown>>();

  constructor(extension: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(extension, 'schemas');
  }

  /** Undefined where it cannot be read: what depends on it is then not offered. */
  of(role: FileRole): Promise<unknown> {
    const known = this.#schemas.get(role) ?? this.#read(role);
    this.#schemas.set(role, known);
    return known;
  }

  async #read(role: FileRole): Promise<unknown> {
    try {
      const uri = vscode.Uri.joinPath(this.#folder, `${role}.schema.json`);
      return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }
}
