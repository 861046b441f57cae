import * as vscode from 'vscode';
import { type ChronologyYear, type DatedClaim, chronologyOf, quoteOf } from '../../core';
import type { CorpusFolder } from '../corpora';
import { type ViewNode, childRows, labelsOf, rowItem } from './viewNode';

/** A plan and what was done differ in icon and word, not in colour. */
const icons = { planned: 'calendar', done: 'check' } as const;

export async function yearNodes(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
): Promise<ViewNode[]> {
  const years = await chronologyOf(folder.corpus);
  const labelOf = await labelsOf(folder);
  return childRows(
    parent,
    folder,
    years,
    ({ label }) => label ?? '',
    (year, id) => yearNode(folder, parent, id, year, labelOf),
  );
}

function yearNode(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
  id: string,
  { label, claims }: ChronologyYear,
  labelOf: (source: string) => string,
): ViewNode {
  return {
    id,
    parent,
    folder,
    item: () => {
      const shown = label ?? vscode.l10n.t('Dates without an order');
      return rowItem(id, {
        label: shown,
        description: String(claims.length),
        spoken: vscode.l10n.t('{0}, dated claims: {1}', shown, claims.length),
        expanded: true,
        context: 'year',
      });
    },
    children: (self) =>
      Promise.resolve(
        childRows(
          self,
          folder,
          claims,
          ({ source, record }) => `${source} ${record.id}`,
          (claim, own) => dateNode(self, own, claim, labelOf),
        ),
      ),
  };
}

function dateNode(
  parent: ViewNode,
  id: string,
  claim: DatedClaim,
  labelOf: (source: string) => string,
): ViewNode {
  const { folder } = parent;
  const { record, source, words, subject, property, against } = claim;
  const { modality } = property;
  const others = against.map((other) => `${other.words} (${labelOf(other.source)})`).join(', ');
  const marks = [property.label, ...(modality ? [wordFor(modality)] : [])];
  const atOdds = others === '' ? [] : [vscode.l10n.t('disagrees with {0}', others)];
  const odds = others === '' ? '' : ` ≠ ${others}`;
  const quote = `“${quoteOf(claim)}”`;
  const tooltip = [`${words} (${claim.date})`, subject, ...marks, ...atOdds, quote, source];
  return {
    id,
    parent,
    folder,
    entity: record.subject,
    citation: claim,
    item: () =>
      rowItem(id, {
        label: `${words}${odds} · ${subject}`,
        description: [...marks, labelOf(source)].join(' · '),
        spoken: [words, subject, ...marks, ...atOdds, source].join(', '),
        icon: modality ? icons[modality] : 'circle-small',
        ...(against.length > 0 && { color: 'list.warningForeground' }),
        tooltip: tooltip.join('\n'),
        context: 'passage entity',
      }),
  };
}

function wordFor(modality: 'planned' | 'done'): string {
  return modality === 'planned' ? vscode.l10n.t('planned') : vscode.l10n.t('done');
}
