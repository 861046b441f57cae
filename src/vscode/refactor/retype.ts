import * as vscode from 'vscode';
import { type Registry, assertRenamable, changeType, isEdtf } from '../../core';
import { plainLabel } from '../markdown';
import type { EntityTarget, GivenAnswers } from './entityTarget';
import { knownEntity, refactor } from './run';

/** Another type for an entity: its entry moves to the file of that type. */
export async function retype(target: EntityTarget, given: GivenAnswers): Promise<void> {
  const { corpus } = target.folder;
  await assertRenamable(corpus, { kind: 'entity', id: target.entity });
  const registry = await corpus.registry();
  const known = knownEntity(registry, target.entity);
  const title = plainLabel(vscode.l10n.t('Type of “{0}”', known.name));
  const type = given.type ?? (await pickType(registry, title, known.type));
  if (type === undefined) return;
  const value = known.value ?? given.value ?? (await askValue(type, title, known.name));
  if (value === undefined) return;
  const confirm = given.type === undefined ? vscode.l10n.t('Change Type') : undefined;
  await refactor(target, () => changeType(corpus, known.id, type, value || undefined), confirm);
}

async function pickType(
  registry: Registry,
  title: string,
  except: string,
): Promise<string | undefined> {
  const types = [...registry.schema.types.values()].filter(({ id }) => id !== except);
  const items = types.map((type) => ({
    id: type.id,
    label: plainLabel(type.label),
    iconPath: new vscode.ThemeIcon(type.icon),
    detail: plainLabel(type.description),
  }));
  const placeHolder = vscode.l10n.t('What kind of thing it is');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.id;
}

/** A date needs a value; empty: none is needed. Undefined where the user gave up. */
async function askValue(type: string, title: string, name: string): Promise<string | undefined> {
  if (type !== 'date') return '';
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Its value in EDTF, such as 2021-03-09, 2021-03 or 2018/2022'),
    value: isEdtf(name) ? name : '',
    validateInput: (one) =>
      isEdtf(one) ? undefined : vscode.l10n.t('Write a date in EDTF: year, month, day.'),
  });
}
