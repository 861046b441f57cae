import * as vscode from 'vscode';
import type { Mention, Placed } from '../../core';
import type { Corpora } from '../corpora';
import { type MentionsHere, findMentionsAt } from '../features/mentionAt';
import { plainLabel } from '../markdown';

export interface PickedMention {
  readonly here: MentionsHere;
  readonly mention: Placed<Mention>;
}

/** The mention at the cursor; where several are nested there, the user says which. */
export async function pickMention(
  corpora: Corpora,
  editor: vscode.TextEditor,
): Promise<PickedMention | undefined> {
  const here = await findMentionsAt(corpora, editor.document, editor.selection.active);
  if (!here) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no annotation at the cursor.'),
    );
    return undefined;
  }
  const [only, second] = here.mentions;
  if (only && !second) return { here, mention: only };
  const registry = await here.file.corpus.registry();
  const items = here.mentions.map((mention) => ({
    mention,
    label: plainLabel(here.resolved.source.slice(mention.span)),
    description: plainLabel(registry.nameOf(mention.record.entity)),
  }));
  const placeHolder = vscode.l10n.t('Which annotation?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  return picked && { here, mention: picked.mention };
}
