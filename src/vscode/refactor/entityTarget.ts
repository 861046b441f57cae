import * as vscode from 'vscode';
import { type NewEntity, roleOf, targetAt } from '../../core';
import { pickMention } from '../commands/pickMention';
import type { Corpora, CorpusFolder } from '../corpora';
import { yamlShownBy } from '../features/yaml/yamlFile';
import { seedLanguage } from '../language';
import { plainLabel } from '../markdown';
import type { ViewNode } from '../views/viewNode';

/** An entity that is to be refactored, and where that was asked for. */
export interface EntityTarget {
  readonly folder: CorpusFolder;
  readonly entity: string;
  /** Where the decision is made: undo works there. */
  readonly from: vscode.Uri;
}

/** What a command may be given: what it then does not ask for. */
export interface GivenAnswers {
  /** URI of the workspace folder; without it, that of the active editor. */
  readonly folder?: string;
  readonly entity?: string;
  readonly name?: string;
  readonly keepOld?: boolean;
  readonly id?: string;
  readonly into?: string;
  readonly type?: string;
  readonly value?: string;
  /** Ids of the mentions and claims that go to a new entity, and that entity. */
  readonly records?: readonly string[];
  readonly made?: NewEntity;
}

/** The entity of a row, the one that is named, or the one at the cursor; undefined if there is none. */
export async function entityTarget(
  corpora: Corpora,
  argument: unknown,
): Promise<EntityTarget | undefined> {
  if (isRow(argument)) return targetOf(argument.folder, argument.entity);
  const { folder: uri, entity } = answersIn(argument);
  const folder = folderOf(corpora, uri);
  if (folder && typeof entity === 'string') return targetOf(folder, entity);
  const editor = vscode.window.activeTextEditor;
  const here = editor && (await atCursor(corpora, editor));
  if (!here && editor?.document.languageId !== seedLanguage) {
    const message = vscode.l10n.t('Put the cursor on a mention, or on the id of an entity.');
    void vscode.window.showInformationMessage(message);
  }
  return here;
}

/** A row has an id of its own, which answers nothing; a menu of an editor gives the file's URI. */
export function answersIn(argument: unknown): GivenAnswers {
  if (typeof argument !== 'object' || argument === null) return {};
  return isRow(argument) || argument instanceof vscode.Uri ? {} : argument;
}

type EntityRow = ViewNode & { readonly entity: string };

function isRow(argument: unknown): argument is EntityRow {
  const { item, entity } = (argument ?? {}) as Partial<ViewNode>;
  return typeof item === 'function' && typeof entity === 'string';
}

async function targetOf(folder: CorpusFolder, entity: string): Promise<EntityTarget | undefined> {
  const from = await startOf(folder, entity);
  return from && { folder, entity, from };
}

function folderOf(corpora: Corpora, uri: string | undefined): CorpusFolder | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const located = active && corpora.locate(active)?.folder;
  if (uri === undefined) return located ?? corpora.all()[0];
  return corpora.all().find((one) => one.folder.uri.toString() === uri);
}

/** The active file if it is one of the corpus, else the entity's own in the registry. */
async function startOf(folder: CorpusFolder, entity: string): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && vscode.workspace.getWorkspaceFolder(active) === folder.folder) return active;
  const { entities } = await folder.corpus.registry();
  const path = entities.get(entity)?.place.file;
  if (path !== undefined) return folder.uriOf(path);
  const message = vscode.l10n.t('The registry has no entity “{0}”.', entity);
  void vscode.window.showInformationMessage(plainLabel(message));
  return undefined;
}

async function atCursor(
  corpora: Corpora,
  editor: vscode.TextEditor,
): Promise<EntityTarget | undefined> {
  const { document, selection } = editor;
  const file = corpora.locate(document.uri);
  if (!file) return undefined;
  const { folder } = file;
  if (document.languageId === seedLanguage) {
    const picked = await pickMention(corpora, editor);
    return picked && { folder, entity: picked.mention.record.entity, from: document.uri };
  }
  if (roleOf(file.path) === 'source') return undefined;
  const shown = await yamlShownBy(corpora, document);
  const offset = document.offsetAt(selection.active);
  const target = shown && targetAt(shown.parsed, shown.registry.schema, offset);
  if (target?.kind === 'entity') return { folder, entity: target.id, from: document.uri };
  const record = shown?.parsed.entities?.find(
    ({ place: { key, span } }) => (key ?? span).start <= offset && offset <= span.end,
  );
  return record && { folder, entity: record.id, from: document.uri };
}
