import * as vscode from 'vscode';
import {
  type Claim,
  type Place,
  type Quote,
  type ResolvedSource,
  type Span,
  definitionsOf,
  mentionsOf,
} from '../../core';
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
  const resolved = await sourceOf(folder, source);
  return resolved && showSpan(folder, resolved, span, beside);
}

/** Opens the words of a claim where they stand now; where they stand nowhere, its record. */
export async function openClaim(
  folder: CorpusFolder,
  source: string,
  claim: string,
  beside: vscode.ViewColumn,
): Promise<void> {
  const index = await folder.corpus.index();
  // Any of the files that annotate the source may state it.
  const claims = index.filesOfSource(source).flatMap((file) => index.files.get(file)?.claims ?? []);
  const record = claims.find(({ id }) => id === claim);
  if (record) await showQuote(folder, source, record, record.place, beside);
}

/** Opens the words that a tension quotes where they stand now; where they do nowhere, its record. */
export async function openTensionQuote(
  folder: CorpusFolder,
  tension: string,
  at: number,
  beside: vscode.ViewColumn,
): Promise<void> {
  const stated = (await folder.corpus.tensions()).find(({ id }) => id === tension);
  const quote = stated?.quotes[at];
  if (quote) await showQuote(folder, quote.source, quote, stated.place, beside);
}

async function showQuote(
  folder: CorpusFolder,
  source: string,
  record: Claim | Quote,
  place: Place,
  beside: vscode.ViewColumn,
): Promise<void> {
  const resolved = await sourceOf(folder, source);
  const span = resolved?.anchoredOf(record).span;
  if (resolved && span) await showSpan(folder, resolved, span, beside);
  else await showRecord(folder, place, beside);
}

async function showSpan(
  folder: CorpusFolder,
  { path, source }: ResolvedSource,
  span: Span,
  beside: vscode.ViewColumn,
): Promise<vscode.TextEditor | undefined> {
  if (span.end > source.text.length) return undefined;
  const options = { selection: toRange(source, span), viewColumn: beside };
  return vscode.window.showTextDocument(folder.uriOf(path), options);
}

async function showRecord(
  folder: CorpusFolder,
  { file, span }: Place,
  beside: vscode.ViewColumn,
): Promise<void> {
  const text = await folder.corpus.linesOf(file);
  const selection = toRange(text, { start: span.start, end: span.start });
  await vscode.window.showTextDocument(folder.uriOf(file), { selection, viewColumn: beside });
}

async function sourceOf(
  { corpus }: CorpusFolder,
  path: string,
): Promise<ResolvedSource | undefined> {
  return (await corpus.sources()).includes(path) ? corpus.source(path) : undefined;
}
