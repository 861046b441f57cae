import * as vscode from 'vscode';
import { plainLabel } from '../markdown';
import { type Choice, SampleCorpus } from '../sampleCorpus';

/** @throws nothing: what fails is said. */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const sample = new SampleCorpus(context.extensionUri, context.globalStorageUri);
  try {
    if (!(await sample.prepare(choose))) return;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = vscode.l10n.t('The sample corpus could not be copied: {0}', reason);
    void vscode.window.showErrorMessage(plainLabel(message));
    return;
  }
  await open(sample.folder);
}

interface Answer extends vscode.MessageItem {
  readonly choice: Choice;
}

async function choose(): Promise<Choice | undefined> {
  const keep: Answer = { title: vscode.l10n.t('Open My Copy'), choice: 'keep' };
  const anew: Answer = { title: vscode.l10n.t('Start Anew'), choice: 'anew' };
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t('You have a copy of the sample corpus already.'),
    {
      modal: true,
      detail: vscode.l10n.t('Starting anew deletes it, with all that you changed in it.'),
    },
    keep,
    anew,
  );
  return picked?.choice;
}

/** What is open stays open: only a window with nothing in it is taken. */
async function open(folder: vscode.Uri): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.some(({ uri }) => uri.toString() === folder.toString())) return;
  const isFree = folders.length === 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, {
    forceNewWindow: !isFree,
    forceReuseWindow: isFree,
  });
}
