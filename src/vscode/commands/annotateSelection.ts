import * as vscode from 'vscode';
import { EditRefusedError, type NewEntity, annotate, assertEditable, guessKind } from '../../core';
import { toSpan } from '../convert';
import type { Corpora } from '../corpora';
import { seedLanguage } from '../language';
import { plainLabel } from '../markdown';
import { applyChanges } from './applyChanges';
import { registerEditorCommand } from './editorCommand';
import { pickEntity } from './pickEntity';

/** The selected words become a mention of an entity that the user picks or creates. */
export function registerAnnotateSelection(corpora: Corpora): vscode.Disposable {
  return registerEditorCommand('glossator.annotateSelection', (editor, argument) =>
    annotateSelection(corpora, editor, argument),
  );
}

async function annotateSelection(
  corpora: Corpora,
  editor: vscode.TextEditor,
  argument: unknown,
): Promise<void> {
  const { document } = editor;
  const file = corpora.locate(document.uri);
  const range = wordsToAnnotate(editor);
  if (document.languageId !== seedLanguage || !file || !range) {
    const message = vscode.l10n.t('Select the words to annotate in a source of an open folder.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const { version } = document;
  const text = document.getText(range);
  const span = toSpan(document, range);
  await openStored(file.folder.uriOf(await file.corpus.annotationFileOf(file.path)));
  await assertEditable(file.corpus, file.path);
  const entity = givenEntity(argument) ?? (await pickEntity(file.corpus, text));
  if (entity === undefined) return;
  if (document.version !== version) {
    const message = vscode.l10n.t('The source has changed meanwhile; select the words again.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const { entities } = await file.corpus.registry();
  const known = typeof entity === 'string' ? entities.get(entity) : { ...entity, aliases: [] };
  if (!known) throw unknownEntity(entity as string);
  const kind = guessKind(text, known);
  const changes = await annotate(file.corpus, {
    source: file.path,
    span,
    words: text,
    entity,
    kind,
  });
  await applyChanges(file.folder, changes, document.uri);
  const done =
    kind === 'name'
      ? vscode.l10n.t('Annotated “{0}” as {1}.', text, known.name)
      : vscode.l10n.t('Annotated “{0}” as {1} ({2}).', text, known.name, kind);
  vscode.window.setStatusBarMessage(plainLabel(done), 5000);
}

/** From here on the buffer counts, whose line ends the editor has made alike. */
export async function openStored(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.openTextDocument(uri);
  } catch {
    // There is no such file yet, or it is no text: what follows says so.
  }
}

function unknownEntity(id: string): EditRefusedError {
  return new EditRefusedError(vscode.l10n.t('The registry has no entity “{0}”.', id));
}

/** A key binding may name the entity: `"args": { "entity": "chang-e-7" }`. */
export function givenEntity(argument: unknown): string | NewEntity | undefined {
  const entity = (argument as { entity?: unknown } | undefined)?.entity;
  if (typeof entity === 'string') return entity;
  const { id, type, name } = (entity ?? {}) as Partial<Record<keyof NewEntity, unknown>>;
  const isWhole = [id, type, name].every((one) => typeof one === 'string');
  return isWhole ? (entity as NewEntity) : undefined;
}

/** The selection without the spaces at its ends, or the word at the cursor. */
function wordsToAnnotate({ document, selection }: vscode.TextEditor): vscode.Range | undefined {
  if (selection.isEmpty) return document.getWordRangeAtPosition(selection.active);
  const text = document.getText(selection);
  const start = document.offsetAt(selection.start) + (text.length - text.trimStart().length);
  const end = document.offsetAt(selection.end) - (text.length - text.trimEnd().length);
  if (end <= start) return undefined;
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
