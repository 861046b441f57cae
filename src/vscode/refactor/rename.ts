import * as vscode from 'vscode';
import {
  EditRefusedError,
  type FileChange,
  type IdOf,
  type Refactoring,
  assertRenamable,
  renameId,
  renameName,
} from '../../core';
import { newerOnDisk } from '../commands/applyChanges';
import { toRange } from '../convert';
import type { Corpora, CorpusFolder } from '../corpora';
import { findMentionsAt, rangeAt } from '../features/mentionAt';
import { targetUnder, yamlShownBy } from '../features/yaml/yamlFile';
import { openDocument } from '../host';
import { seedLanguage } from '../language';
import { plainLabel } from '../markdown';
import { isFileItself } from '../versions';
import { SaveAfterRename } from './saveAfterRename';
import { refactoringEdit } from './refactoringEdit';

/** What is renamed at a place of a document. */
interface Renamed {
  readonly folder: CorpusFolder;
  readonly range: vscode.Range;
  readonly now: string;
  readonly to: (text: string, token: vscode.CancellationToken) => Promise<Refactoring>;
}

type FindRenamed = (
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
) => Promise<Renamed | undefined>;

/**
 * F2. On a mention in a source it renames the entity: another name in the registry, and the old one
 * among its aliases. In the YAML it renames the id that stands there, wherever it is used, and on
 * the name of an entry that name.
 */
export class Renaming implements vscode.RenameProvider, vscode.Disposable {
  readonly #corpora: Corpora;
  readonly #saving = new SaveAfterRename();

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
  }

  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<{ range: vscode.Range; placeholder: string }> {
    const renamed = await this.#find(document, position, token);
    return { range: renamed.range, placeholder: renamed.now };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const { folder, to } = await this.#find(document, position, token);
    const refactoring = await to(newName, token);
    if (token.isCancellationRequested) return undefined;
    refuseUnsaved(folder, refactoring.changes);
    await newerOnDisk(folder, refactoring.changes);
    const asks = refactoring.notes.length > 0;
    const [first] = refactoring.changes;
    // The editor saves what a rename touches: not what the user has not saved of a source.
    const from = document.isDirty && first ? folder.uriOf(first.path) : document.uri;
    const edit = await refactoringEdit(folder, refactoring, from, asks);
    this.#saving.expect(folder, refactoring.changes);
    return edit;
  }

  dispose(): void {
    this.#saving.dispose();
  }

  /** What is thrown, the editor shows at the cursor. */
  async #find(...where: Parameters<FindRenamed>): Promise<Renamed> {
    const isSource = where[0].languageId === seedLanguage;
    const renamed = await (isSource ? mentionAt : namedAt)(this.#corpora, ...where);
    if (renamed) return renamed;
    throw new Error(
      isSource
        ? vscode.l10n.t('There is no annotation at the cursor.')
        : vscode.l10n.t('There is no id or name at the cursor.'),
    );
  }
}

/**
 * What the user has not saved yet is not for a rename to save.
 * @throws {EditRefusedError} for a file with such edits, where the editor saves what it renames in.
 */
function refuseUnsaved(folder: CorpusFolder, changes: readonly FileChange[]): void {
  const settings = vscode.workspace.getConfiguration('files', folder.folder.uri);
  if (settings.get<boolean>('refactoring.autoSave') === false) return;
  const unsaved = changes.find(({ path }) => openDocument(folder.uriOf(path))?.isDirty);
  if (!unsaved) return;
  const message = vscode.l10n.t(
    'Save {0} first: it has edits that are not saved, and the editor saves the files that it renames in.',
    unsaved.path,
  );
  throw new EditRefusedError(plainLabel(message));
}

async function mentionAt(
  corpora: Corpora,
  ...[document, position, token]: Parameters<FindRenamed>
): Promise<Renamed | undefined> {
  const here = await findMentionsAt(corpora, document, position, token);
  const [innermost] = here?.mentions ?? [];
  if (!here || !innermost || !isFileItself(here.file, document)) return undefined;
  const { corpus, folder } = here.file;
  const { entity } = innermost.record;
  await assertRenamable(corpus, { kind: 'entity', id: entity });
  const known = (await corpus.registry()).entities.get(entity);
  if (!known) throw new Error(vscode.l10n.t('The registry has no entity “{0}”.', entity));
  return {
    folder,
    range: rangeAt(here, innermost, position),
    now: known.name,
    to: (name) => renameName(corpus, entity, name, true),
  };
}

async function namedAt(
  corpora: Corpora,
  ...[document, position, token]: Parameters<FindRenamed>
): Promise<Renamed | undefined> {
  const name = await nameAt(corpora, document, position);
  if (name) return name;
  const here = await targetUnder(corpora, document, position, token);
  if (!here || !isFileItself(here.file, document)) return undefined;
  const { target, file, range } = here;
  if (target.kind === 'source' || target.kind === 'quote') return undefined;
  const what: IdOf = { kind: target.kind, id: target.id };
  await assertRenamable(file.corpus, what);
  return {
    folder: file.folder,
    range,
    now: target.id,
    to: (id, cancellation) => renameId(file.corpus, what, id, { cancellation }),
  };
}

/** The name of an entry of the registry. */
async function nameAt(
  corpora: Corpora,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Renamed | undefined> {
  const shown = await yamlShownBy(corpora, document);
  if (!shown || !isFileItself(shown.file, document)) return undefined;
  const { file, parsed } = shown;
  const offset = document.offsetAt(position);
  for (const { id, name, place } of parsed.entities ?? []) {
    const span = place.values.get('name');
    if (!span || offset < span.start || offset > span.end) continue;
    await assertRenamable(file.corpus, { kind: 'entity', id });
    return {
      folder: file.folder,
      range: toRange(parsed.text, span),
      now: name,
      to: (text) => renameName(file.corpus, id, text, true),
    };
  }
  return undefined;
}
