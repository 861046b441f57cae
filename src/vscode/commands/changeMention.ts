import * as vscode from 'vscode';
import {
  type MentionChange,
  type MentionKind,
  changeMentions,
  definitionChanges,
} from '../../core';
import type { Corpora } from '../corpora';
import { plainLabel } from '../markdown';
import { tell } from '../views/tell';
import { givenEntity } from './annotateSelection';
import { applyChanges } from './applyChanges';
import { rememberUse } from './lastUsed';
import { type PickedMentions, mentionsAtCursors } from './mentionsAtCursors';
import { pickEntity } from './pickEntity';

const decisions = { changeEntity, toggleDefinition, toggleNominal, changeKind };

export type Decision = keyof typeof decisions;

/** A decision on the mentions at the cursors, and one step to undo. */
export async function changeMentionsAt(
  corpora: Corpora,
  editor: vscode.TextEditor,
  decision: Decision,
  argument: unknown,
): Promise<void> {
  const picked = await mentionsAtCursors(corpora, editor);
  if (picked) await decisions[decision](picked, argument);
}

/** A key binding may name the entity, as for annotating. */
async function changeEntity(picked: PickedMentions, argument: unknown): Promise<void> {
  const { corpus } = picked.file;
  const [first] = picked.mentions;
  const words = first ? picked.resolved.source.slice(first.span) : '';
  const title = (old: string) => vscode.l10n.t('Change the entity of “{0}” to', old);
  const entity = givenEntity(argument) ?? (await pickEntity(corpus, words, title));
  if (entity === undefined) return;
  const { entities } = await corpus.registry();
  const known = typeof entity === 'string' ? entities.get(entity) : entity;
  await changeAll(
    picked,
    { entity },
    vscode.l10n.t('{0}: now {1}.', wordsOf(picked), known?.name ?? ''),
  );
  if (known) rememberUse(corpus, { entity: known.id, type: known.type });
}

/** In one source one passage introduces an entity: of several cursors the first counts. */
async function toggleDefinition(picked: PickedMentions): Promise<void> {
  const { file, mentions } = picked;
  const [mention] = mentions;
  if (!mention) return;
  const changes = await definitionChanges(file.corpus, file.path, mention.record);
  await write({ ...picked, mentions: [mention] }, changes);
  const name = await nameOf(picked, mention.record.entity);
  const words = wordsOf({ ...picked, mentions: [mention] });
  tell(
    mention.record.role === 'definition'
      ? vscode.l10n.t('{0} no longer introduces {1}.', words, name)
      : vscode.l10n.t('{0} introduces {1} now.', words, name),
  );
}

async function toggleNominal(picked: PickedMentions): Promise<void> {
  const isNominal = picked.mentions.every(({ record }) => record.kind === 'nominal');
  await changeKindTo(picked, isNominal ? 'name' : 'nominal');
}

/** A key binding may name the kind: `"args": { "kind": "elliptical" }`. */
async function changeKind(picked: PickedMentions, argument: unknown): Promise<void> {
  const given = (argument as { kind?: unknown } | undefined)?.kind;
  const known = kinds.find((one) => one === given);
  const kind = known ?? (await pickKind(picked));
  if (kind) await changeKindTo(picked, kind);
}

const kinds: readonly MentionKind[] = ['name', 'nominal', 'elliptical'];

async function pickKind(picked: PickedMentions): Promise<MentionKind | undefined> {
  const items: (vscode.QuickPickItem & { readonly kindOf: MentionKind })[] = [
    { kindOf: 'name', label: vscode.l10n.t('Name'), detail: vscode.l10n.t('Any name or spelling') },
    {
      kindOf: 'nominal',
      label: vscode.l10n.t('Nominal'),
      detail: vscode.l10n.t('A description, such as “the agreement”'),
    },
    {
      kindOf: 'elliptical',
      label: vscode.l10n.t('Elliptical'),
      detail: vscode.l10n.t('It borrows its head: “7” in “Chang’e-6, 7 and 8”'),
    },
  ];
  const present = picked.mentions[0]?.record.kind;
  const marked = items.map((one) =>
    one.kindOf === present ? { ...one, description: vscode.l10n.t('as it is') } : one,
  );
  const placeHolder = vscode.l10n.t('What kind of mention {0} is', plainLabel(wordsOf(picked)));
  return (await vscode.window.showQuickPick(marked, { placeHolder }))?.kindOf;
}

async function changeKindTo(picked: PickedMentions, kind: MentionKind): Promise<void> {
  const done = {
    name: vscode.l10n.t('{0}: now a name.', wordsOf(picked)),
    nominal: vscode.l10n.t('{0}: now nominal.', wordsOf(picked)),
    elliptical: vscode.l10n.t('{0}: now elliptical.', wordsOf(picked)),
  };
  await changeAll(picked, { kind }, done[kind]);
}

/** The same decision on each of the mentions. */
async function changeAll(
  picked: PickedMentions,
  decided: Omit<MentionChange, 'mention'>,
  done: string,
): Promise<void> {
  await write(
    picked,
    picked.mentions.map(({ record }) => ({ mention: record, ...decided })),
  );
  tell(done);
}

async function write({ file }: PickedMentions, changes: readonly MentionChange[]): Promise<void> {
  const { corpus, folder, path } = file;
  await applyChanges(folder, await changeMentions(corpus, path, changes), folder.uriOf(path));
}

async function nameOf({ file }: PickedMentions, entity: string): Promise<string> {
  return (await file.corpus.registry()).nameOf(entity);
}

/** What a message says was decided on. */
function wordsOf({ resolved, mentions }: PickedMentions): string {
  const [first, ...others] = mentions;
  const words = vscode.l10n.t('“{0}”', first ? resolved.source.slice(first.span) : '');
  if (others.length === 0) return words;
  return vscode.l10n.t('{0} and {1} more', words, others.length);
}
