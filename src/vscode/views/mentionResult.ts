import * as vscode from 'vscode';
import { mentionLines, mentioningSources } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { mentionLocations } from '../features/references';
import { plainLabel } from '../markdown';
import { mentionNode } from './entityNodes';
import { type Content, Result, anchorOf, showInReferences } from './symbolTree';
import { type ViewNode, childId, rowItem } from './viewNode';

/** Every mention of an entity in its sentence, source by source, in the References view. */
export async function showMentionResult(
  corpora: Corpora,
  folder: CorpusFolder,
  entity: string,
  from: vscode.Location | undefined,
): Promise<void> {
  const make = () => mentionContent(folder, entity);
  const anchor = from ?? (await anchorOf(folder, (await make()).steps));
  if (!anchor) return;
  const title = vscode.l10n.t('Mentions');
  const result = new Result(corpora, 'glossator.mentions', title, anchor, make);
  if (await showInReferences(result)) return;
  const locations = await mentionLocations(folder, entity);
  const { uri, range } = anchor;
  await vscode.commands.executeCommand('editor.action.showReferences', uri, range.start, locations);
}

export async function mentionContent(folder: CorpusFolder, entity: string): Promise<Content> {
  const sources = await mentioningSources(folder.corpus, entity);
  const roots: ViewNode[] = [];
  const steps: ViewNode[] = [];
  for (const source of sources.keys()) {
    const lines = await mentionLines(folder.corpus, source, entity);
    const root = sourceNode(folder, entity, source, lines.length, () => Promise.resolve(own));
    const own = lines.map((line) => mentionNode(root, line));
    roots.push(root);
    steps.push(...own.filter((_, at) => lines[at]?.position));
  }
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
  count: number,
  children: () => Promise<readonly ViewNode[]>,
): ViewNode {
  const id = childId(undefined, folder, `${entity}\n${source}`);
  return {
    id,
    parent: undefined,
    folder,
    children,
    item: () => {
      const item = rowItem(id, {
        label: source.slice(source.lastIndexOf('/') + 1),
        description: String(count),
        spoken: vscode.l10n.t('{0}, mentions: {1}', source, count),
        expanded: true,
        tooltip: source,
        context: 'glossator.source',
      });
      item.resourceUri = folder.uriOf(source);
      item.iconPath = vscode.ThemeIcon.File;
      return item;
    },
  };
}
