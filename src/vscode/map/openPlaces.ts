import * as vscode from 'vscode';
import { type Span, definitionsOf, mentionsOf } from '../../core';
import { toRange } from '../convert';
import type { CorpusFolder } from '../corpora';
import { registryLocation } from '../features/registryLocation';

/** Opens the passage that introduces an entity, else its first mention, else its entry. */
export async function openEntity(folder: CorpusFolder, id: string, beside: vscode.ViewColumn) {
  const { corpus } = folder;
  const [definition] = await definitionsOf(corpus, id);
  const [passage = definition] = definition ? [definition] : await mentionsOf(corpus, id);
  if (passage) await openSpan(folder, passage.source, passage.span, beside);
  else await openEntry(folder, id, beside);
}

export async function openEntry(folder: CorpusFolder, id: string, beside: vscode.ViewColumn) {
  const entry = await registryLocation(folder, id);
  if (!entry) return;
  const selection = entry.targetSelectionRange ?? entry.targetRange;
  await vscode.window.showTextDocument(entry.targetUri, { selection, viewColumn: beside });
}

/** Opens a passage of a source of the corpus, and of no other file. */
export async function openSpan(
  folder: CorpusFolder,
  source: string,
  span: Span,
  beside: vscode.ViewColumn,
): Promise<vscode.TextEditor | undefined> {
  const resolved = (await isSource(folder, source)) && (await folder.corpus.source(source));
  if (!resolved || span.end > resolved.source.text.length) return undefined;
  const selection = toRange(resolved.source, span);
  const options = { selection, viewColumn: beside };
  return vscode.window.showTextDocument(folder.uriOf(source), options);
}

/** Opens the words of a claim. */
export async function openClaim(
  folder: CorpusFolder,
  source: string,
  claim: string,
  beside: vscode.ViewColumn,
): Promise<void> {
  const resolved = (await isSource(folder, source)) && (await folder.corpus.source(source));
  const found = resolved && resolved.claims.find(({ record }) => record.id === claim);
  if (!found) return;
  if (found.span) {
    await openSpan(folder, source, found.span, beside);
    return;
  }
  // The words have no place any more: what is left is the record.
  const { file, span } = found.record.place;
  const text = await folder.corpus.linesOf(file);
  const selection = toRange(text, { start: span.start, end: span.start });
  await vscode.window.showTextDocument(folder.uriOf(file), { selection, viewColumn: beside });
}

async function isSource({ corpus }: CorpusFolder, path: string): Promise<boolean> {
  return (await corpus.sources()).includes(path);
}
