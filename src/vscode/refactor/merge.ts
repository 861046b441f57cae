import * as vscode from 'vscode';
import {
  type Entity,
  type Registry,
  assertRenamable,
  mergeEntities,
  rankEntities,
} from '../../core';
import { plainLabel } from '../markdown';
import type { EntityTarget, GivenAnswers } from './entityTarget';
import { knownEntity, refactor } from './run';

/** An entity goes, and all that is said of it becomes another's. */
export async function merge(target: EntityTarget, given: GivenAnswers): Promise<void> {
  const { corpus } = target.folder;
  const { entity } = target;
  await assertRenamable(corpus, { kind: 'entity', id: entity });
  const registry = await corpus.registry();
  const { name } = knownEntity(registry, entity);
  const into = given.into ?? (await pickOther(registry, entity, name));
  if (into === undefined) return;
  const confirm = given.into === undefined ? vscode.l10n.t('Merge') : undefined;
  const compute = (following: Parameters<typeof mergeEntities>[3]) =>
    mergeEntities(corpus, into, entity, following);
  await refactor(target, compute, confirm);
}

/** The one that stays; those first whose names are alike. */
async function pickOther(
  registry: Registry,
  entity: string,
  name: string,
): Promise<string | undefined> {
  const items = rankEntities(registry, name)
    .filter((one) => one.entity.id !== entity)
    .map((one) => itemOf(one.entity, registry));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Merge “{0}” into', plainLabel(name)),
    placeHolder: vscode.l10n.t(
      'The entity that stays, and takes over all that is said of this one',
    ),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.entity;
}

function itemOf(entity: Entity, registry: Registry) {
  const type = registry.typeOf(entity);
  const names = entity.aliases.join(' · ');
  return {
    entity: entity.id,
    label: plainLabel(entity.name),
    iconPath: new vscode.ThemeIcon(type.icon),
    description: plainLabel(`${type.label} · ${entity.id}`),
    detail: plainLabel([names, entity.description].filter(Boolean).join(' — ')),
  };
}
