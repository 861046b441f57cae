import * as vscode from 'vscode';
import { type Mention, type Placed, type ResolvedSource, assertEditable } from '../../core';
import { toSpan } from '../convert';
import type { Corpora, CorpusFile } from '../corpora';
import { findMentionsAt } from '../features/mentionAt';
import { plainLabel } from '../markdown';
import { isFileItself } from '../versions';
import { openStored } from './annotateSelection';

/** Mentions of one source that a decision is about. */
export interface PickedMentions {
  readonly file: CorpusFile;
  readonly resolved: ResolvedSource;
  /** One for each cursor that is on one, each once. */
  readonly mentions: readonly Placed<Mention>[];
}

/**
 * The mention at each cursor: the one that is selected, else the innermost; where several of them
 * have the same words, the user says which. Says so where there is none.
 * @throws {EditRefusedError} where the annotation file has errors.
 */
export async function mentionsAtCursors(
  corpora: Corpora,
  editor: vscode.TextEditor,
): Promise<PickedMentions | undefined> {
  const { document, selections } = editor;
  const mentions = new Map<string, Placed<Mention>>();
  let picked: Omit<PickedMentions, 'mentions'> | undefined;
  for (const selection of selections) {
    const here = await findMentionsAt(corpora, document, selection.active);
    if (!here || !isFileItself(here.file, document)) continue;
    const selected = selectedOf(here.mentions, toSpan(document, selection));
    const mention = await theOne(here, selected);
    if (!mention) return undefined;
    mentions.set(mention.record.id, mention);
    picked = here;
  }
  if (!picked) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no annotation at the cursor.'),
    );
    return undefined;
  }
  await assertChangeable(picked.file);
  return { ...picked, mentions: [...mentions.values()] };
}

/**
 * The mentions within the selections.
 * @throws {EditRefusedError} where the annotation file has errors.
 */
export async function mentionsSelected(
  corpora: Corpora,
  { document, selections }: vscode.TextEditor,
): Promise<PickedMentions | undefined> {
  const file = corpora.locate(document.uri);
  const resolved = await file?.corpus.source(file.path);
  if (!file || !resolved) return undefined;
  const spans = selections.map((selection) => toSpan(document, selection));
  const mentions = resolved.placed.filter(({ span }) =>
    spans.some(({ start, end }) =>
      start === end
        ? span.start <= start && start <= span.end
        : start <= span.start && span.end <= end,
    ),
  );
  await assertChangeable(file);
  return { file, resolved, mentions };
}

/** The buffer counts from here on; with errors in it no user need be asked anything. */
async function assertChangeable({ folder, corpus, path }: CorpusFile): Promise<void> {
  await openStored(folder.uriOf(await corpus.annotationFileOf(path)));
  await assertEditable(corpus, path);
}

type Nested = readonly Placed<Mention>[];

/** Those with exactly the selected words, else those with the fewest words. */
function selectedOf(mentions: Nested, selected: { start: number; end: number }): Nested {
  const same = (a: Placed<Mention>, b: { start: number; end: number }) =>
    a.span.start === b.start && a.span.end === b.end;
  const exact = mentions.filter((one) => same(one, selected));
  const [innermost] = mentions;
  if (exact.length > 0 || !innermost) return exact;
  return mentions.filter((one) => same(one, innermost.span));
}

async function theOne(
  { file, resolved }: Omit<PickedMentions, 'mentions'>,
  mentions: Nested,
): Promise<Placed<Mention> | undefined> {
  const [only, second] = mentions;
  if (!second) return only;
  const registry = await file.corpus.registry();
  const items = mentions.map((mention) => ({
    mention,
    label: plainLabel(registry.nameOf(mention.record.entity)),
    description: plainLabel(mention.record.entity),
  }));
  const words = plainLabel(resolved.source.slice(only?.span ?? { start: 0, end: 0 }));
  const placeHolder = vscode.l10n.t('Which annotation of “{0}”?', words);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.mention;
}
