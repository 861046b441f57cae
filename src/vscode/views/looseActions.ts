import * as vscode from 'vscode';
import {
  EditRefusedError,
  type LooseRecord,
  acceptPlaces as changesThatAccept,
  looseOf,
  placeRecord,
  removeRecords,
  sentenceAround,
  storedExcerpt,
} from '../../core';
import { applyChanges } from '../commands/applyChanges';
import { toRange, toSpan } from '../convert';
import type { Corpora, CorpusFile, CorpusFolder } from '../corpora';
import { seedLanguage } from '../language';
import { plainLabel } from '../markdown';
import { type LooseNode, isLoose } from './looseNodes';
import { tell } from './tell';
import type { ViewNode } from './viewNode';

/** The words selected, or the word at the cursor, become the quote of a loose record. */
export async function placeHere(corpora: Corpora, nodes: readonly ViewNode[]): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  const file = editor && corpora.locate(editor.document.uri);
  if (!file || editor.document.languageId !== seedLanguage) {
    throw new EditRefusedError(vscode.l10n.t('Select the words in a source first.'));
  }
  const { document } = editor;
  const ranges = wordsSelected(editor);
  const spans = ranges.map((range) => toSpan(document, range));
  const words = ranges.map((range) => document.getText(range));
  const { version } = document;
  const record = await recordFor(file, nodes, spans[0]?.start ?? 0);
  if (!record) return;
  if (document.version !== version) {
    throw new EditRefusedError(
      vscode.l10n.t('The source has changed meanwhile; select the words again.'),
    );
  }
  const changes = await placeRecord(file.corpus, { ...record, spans, words });
  await applyChanges(file.folder, changes, document.uri);
  tell(vscode.l10n.t('Placed at “{0}”.', words.join(' … ')));
}

function wordsSelected({ document, selections }: vscode.TextEditor): vscode.Range[] {
  const ranges = selections.flatMap((selection) => {
    if (!selection.isEmpty) return [trimmed(document, selection)];
    return document.getWordRangeAtPosition(selection.active) ?? [];
  });
  return ranges.sort((a, b) => a.start.compareTo(b.start));
}

function trimmed(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const text = document.getText(range);
  const start = document.offsetAt(range.start) + (text.length - text.trimStart().length);
  const end = document.offsetAt(range.end) - (text.length - text.trimEnd().length);
  return new vscode.Range(document.positionAt(start), document.positionAt(Math.max(start, end)));
}

/** The one selected in the view, if it is of this source; else the user picks, nearest first. */
async function recordFor(
  file: CorpusFile,
  nodes: readonly ViewNode[],
  offset: number,
): Promise<LooseRecord | undefined> {
  const selected = nodes
    .filter((node) => isLoose(node))
    .flatMap(({ folder, record }) => {
      const isHere = record?.source === file.path && isSameFolder(folder, file.folder);
      return isHere ? [record] : [];
    });
  if (selected.length === 1) return selected[0];
  const all = await looseOf(file.corpus);
  const records = all.find(({ source }) => source === file.path)?.records ?? [];
  if (records.length === 0) {
    throw new EditRefusedError(vscode.l10n.t('Every annotation of this source has its place.'));
  }
  const away = ({ near }: LooseRecord) => Math.abs(near.start - offset);
  const items = [...records]
    .sort((a, b) => away(a) - away(b))
    .map((record) => ({
      record,
      label: plainLabel(
        storedExcerpt(record.record)
          .map(({ text }) => text)
          .join(''),
      ),
      description: record.looseness,
    }));
  const placeHolder = vscode.l10n.t('The annotation that belongs here');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.record;
}

function isSameFolder({ folder: a }: CorpusFolder, { folder: b }: CorpusFolder): boolean {
  return a.uri.toString() === b.uri.toString();
}

/** The sentences in which an ambiguous record may stand; the one looked at is shown. */
export async function choosePlace([node]: readonly LooseNode[]): Promise<void> {
  if (!node?.record) return;
  const { folder, loose, record } = node;
  const uri = folder.uriOf(loose.source);
  const items = record.candidates.map((span) => ({
    span,
    label: plainLabel(sentenceAround(loose.text, [span])),
    description: vscode.l10n.t('line {0}', loose.text.positionAt(span.start).line + 1),
  }));
  if (items.length === 0) {
    throw new EditRefusedError(vscode.l10n.t('There are no places to choose from.'));
  }
  const before = vscode.window.activeTextEditor;
  const goBack = before && placeOf(before);
  let looked: Promise<unknown> = Promise.resolve();
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('The place that is meant'),
    onDidSelectItem: (item) => {
      const { span } = item as (typeof items)[number];
      const selection = toRange(loose.text, span);
      const options = { preview: true, preserveFocus: true, selection };
      const look = () => vscode.window.showTextDocument(uri, options);
      // One after another, so that the last one looked at is the one that is seen.
      looked = looked.then(look).catch(console.error);
    },
  });
  await looked;
  if (!picked) {
    await goBack?.();
    return;
  }
  const choice = { ...record, spans: [picked.span], words: [loose.text.slice(picked.span)] };
  await applyChanges(folder, await placeRecord(folder.corpus, choice), uri);
}

/** How to get back to where the reader is now. */
function placeOf(editor: vscode.TextEditor): () => Promise<void> {
  const { document, selection, visibleRanges, viewColumn } = editor;
  return async () => {
    const options = { preserveFocus: true, selection, ...(viewColumn && { viewColumn }) };
    const shown = await vscode.window.showTextDocument(document, options);
    const [visible] = visibleRanges;
    if (visible) shown.revealRange(visible, vscode.TextEditorRevealType.AtTop);
  };
}

/** Of the sources of some rows; without rows, of the source that is open. */
export async function acceptAll(corpora: Corpora, nodes: readonly LooseNode[]): Promise<void> {
  const { document } = vscode.window.activeTextEditor ?? {};
  const file = document?.languageId === seedLanguage ? corpora.locate(document.uri) : undefined;
  const open = file ? [{ folder: file.folder, source: file.path, records: undefined }] : [];
  const rows = bySource(nodes).map((one) => ({ ...one, records: undefined }));
  const chosen = nodes.length > 0 ? rows : open;
  if (chosen.length === 0) throw new EditRefusedError(vscode.l10n.t('Open a source first.'));
  await acceptIn(chosen);
  const sources = chosen.map(({ source }) => source).join(', ');
  tell(vscode.l10n.t('All new places in {0} are accepted.', sources));
}

/** Rows of sources stand for all that is below them. */
export async function acceptPlaces(nodes: readonly LooseNode[]): Promise<void> {
  await acceptIn(bySource(nodes));
}

async function acceptIn(all: readonly Chosen[]): Promise<void> {
  for (const { folder, source, records } of all) {
    const changes = await changesThatAccept(folder.corpus, source, records);
    await applyChanges(folder, changes, folder.uriOf(source));
  }
}

/** One step of undo a folder. Rows of sources stand for nothing here: a source is not deleted. */
export async function removeLoose(nodes: readonly LooseNode[]): Promise<void> {
  const chosen = bySource(nodes.filter(({ record }) => record));
  for (const folder of new Set(chosen.map((one) => one.folder))) {
    const own = chosen.filter((one) => one.folder === folder);
    const records = own.flatMap((one) => one.records ?? []);
    const changes = await removeRecords(folder.corpus, records);
    const [first] = own;
    if (first) await applyChanges(folder, changes, folder.uriOf(first.source));
  }
  const count = chosen.reduce((sum, { records = [] }) => sum + records.length, 0);
  tell(
    count === 0
      ? vscode.l10n.t('Select the annotations to delete, not their source.')
      : vscode.l10n.t('Annotations deleted: {0}', count),
  );
}

interface Chosen {
  readonly folder: CorpusFolder;
  readonly source: string;
  /** Undefined: all. */
  readonly records: LooseRecord['record'][] | undefined;
}

function bySource(nodes: readonly LooseNode[]): Chosen[] {
  const chosen = new Map<string, Chosen>();
  for (const { folder, loose, record } of nodes) {
    const key = folder.uriOf(loose.source).toString();
    const before = chosen.get(key);
    const isAll = !record || (before !== undefined && before.records === undefined);
    const records = isAll ? undefined : [...(before?.records ?? []), record.record];
    chosen.set(key, { folder, source: loose.source, records });
  }
  return [...chosen.values()];
}
