/** Files that a test makes for itself, in the workspace of the tests. */
import * as vscode from 'vscode';
import { hashOf } from '../../src/core/hash';
import { lines } from '../core/world';
import { closeAll, open, uriOf } from './workspace';

/** As another program does: past the editor. */
export async function writeStored(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

export async function stored(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

export async function removeFiles(...paths: readonly string[]): Promise<void> {
  await closeAll();
  for (const path of paths) await vscode.workspace.fs.delete(uriOf(path));
}

/** One edit of an open document, as somebody types it. */
export async function edit(path: string, words: string, newText: string): Promise<void> {
  const document = await open(path);
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in ${path}`);
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + words.length),
  );
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, newText);
  if (!(await vscode.workspace.applyEdit(change))) throw new Error('The edit was not applied.');
}

export const followedText = lines(
  'CNSA and Roscosmos signed a memorandum on a research station.',
  '',
  'The station will stand near the south pole of the Moon.',
  '',
  'Nothing is quoted here, and nobody has annotated it.',
);

/** A source and its annotations, which no other test has seen. */
export interface Followed {
  readonly source: string;
  readonly yaml: string;
  /** What the YAML says at first; with another text, its hash. */
  readonly annotations: (text?: string) => string;
}

let count = 0;

/** Three mentions: two in the first line, one in the second. The caller removes both files. */
export async function writeFollowed(): Promise<Followed> {
  count++;
  const source = `seeds/followed${count}.txt`;
  const yaml = `annotations/followed${count}.yaml`;
  const annotations = (text = followedText) =>
    lines(
      '# Kept as it is.',
      `source: ${source}`,
      `sha256: ${hashOf(text)}`,
      'mentions:',
      `  - id: f${count}a`,
      '    entity: cnsa',
      '    exact: CNSA',
      '    suffix: " and Roscosmos signed a"',
      `  - id: f${count}b`,
      '    entity: mou-2021',
      '    exact: a memorandum',
      '    prefix: "CNSA and Roscosmos signed "',
      '    suffix: " on a research station."',
      `  - id: f${count}c`,
      '    entity: cnsa',
      '    exact: the Moon',
      '    prefix: "near the south pole of "',
      '    suffix: .',
    );
  await writeStored(source, followedText);
  await writeStored(yaml, annotations());
  return { source, yaml, annotations };
}
