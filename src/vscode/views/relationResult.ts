import * as vscode from 'vscode';
import { type Relation, quoteOf, relationsOf } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';
import { type Content, showResult } from './symbolTree';
import { type ViewNode, childId, labelsOf, rowItem } from './viewNode';

/** What an entity is tied to, in both directions and onwards from there, in the References view. */
export async function showRelationResult(
  corpora: Corpora,
  folder: CorpusFolder,
  entity: string,
  from: vscode.Location | undefined,
): Promise<void> {
  const name = (await folder.corpus.registry()).nameOf(entity);
  await showResult(corpora, {
    contextValue: 'glossator.relations',
    title: vscode.l10n.t('Relations'),
    from,
    make: () => relationContent(folder, entity),
    none: vscode.l10n.t('No source ties {0} to another entity.', name),
  });
}

export async function relationContent(folder: CorpusFolder, entity: string): Promise<Content> {
  const steps = await relationNodes(folder, entity, undefined);
  const name = plainLabel((await folder.corpus.registry()).nameOf(entity));
  const message = vscode.l10n.t('{0} · relations: {1}', name, steps.length);
  return { roots: steps, steps, message };
}

async function relationNodes(
  folder: CorpusFolder,
  entity: string,
  parent: ViewNode | undefined,
): Promise<ViewNode[]> {
  const relations = await relationsOf(folder.corpus, entity);
  const labelOf = await labelsOf(folder);
  return relations.map((relation) => relationNode(folder, entity, parent, relation, labelOf));
}

/** `→ operator: Roscosmos`, `← Memorandum: party`; below it the relations of the other one. */
function relationNode(
  folder: CorpusFolder,
  entity: string,
  parent: ViewNode | undefined,
  { direction, property, other, citations }: Relation,
  labelOf: (source: string) => string,
): ViewNode {
  const [first] = citations;
  const isOutgoing = direction === 'outgoing';
  const id = childId(parent, folder, [entity, direction, property.id, other.id].join('\n'));
  const quotes = citations.map((one) => `“${quoteOf(one)}” (${labelOf(one.source)})`);
  const sources = [...new Set(citations.map(({ source }) => labelOf(source)))].join(' · ');
  const label = isOutgoing
    ? `${property.label}: ${other.name}`
    : `${other.name}: ${property.label}`;
  const spoken = `${isOutgoing ? vscode.l10n.t('outgoing') : vscode.l10n.t('incoming')}, ${label}`;
  return {
    id,
    parent,
    folder,
    entity: other.id,
    ...(first && { citation: first }),
    children: (self) => relationNodes(folder, other.id, self),
    item: () =>
      rowItem(id, {
        label,
        description: sources,
        spoken: `${spoken}, ${sources}`,
        icon: isOutgoing ? 'arrow-small-right' : 'arrow-small-left',
        expanded: false,
        tooltip: [label, ...quotes].join('\n'),
        context: 'glossator.relation',
      }),
  };
}
