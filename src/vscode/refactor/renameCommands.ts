import * as vscode from 'vscode';
import { assertRenamable, renameId, renameName, whyNotRenamed } from '../../core';
import { plainLabel } from '../markdown';
import type { EntityTarget, GivenAnswers } from './entityTarget';
import { knownEntity, refactor } from './run';

/** Another name for an entity; the old one becomes an alias, unless the user has it forgotten. */
export async function renameByName(target: EntityTarget, given: GivenAnswers): Promise<void> {
  const { corpus } = target.folder;
  await assertRenamable(corpus, { kind: 'entity', id: target.entity });
  const now = knownEntity(await corpus.registry(), target.entity);
  const title = plainLabel(vscode.l10n.t('Rename “{0}”', now.name));
  const name = given.name ?? (await askName(title, now.name));
  if (name === undefined || name.trim() === now.name) return;
  const keepsOld =
    given.keepOld ?? (given.name === undefined ? await askAlias(title, now.name) : true);
  if (keepsOld === undefined) return;
  await refactor(target, () => renameName(corpus, target.entity, name, keepsOld));
}

async function askName(title: string, now: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The name by which the corpus is to call it'),
    value: now,
    validateInput: (value) =>
      value.trim() === '' ? vscode.l10n.t('An entity needs a name.') : undefined,
  });
}

async function askAlias(title: string, now: string): Promise<boolean | undefined> {
  const keep = { label: vscode.l10n.t('Keep “{0}” as an alias', plainLabel(now)), keeps: true };
  const forget = { label: vscode.l10n.t('Forget “{0}”', plainLabel(now)), keeps: false };
  const placeHolder = vscode.l10n.t('What becomes of the old name');
  const picked = await vscode.window.showQuickPick([keep, forget], { title, placeHolder });
  return picked?.keeps;
}

/** Another id for an entity, wherever it is used. */
export async function renameById(target: EntityTarget, given: GivenAnswers): Promise<void> {
  const { corpus } = target.folder;
  const what = { kind: 'entity', id: target.entity } as const;
  await assertRenamable(corpus, what);
  const id =
    given.id ??
    (await vscode.window.showInputBox({
      title: plainLabel(vscode.l10n.t('Rename the id “{0}” wherever it is used', target.entity)),
      prompt: vscode.l10n.t('Lower-case words joined by hyphens'),
      value: target.entity,
      validateInput: async (value) =>
        value === target.entity ? undefined : plain(await whyNotRenamed(corpus, what, value)),
    }));
  if (id === undefined || id === target.entity) return;
  await refactor(target, (following) => renameId(corpus, what, id, following));
}

function plain(message: string | undefined): string | undefined {
  return message === undefined ? undefined : plainLabel(message);
}
