import * as vscode from 'vscode';
import {
  EditRefusedError,
  type Entity,
  type Following,
  type Refactoring,
  type Registry,
} from '../../core';
import { applyAndSave, newerOnDisk, removeNew, tellNewer } from '../commands/applyChanges';
import { inTurn } from '../commands/inTurn';
import type { CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';
import type { EntityTarget } from './entityTarget';
import { refactoringEdit } from './refactoringEdit';

/** Nobody needs to be told of what is done by then. */
const patience = 500;

/**
 * Computes a refactoring, shows its preview if the user wants that, applies it as one step to undo,
 * and saves it if the user wants so. All of that is one turn of `inTurn`, but for a preview, which
 * the user may leave open for as long as they like.
 *
 * @param confirm what it does, in a word or two: whoever decides is asked where there is something
 *   to know beforehand.
 */
export async function refactor(
  { folder, from }: Pick<EntityTarget, 'folder' | 'from'>,
  compute: (following: Following) => Promise<Refactoring>,
  confirm?: string,
): Promise<void> {
  const previewed = await inTurn(async () => {
    const made = await followed(compute);
    if (!made || made.changes.length === 0) return undefined;
    const wanted = previews(folder.folder.uri) ? 'preview' : await confirmed(made, confirm);
    if (wanted === undefined) return undefined;
    const newer = await newerOnDisk(folder, made.changes);
    const edit = await refactoringEdit(folder, made, from, wanted === 'preview');
    const apply = () => applied(folder, made, edit, newer);
    if (wanted === 'preview') return apply;
    if (await apply()) return undefined;
    throw new EditRefusedError(vscode.l10n.t('The editor did not apply the change.'));
  });
  await previewed?.();
}

async function applied(
  folder: CorpusFolder,
  made: Refactoring,
  edit: vscode.WorkspaceEdit,
  newer: readonly string[],
): Promise<boolean> {
  const paths = made.changes.map(({ path }) => path);
  const isApplied = await applyAndSave(folder, edit, paths);
  if (!isApplied) {
    await removeNew(folder, made.changes);
    return false;
  }
  vscode.window.setStatusBarMessage(plainLabel(doneIn(made)), 5000);
  for (const path of newer) tellNewer(folder, path);
  return true;
}

async function confirmed(
  { label, notes }: Refactoring,
  confirm: string | undefined,
): Promise<'apply' | 'preview' | undefined> {
  if (confirm === undefined || notes.length === 0) return 'apply';
  const preview = vscode.l10n.t('Show Preview');
  const detail = notes.map(plainLabel).join('\n');
  const options = { modal: true, detail };
  const answer = await vscode.window.showWarningMessage(
    `${plainLabel(label)}?`,
    options,
    confirm,
    preview,
  );
  if (answer === undefined) return undefined;
  return answer === preview ? 'preview' : 'apply';
}

/** @throws {EditRefusedError} where the registry has no such entity. */
export function knownEntity({ entities }: Registry, id: string): Entity {
  const known = entities.get(id);
  if (known) return known;
  throw new EditRefusedError(vscode.l10n.t('The registry has no entity “{0}”.', id));
}

function previews(scope: vscode.ConfigurationScope): boolean {
  const settings = vscode.workspace.getConfiguration('glossator', scope);
  return settings.get<boolean>('previewRefactorings') === true;
}

function doneIn({ label, changes }: Refactoring): string {
  const many = changes.length;
  return many === 1
    ? vscode.l10n.t('{0}: done in 1 file.', label)
    : vscode.l10n.t('{0}: done in {1} files.', label, many);
}

/** Shows how far a computation is once it takes long, and lets the user give it up. */
async function followed(
  compute: (following: Following) => Promise<Refactoring>,
): Promise<Refactoring | undefined> {
  const source = new vscode.CancellationTokenSource();
  let report: ((done: number, total: number) => void) | undefined;
  const computed = compute({
    cancellation: source.token,
    onProgress: (done, total) => report?.(done, total),
  });
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Working out what changes'),
        cancellable: true,
      },
      async (progress, token) => {
        token.onCancellationRequested(() => {
          source.cancel();
        });
        report = (done, total) => {
          progress.report({ message: `${done}/${total}`, increment: 100 / total });
        };
        await computed.catch(() => undefined);
      },
    );
  }, patience);
  try {
    const made = await computed;
    return source.token.isCancellationRequested ? undefined : made;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
