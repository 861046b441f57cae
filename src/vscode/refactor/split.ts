import * as vscode from 'vscode';
import {
  type Claim,
  type Corpus,
  type Mention,
  type SplitRecords,
  assertRenamable,
  createEntity,
  entityClaims,
  mentionLinesOf,
  quoteOf,
  splitEntity,
} from '../../core';
import { asking } from '../commands/ask';
import { plainLabel } from '../markdown';
import type { EntityTarget, GivenAnswers } from './entityTarget';
import { knownEntity, refactor } from './run';

interface RecordItem extends vscode.QuickPickItem {
  readonly mention?: Mention;
  readonly claim?: Claim;
  /** The words that it quotes. */
  readonly words?: string;
}

/** Some mentions and claims of an entity go to a new one. */
export async function split(target: EntityTarget, given: GivenAnswers): Promise<void> {
  const { corpus } = target.folder;
  await assertRenamable(corpus, { kind: 'entity', id: target.entity });
  const registry = await corpus.registry();
  const { id, name } = knownEntity(registry, target.entity);
  const items = await recordItems(corpus, id);
  const picked = given.records
    ? items.filter((one) => given.records?.includes(one.mention?.id ?? one.claim?.id ?? ''))
    : await pickRecords(items, name);
  if (!picked || (picked.length === 0 && !given.records)) return;
  const words = picked.find(({ mention }) => mention)?.words ?? name;
  const made = given.made ?? (await createEntity(corpus, words, asking));
  if (!made) return;
  const records: SplitRecords = {
    mentions: picked.flatMap(({ mention }) => mention ?? []),
    claims: [...new Set(picked.flatMap(({ claim }) => claim ?? []))],
  };
  const confirm = given.made ? undefined : vscode.l10n.t('Split');
  await refactor(target, (following) => splitEntity(corpus, id, made, records, following), confirm);
}

async function pickRecords(
  items: readonly RecordItem[],
  name: string,
): Promise<readonly RecordItem[] | undefined> {
  return vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: plainLabel(vscode.l10n.t('Split “{0}”', name)),
    placeHolder: vscode.l10n.t('The mentions and claims that go to a new entity'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
}

/** Mentions in their sentences by source, then claims on it and claims that name it. */
async function recordItems(corpus: Corpus, id: string): Promise<RecordItem[]> {
  const index = await corpus.index();
  const label = (source: string) => plainLabel(index.sourceLabels.get(source) ?? source);
  const mentions = [...(await mentionLinesOf(corpus, id))].flatMap(([source, lines]) => [
    separator(label(source)),
    ...lines.map(({ record, place, excerpt }) => {
      const line = place && place.text.positionAt(place.span.start).line + 1;
      const words = quoteOf({ source, record });
      return {
        mention: record,
        words,
        label: plainLabel(words),
        description: line === undefined ? label(source) : `${label(source)}:${line}`,
        detail: plainLabel(excerpt.map(({ text }) => text).join('')),
      };
    }),
  ]);
  return [...mentions, ...(await claimItems(corpus, id, label))];
}

async function claimItems(
  corpus: Corpus,
  id: string,
  label: (source: string) => string,
): Promise<RecordItem[]> {
  const [index, registry] = [await corpus.index(), await corpus.registry()];
  const own = (await entityClaims(corpus, id)).map(({ record, property, value, source }) => ({
    claim: record,
    label: plainLabel(`${property.label}: ${value}`),
    description: label(source),
    detail: plainLabel(quoteOf({ source, record })),
  }));
  const naming = index.claimsNaming(id).flatMap(({ annotations, record }) => {
    const range = registry.schema.properties.get(record.property)?.range ?? 'text';
    const isNamed = typeof range !== 'string' || range === 'entity';
    if (record.subject === id || !isNamed) return [];
    const source = annotations.source ?? '';
    const text = `${registry.nameOf(record.subject)} — ${record.property}`;
    const detail = plainLabel(quoteOf({ source, record }));
    return [{ claim: record, label: plainLabel(text), description: label(source), detail }];
  });
  return [
    ...(own.length > 0 ? [separator(vscode.l10n.t('claims')), ...own] : []),
    ...(naming.length > 0 ? [separator(vscode.l10n.t('claims that name it')), ...naming] : []),
  ];
}

function separator(label: string): RecordItem {
  return { label: plainLabel(label), kind: vscode.QuickPickItemKind.Separator };
}
