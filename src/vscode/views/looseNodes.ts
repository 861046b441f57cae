import * as vscode from 'vscode';
import {
  type LooseRecord,
  type LooseSource,
  type Looseness,
  type Registry,
  looseOf,
  sentenceAround,
  storedExcerpt,
} from '../../core';
import { toRange } from '../convert';
import type { CorpusFolder } from '../corpora';
import { type ViewNode, childId, childRows, labelsOf, openCommand, rowItem } from './viewNode';

/** A source with loose records, or one of these. */
export interface LooseNode extends ViewNode {
  readonly loose: LooseSource;
  /** Undefined: it is the source's own row. */
  readonly record?: LooseRecord;
}

export function isLoose(node: ViewNode | undefined): node is LooseNode {
  return node !== undefined && 'loose' in node;
}

export async function looseNodes(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
): Promise<LooseNode[]> {
  const [all, registry, labelOf] = await Promise.all([
    looseOf(folder.corpus),
    folder.corpus.registry(),
    labelsOf(folder),
  ]);
  return all.map((loose) => sourceNode(folder, parent, loose, registry, labelOf(loose.source)));
}

/** In the order in which they want to be seen to. */
const words: readonly (readonly [Looseness, (count: number) => string])[] = [
  ['lost', (count) => vscode.l10n.t('{0} lost', count)],
  ['ambiguous', (count) => vscode.l10n.t('{0} ambiguous', count)],
  ['changed', (count) => vscode.l10n.t('{0} changed', count)],
  ['moved', (count) => vscode.l10n.t('{0} moved', count)],
];

function countsOf({ records }: LooseSource): string {
  return words
    .map(([kind, say]) => [records.filter((one) => one.looseness === kind).length, say] as const)
    .flatMap(([count, say]) => (count > 0 ? [say(count)] : []))
    .join(', ');
}

function sourceNode(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
  loose: LooseSource,
  registry: Registry,
  label: string,
): LooseNode {
  const id = childId(parent, folder, loose.source);
  const hasPlaces = loose.records.some(({ spans }) => spans.length > 0);
  return {
    id,
    parent,
    folder,
    loose,
    source: loose.source,
    item: () =>
      rowItem(id, {
        label,
        description: countsOf(loose),
        icon: 'file',
        expanded: true,
        tooltip: `${loose.source}\n${countsOf(loose)}`,
        context: hasPlaces ? 'looseSource accept' : 'looseSource',
      }),
    children: (self) =>
      Promise.resolve(
        childRows(
          self,
          folder,
          loose.records,
          ({ record }) => JSON.stringify(['id' in record ? record.id : '', record.selectors]),
          (record, own) => recordNode(self, own, loose, record, registry),
        ),
      ),
  };
}

function recordNode(
  parent: ViewNode,
  id: string,
  loose: LooseSource,
  one: LooseRecord,
  registry: Registry,
): LooseNode {
  const { folder } = parent;
  const { record, looseness } = one;
  const what = meaningOf(one, registry);
  const { icon, color, word, explanation } = kinds[looseness]();
  const location = new vscode.Location(folder.uriOf(loose.source), toRange(loose.text, one.near));
  const excerpt = storedExcerpt(record);
  const quote = excerpt.map(({ text }) => text).join('');
  const now =
    one.spans.length > 0 ? [vscode.l10n.t('Now: {0}', sentenceAround(loose.text, one.spans))] : [];
  return {
    id,
    parent,
    folder,
    loose,
    record: one,
    citation: { source: loose.source, record },
    location,
    ...('entity' in record && { entity: record.entity }),
    item: () =>
      rowItem(id, {
        label: excerpt,
        description: [word, what].filter(Boolean).join(' · '),
        spoken: [word, quote, what].filter(Boolean).join(', '),
        icon,
        color,
        tooltip: [explanation, quote, ...now, what].filter(Boolean).join('\n'),
        context: contextOf(one),
        command: openCommand(location),
      }),
  };
}

/** Words by which menus tell what can be done with a row. */
function contextOf({ looseness, record, spans }: LooseRecord): string {
  return [
    'loose',
    looseness,
    'passage',
    ...(spans.length > 0 ? ['accept'] : []),
    ...('id' in record ? ['removable'] : []),
  ].join(' ');
}

/** What the record says: a mention its entity, a claim its property. */
function meaningOf({ record }: LooseRecord, registry: Registry): string {
  if ('entity' in record) return registry.nameOf(record.entity);
  if (!('subject' in record)) return vscode.l10n.t('tension');
  const property = registry.schema.properties.get(record.property)?.label ?? record.property;
  return `${registry.nameOf(record.subject)}: ${property}`;
}

interface Kind {
  readonly icon: string;
  readonly color: string;
  readonly word: string;
  readonly explanation: string;
}

const kinds: Readonly<Record<Looseness, () => Kind>> = {
  lost: () => ({
    icon: 'circle-slash',
    color: 'list.errorForeground',
    word: vscode.l10n.t('lost'),
    explanation: vscode.l10n.t('These words are no longer in the source where they were.'),
  }),
  ambiguous: () => ({
    icon: 'question',
    color: 'list.warningForeground',
    word: vscode.l10n.t('ambiguous'),
    explanation: vscode.l10n.t('These words may be meant in several places; none is taken.'),
  }),
  changed: () => ({
    icon: 'edit',
    color: 'list.warningForeground',
    word: vscode.l10n.t('changed'),
    explanation: vscode.l10n.t('Other words stand there now than are stored.'),
  }),
  moved: () => ({
    icon: 'arrow-swap',
    color: 'descriptionForeground',
    word: vscode.l10n.t('moved'),
    explanation: vscode.l10n.t('These words stand out of their order now.'),
  }),
};
