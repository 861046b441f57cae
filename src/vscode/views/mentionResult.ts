import * as vscode from 'vscode';
import { type MentionLine, mentionLinesOf } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';
import { mentionNodes } from './entityNodes';
import { type Content, showResult } from './symbolTree';
import { type ViewNode, childId, labelsOf, rowItem } from './viewNode';

/** Every mention of an entity in its sentence, source by source, in the References view. */
export async function showMentionResult(
  corpora: Corpora,
  folder: CorpusFolder,
  entity: string,
  from: vscode.Location | undefined,
): Promise<void> {
  const name = (await folder.corpus.registry()).nameOf(entity);
  await showResult(corpora, {
    contextValue: 'glossator.mentions',
    title: vscode.l10n.t('Mentions'),
    from,
    make: (token) => mentionContent(folder, entity, token),
    none: vscode.l10n.t('No source mentions {0}.', name),
  });
}

export async function mentionContent(
  folder: CorpusFolder,
  entity: string,
  token?: vscode.CancellationToken,
): Promise<Content> {
  const found = [...(await mentionLinesOf(folder.corpus, entity, token))];
  const labelOf = await labelsOf(folder);
  const all = found.map(([source, lines]) =>
    sourceNode(folder, entity, source, labelOf(source), lines),
  );
  const roots = all.map(({ root }) => root);
  const steps = all.flatMap(({ nodes }) => nodes.filter(({ location }) => location));
  const name = plainLabel((await folder.corpus.registry()).nameOf(entity));
  const message = vscode.l10n.t(
    '{0} · mentions: {1} · sources: {2}',
    name,
    steps.length,
    roots.length,
  );
  return { roots, steps, message };
}

function sourceNode(
  folder: CorpusFolder,
  entity: string,
  source: string,
  label: string,
  lines: readonly MentionLine[],
): { readonly root: ViewNode; readonly nodes: readonly ViewNode[] } {
  const id = childId(undefined, folder, `${entity}\n${source}`);
  const root: ViewNode = {
    id,
    parent: undefined,
    folder,
    source,
    children: () => Promise.resolve(nodes),
    item: () => {
      const item = rowItem(id, {
        label,
        description: String(lines.length),
        spoken: vscode.l10n.t('{0}, mentions: {1}', source, lines.length),
        expanded: true,
        tooltip: source,
        context: 'glossator.source',
      });
      item.resourceUri = folder.uriOf(source);
      item.iconPath = vscode.ThemeIcon.File;
      return item;
    },
  };
  const nodes = mentionNodes(root, lines);
  return { root, nodes };
}
