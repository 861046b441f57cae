import * as vscode from 'vscode';
import {
  EditRefusedError,
  type Entity,
  type GuessedMention,
  type NewEntity,
  type NewMention,
  annotate,
  annotateAll,
  assertEditable,
  guessKind,
  guessMention,
} from '../../core';
import { rangeIn, toSpan } from '../convert';
import type { Corpora, CorpusFile } from '../corpora';
import { seedLanguage } from '../language';
import { tell } from '../views/tell';
import { applyChanges } from './applyChanges';
import { lastUsedIn, rememberUse } from './lastUsed';
import { pickEntity } from './pickEntity';
import { ShownWords } from './shownWords';

/**
 * The selected words, or what is not annotated yet at the cursor, become mentions of an entity that
 * the user picks or creates.
 */
export async function annotateSelection(
  corpora: Corpora,
  editor: vscode.TextEditor,
  argument: unknown,
): Promise<void> {
  const here = await wordsToAnnotate(corpora, editor);
  if (here) await annotateWords(here, givenEntity(argument));
}

/** The same, with the entity last used. */
export async function annotateAgain(corpora: Corpora, editor: vscode.TextEditor): Promise<void> {
  const file = corpora.locate(editor.document.uri);
  const last = file && lastUsedIn(file.corpus);
  if (!last) {
    tell(vscode.l10n.t('Nothing was annotated before in this window.'));
    return;
  }
  const here = await wordsToAnnotate(corpora, editor);
  if (here) await annotateWords(here, last.entity);
}

/** What is about to be annotated, in the version of the document that it was found in. */
interface WordsHere {
  readonly editor: vscode.TextEditor;
  readonly file: CorpusFile;
  readonly version: number;
  readonly guesses: readonly [GuessedMention, ...GuessedMention[]];
}

/** At each cursor; says so where there is nothing to annotate. */
async function wordsToAnnotate(
  corpora: Corpora,
  editor: vscode.TextEditor,
): Promise<WordsHere | undefined> {
  const { document } = editor;
  const { version } = document;
  const file = document.languageId === seedLanguage ? corpora.locate(document.uri) : undefined;
  const [first, ...others] = file ? await guessesAt(editor, file) : [];
  if (!file || !first) {
    const message = vscode.l10n.t('Select the words to annotate in a source of an open folder.');
    void vscode.window.showInformationMessage(message);
    return undefined;
  }
  await openStored(file.folder.uriOf(await file.corpus.annotationFileOf(file.path)));
  await assertEditable(file.corpus, file.path);
  return { editor, file, version, guesses: [first, ...others] };
}

async function guessesAt(
  { document, selections }: vscode.TextEditor,
  { corpus, path }: CorpusFile,
): Promise<GuessedMention[]> {
  const guesses = new Map<number, GuessedMention>();
  for (const selection of selections) {
    const guess = await guessMention(corpus, path, toSpan(document, selection));
    if (guess) guesses.set(guess.span.start, guess);
  }
  return [...guesses.values()];
}

async function annotateWords(
  here: WordsHere,
  given: string | NewEntity | undefined,
): Promise<void> {
  const { editor, file, version, guesses } = here;
  const entity = given ?? (await askEntity(here));
  if (entity === undefined) return;
  const { document } = editor;
  const isStale = ({ span, words }: GuessedMention) =>
    document.getText(rangeIn(document, span)) !== words;
  if (document.version !== version || guesses.some(isStale)) {
    const message = vscode.l10n.t('The source has changed meanwhile; select the words again.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const known = await knownEntity(file, entity);
  const mentions = guesses.map(({ span, words }): NewMention => {
    return { source: file.path, span, words, entity, kind: guessKind(words, known) };
  });
  await applyChanges(file.folder, await changesOf(file, mentions), document.uri);
  rememberUse(file.corpus, { entity: known.id, type: known.type });
  tell(doneMessage(mentions, known.name));
}

/** The words are shown selected while the user is asked what they mean. */
async function askEntity({
  editor,
  file,
  guesses,
}: WordsHere): Promise<string | NewEntity | undefined> {
  const shown = new ShownWords(editor);
  shown.show(guesses.map(({ span }) => span));
  try {
    return await pickEntity(file.corpus, guesses[0]);
  } finally {
    shown.restore();
  }
}

function changesOf({ corpus }: CorpusFile, mentions: readonly NewMention[]) {
  const [only, second] = mentions;
  return only && !second ? annotate(corpus, only) : annotateAll(corpus, mentions);
}

/** @throws {EditRefusedError} where the registry has no such entity. */
async function knownEntity(
  { corpus }: CorpusFile,
  entity: string | NewEntity,
): Promise<Pick<Entity, 'id' | 'type' | 'name' | 'aliases'>> {
  if (typeof entity !== 'string') return { ...entity, aliases: [] };
  const known = (await corpus.registry()).entities.get(entity);
  if (known) return known;
  throw new EditRefusedError(vscode.l10n.t('The registry has no entity “{0}”.', entity));
}

function doneMessage(mentions: readonly NewMention[], name: string): string {
  const [first, ...others] = mentions;
  const { words = '', kind = 'name' } = first ?? {};
  if (others.length > 0) {
    return vscode.l10n.t('Annotated “{0}” and {1} more as {2}.', words, others.length, name);
  }
  return kind === 'name'
    ? vscode.l10n.t('Annotated “{0}” as {1}.', words, name)
    : vscode.l10n.t('Annotated “{0}” as {1} ({2}).', words, name, kind);
}

/** From here on the buffer counts, whose line ends the editor has made alike. */
export async function openStored(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.openTextDocument(uri);
  } catch {
    // There is no such file yet, or it is no text: what follows says so.
  }
}

/** A key binding may name the entity: `"args": { "entity": "chang-e-7" }`. */
export function givenEntity(argument: unknown): string | NewEntity | undefined {
  const entity = (argument as { entity?: unknown } | undefined)?.entity;
  if (typeof entity === 'string') return entity;
  const { id, type, name } = (entity ?? {}) as Partial<Record<keyof NewEntity, unknown>>;
  const isWhole = [id, type, name].every((one) => typeof one === 'string');
  return isWhole ? (entity as NewEntity) : undefined;
}
