import * as vscode from 'vscode';
import { targetAt } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { findMentionsAt } from '../features/mentionAt';
import { yamlShownBy } from '../features/yaml/yamlFile';
import { seedLanguage } from '../language';
import { plainLabel } from '../markdown';
import { isFileItself } from '../versions';
import type { GivenAnswers } from './entityTarget';

/** An entity at a place of a document. */
interface EntityHere {
  readonly folder: CorpusFolder;
  readonly entity: string;
  readonly name: string;
}

/** What may be done with an entity, in the order of the menu. */
const actions: readonly (readonly [command: string, title: (name: string) => string])[] = [
  ['glossator.renameEntityId', (name) => vscode.l10n.t('Rename the Id of “{0}”…', name)],
  ['glossator.mergeEntity', (name) => vscode.l10n.t('Merge “{0}” into Another Entity…', name)],
  ['glossator.splitEntity', (name) => vscode.l10n.t('Split “{0}”…', name)],
  ['glossator.changeEntityType', (name) => vscode.l10n.t('Change the Type of “{0}”…', name)],
];

/** The entity at a place in VS Code's Refactor menu. */
export async function refactorActions(
  corpora: Corpora,
  document: vscode.TextDocument,
  { start }: vscode.Range,
  token: vscode.CancellationToken,
): Promise<vscode.CodeAction[]> {
  const here = await entityAt(corpora, document, start, token);
  return here && !token.isCancellationRequested ? actionsOn(here) : [];
}

function actionsOn({ folder, entity, name }: EntityHere): vscode.CodeAction[] {
  const given: GivenAnswers = { folder: folder.folder.uri.toString(), entity };
  return actions.map(([command, titleOf]) => {
    const title = titleOf(plainLabel(name));
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
    action.command = { title, command, arguments: [given] };
    return action;
  });
}

async function entityAt(
  corpora: Corpora,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<EntityHere | undefined> {
  if (document.languageId === seedLanguage) {
    const here = await findMentionsAt(corpora, document, position, token);
    const [innermost] = here?.mentions ?? [];
    if (!here || !innermost || !isFileItself(here.file, document)) return undefined;
    const known = (await here.file.corpus.registry()).entities.get(innermost.record.entity);
    return known && { folder: here.file.folder, entity: known.id, name: known.name };
  }
  const shown = await yamlShownBy(corpora, document);
  if (!shown || !isFileItself(shown.file, document)) return undefined;
  const target = targetAt(shown.parsed, shown.registry.schema, document.offsetAt(position));
  if (target?.kind !== 'entity') return undefined;
  const known = shown.registry.entities.get(target.id);
  return known && { folder: shown.file.folder, entity: known.id, name: known.name };
}
