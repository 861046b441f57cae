import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { yamlSelector } from '../features/yaml/yamlFile';
import { seedSelector } from '../language';
import type { Renaming } from './rename';

const commands = [
  'glossator.renameEntity',
  'glossator.renameEntityId',
  'glossator.mergeEntity',
  'glossator.splitEntity',
  'glossator.changeEntityType',
];

const refactoring = () => import('./refactorings');

/** Changes of the registry with all that follows from them; what they do is loaded with the first. */
export function registerRefactoring(corpora: Corpora): vscode.Disposable {
  const selector = [seedSelector, yamlSelector].flat();
  const { RefactorRewrite } = vscode.CodeActionKind;
  let renaming: Renaming | undefined;
  const renamer = async () => {
    const { Renaming } = await refactoring();
    return (renaming ??= new Renaming(corpora));
  };
  return vscode.Disposable.from(
    { dispose: () => renaming?.dispose() },
    vscode.languages.registerRenameProvider(selector, {
      prepareRename: async (...asked) => (await renamer()).prepareRename(...asked),
      provideRenameEdits: async (...asked) => (await renamer()).provideRenameEdits(...asked),
    }),
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        // A light bulb at every mention would be no news: who asks for the menu is answered.
        async provideCodeActions(document, range, { triggerKind, only }, token) {
          const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
          if (!isAsked || only?.intersects(RefactorRewrite) === false) return [];
          return (await refactoring()).refactorActions(corpora, document, range, token);
        },
      },
      { providedCodeActionKinds: [RefactorRewrite] },
    ),
    ...commands.map((id) =>
      vscode.commands.registerCommand(id, async (argument: unknown) =>
        (await refactoring()).runCommand(corpora, id, argument),
      ),
    ),
  );
}
