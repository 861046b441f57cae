import * as vscode from 'vscode';
import { type Disagreement, type Side, disagreementsOf, quoteOf } from '../../core';
import type { CorpusFolder } from '../corpora';
import { openDisagreementCommand } from './openDisagreement';
import { type ViewNode, childId, childRows, labelsOf, rowItem } from './viewNode';

/** A disagreement, two sides of which can be seen side by side. */
export interface DisagreementNode extends ViewNode {
  readonly disagreement: Disagreement;
}

export async function disagreementNodes(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
): Promise<ViewNode[]> {
  const all = await disagreementsOf(folder.corpus);
  const kinds = [
    ['contradiction', vscode.l10n.t('Contradictions')],
    ['tension', vscode.l10n.t('Tensions')],
  ] as const;
  return kinds.flatMap(([kind, label]) => {
    const own = all.filter((one) => one.kind === kind);
    return own.length > 0 ? [kindNode(folder, parent, kind, label, own)] : [];
  });
}

function kindNode(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
  kind: string,
  label: string,
  all: readonly Disagreement[],
): ViewNode {
  const id = childId(parent, folder, kind);
  const description = String(all.length);
  return {
    id,
    parent,
    folder,
    item: () => rowItem(id, { label, description, expanded: true, context: 'group' }),
    children: async (self) => {
      const labelOf = await labelsOf(folder);
      return childRows(
        self,
        folder,
        all,
        (one) => one.id,
        (one, own) => disagreementNode(self, own, one, labelOf),
      );
    },
  };
}

function disagreementNode(
  parent: ViewNode,
  id: string,
  one: Disagreement,
  labelOf: (source: string) => string,
): DisagreementNode {
  const { folder } = parent;
  const { sides, entities } = one;
  const isTension = one.kind === 'tension';
  const values = [...new Set(sides.flatMap(({ value }) => value ?? []))];
  const about = entities.join(' · ');
  const label = isTension ? one.tension.statement : `${about}: ${one.property.label}`;
  const description = isTension ? about : values.join(' · ');
  const quotes = sides.map((side) => `“${quoteOf(side)}” (${labelOf(side.source)})`);
  const node: DisagreementNode = {
    id,
    parent,
    folder,
    disagreement: one,
    item: () =>
      rowItem(id, {
        label,
        description,
        icon: isTension ? 'arrow-both' : 'warning',
        expanded: false,
        tooltip: [label, description, ...quotes].join('\n'),
        context: 'disagreement',
        command: {
          command: openDisagreementCommand,
          title: vscode.l10n.t('Open Side by Side'),
          arguments: [node],
        },
      }),
    children: (self) =>
      Promise.resolve(
        childRows(
          self,
          folder,
          sides,
          ({ source, record }) => `${source} ${'id' in record ? record.id : ''}`,
          (side, own) => sideNode(self, own, side, labelOf),
        ),
      ),
  };
  return node;
}

function sideNode(
  parent: ViewNode,
  id: string,
  side: Side,
  labelOf: (source: string) => string,
): ViewNode {
  const { folder } = parent;
  const quote = `“${quoteOf(side)}”`;
  const label = side.value === undefined ? quote : `${side.value} ${quote}`;
  return {
    id,
    parent,
    folder,
    citation: side,
    item: () =>
      rowItem(id, { label, description: labelOf(side.source), icon: 'quote', context: 'passage' }),
  };
}
