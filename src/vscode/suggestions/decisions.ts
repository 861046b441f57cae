/** What is decided of suggestions, and how it is written: one step of undo each. */
import * as vscode from 'vscode';
import {
  type Chosen,
  type NewEntity,
  acceptAll,
  assertEditable,
  proposedEntity,
  rejectAll,
} from '../../core';
import { openStored } from '../commands/annotateSelection';
import { applyChanges } from '../commands/applyChanges';
import { pickEntity } from '../commands/pickEntity';
import type { CorpusFolder } from '../corpora';
import { tell } from '../views/tell';

/**
 * Annotates them as they are proposed. There is a question only where all are of one subject and
 * nobody but the user can know what is meant; of several, such are left, and that is said.
 *
 * @returns whether anything was done
 */
export async function accept(folder: CorpusFolder, chosen: readonly Chosen[]): Promise<boolean> {
  await prepare(folder, chosen);
  const [first] = chosen;
  if (!first) return false;
  const { suggestions, suggestion } = first;
  const subjects = new Set(chosen.map((one) => one.suggestions.subjectOf(one.suggestion)));
  const words = suggestions.wordsOf(suggestion);
  const registry = await folder.corpus.registry();
  const isKnown = suggestion.entity ?? proposedEntity(registry, words, suggestion);
  if (subjects.size > 1 || isKnown) return annotate(folder, chosen);
  return acceptAs(folder, chosen);
}

/** Annotates them as what the user picks. */
export async function acceptAs(folder: CorpusFolder, chosen: readonly Chosen[]): Promise<boolean> {
  await prepare(folder, chosen);
  const [first] = chosen;
  const words = first?.suggestions.wordsOf(first.suggestion) ?? '';
  const entity = await pickEntity(folder.corpus, words);
  return entity !== undefined && annotate(folder, chosen, entity);
}

async function annotate(
  folder: CorpusFolder,
  chosen: readonly Chosen[],
  as?: string | NewEntity,
): Promise<boolean> {
  const { changes, mentions, newEntities, left } = await acceptAll(folder.corpus, chosen, as);
  if (mentions > 0) await applyChanges(folder, changes, sourceOf(folder, chosen));
  const [only] = chosen;
  const words = only?.suggestions.wordsOf(only.suggestion) ?? '';
  const done =
    chosen.length === 1
      ? vscode.l10n.t('Annotated “{0}”', words)
      : vscode.l10n.t('Annotated: {0}', mentions);
  const made = vscode.l10n.t('new entities: {0}', newEntities);
  const open = vscode.l10n.t('left, to be decided one by one: {0}', left);
  tell([done, ...(newEntities > 0 ? [made] : []), ...(left > 0 ? [open] : [])].join(' · '));
  return mentions > 0;
}

/** @param scope `source`: wherever the sources have the words, as one record each */
export async function reject(
  folder: CorpusFolder,
  chosen: readonly Chosen[],
  scope?: 'source',
): Promise<boolean> {
  if (chosen.length === 0) return false;
  await prepare(folder, chosen);
  const rejections = new Map(
    chosen.map(({ suggestions, suggestion: { start, end, entity } }) => {
      const words = suggestions.wordsOf({ start, end });
      const rejection = { source: suggestions.path, span: { start, end }, words, entity, scope };
      return [JSON.stringify([suggestions.path, scope ? words : start]), rejection];
    }),
  );
  const changes = await rejectAll(folder.corpus, [...rejections.values()]);
  await applyChanges(folder, changes, sourceOf(folder, chosen));
  const [first] = rejections.values();
  const isOne = first !== undefined && rejections.size === 1;
  const one = scope
    ? vscode.l10n.t('Rejected “{0}” in this source', first?.words ?? '')
    : vscode.l10n.t('Rejected “{0}” here', first?.words ?? '');
  tell(isOne ? one : vscode.l10n.t('Rejected: {0}', rejections.size));
  return true;
}

/** From here on the buffers count, and files with errors are refused before a question is asked. */
async function prepare(folder: CorpusFolder, chosen: readonly Chosen[]): Promise<void> {
  const { corpus } = folder;
  for (const path of new Set(chosen.map(({ suggestions }) => suggestions.path))) {
    await openStored(folder.uriOf(await corpus.annotationFileOf(path)));
    await assertEditable(corpus, path);
  }
}

/** Undo works in the source before the user’s eyes, if it is one of those decided on. */
function sourceOf(folder: CorpusFolder, chosen: readonly Chosen[]): vscode.Uri {
  const uris = chosen.map(({ suggestions }) => folder.uriOf(suggestions.path));
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  return uris.find((uri) => uri.toString() === active) ?? uris[0] ?? folder.folder.uri;
}
