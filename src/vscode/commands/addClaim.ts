import * as vscode from 'vscode';
import { type NewClaim, type Span, addClaim, assertEditable, chooseClaim } from '../../core';
import { toSpan } from '../convert';
import type { Corpora } from '../corpora';
import { seedLanguage } from '../language';
import { tell } from '../views/tell';
import { openStored } from './annotateSelection';
import { applyChanges } from './applyChanges';
import { asking } from './ask';
import { ShownWords } from './shownWords';

/** What the selected words say of an entity becomes a claim. */
export async function claimSelection(
  corpora: Corpora,
  editor: vscode.TextEditor,
  argument: unknown,
): Promise<void> {
  const { document, selections } = editor;
  const file = corpora.locate(document.uri);
  if (document.languageId !== seedLanguage || !file) return;
  const { corpus, folder, path } = file;
  await openStored(folder.uriOf(await corpus.annotationFileOf(path)));
  await assertEditable(corpus, path);
  const spans = selections.map((one) => toSpan(document, one));
  const shown = new ShownWords(editor);
  const show = (span: Span) => {
    shown.show([span]);
  };
  const chosen = await chooseClaim(corpus, path, spans, { ...asking, show }, given(argument));
  shown.restore();
  if (!chosen) return;
  await applyChanges(folder, [await addClaim(corpus, chosen.claim)], document.uri);
  tell(vscode.l10n.t('Claimed: {0}.', chosen.sentence));
}

/** A key binding may answer the questions: `"args": { "subject": …, "property": …, "value": … }`. */
function given(argument: unknown): Partial<Pick<NewClaim, 'subject' | 'property' | 'value'>> {
  const { subject, property, value } = (argument ?? {}) as Record<string, unknown>;
  return {
    ...(typeof subject === 'string' && { subject }),
    ...(typeof property === 'string' && { property }),
    ...(typeof value === 'string' && { value }),
  };
}
