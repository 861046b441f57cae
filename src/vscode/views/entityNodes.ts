import * as vscode from 'vscode';
import {
  type EntityClaim,
  type MentionLine,
  type TypeGroup,
  entityClaims,
  mentionLines,
  mentioningSources,
  quoteOf,
} from '../../core';
import type { CorpusFolder } from '../corpora';
import { type ViewNode, childId, childRows, labelsOf, rowItem, toLocation } from './viewNode';

/** `isFiltered`: the groups are what a filter has left. */
export function typeNodes(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
  groups: readonly TypeGroup[],
  isFiltered = false,
): ViewNode[] {
  // What a filter leaves is shown open, however the type was left before.
  const keyOf = ({ type }: TypeGroup) => (isFiltered ? `filtered ${type.id}` : type.id);
  return childRows(parent, folder, groups, keyOf, (group, id) =>
    typeNode(folder, parent, id, group, isFiltered),
  );
}

function typeNode(
  folder: CorpusFolder,
  parent: ViewNode | undefined,
  id: string,
  { type, entities }: TypeGroup,
  isFiltered: boolean,
): ViewNode {
  return {
    id,
    parent,
    folder,
    item: () =>
      rowItem(id, {
        label: type.label,
        description: String(entities.length),
        spoken: vscode.l10n.t('{0}, entities: {1}', type.label, entities.length),
        icon: type.icon,
        expanded: isFiltered,
        tooltip: type.description,
        context: 'type',
      }),
    children: (self) =>
      Promise.resolve(
        childRows(
          self,
          folder,
          entities,
          ({ entity }) => entity.id,
          (one, own) => entityNode({ ...one, folder, parent: self, id: own, icon: type.icon }),
        ),
      ),
  };
}

interface EntityRow {
  readonly folder: CorpusFolder;
  readonly parent: ViewNode;
  readonly id: string;
  readonly entity: TypeGroup['entities'][number]['entity'];
  readonly mentions: number;
  readonly icon: string;
}

function entityNode({ folder, parent, id, entity, mentions, icon }: EntityRow): ViewNode {
  const { name, aliases, description } = entity;
  const tooltip = [name, aliases.join(' · '), description, entity.id].filter(Boolean).join('\n');
  return {
    id,
    parent,
    folder,
    entity: entity.id,
    item: () =>
      rowItem(id, {
        label: name,
        description: String(mentions),
        spoken: vscode.l10n.t('{0}, mentions: {1}', name, mentions),
        icon,
        expanded: false,
        tooltip,
        context: 'entity',
      }),
    children: async (self) => {
      const { corpus } = folder;
      const claims = await entityClaims(corpus, entity.id);
      const sources = await mentioningSources(corpus, entity.id);
      return [
        ...(claims.length > 0 ? [claimsNode(self, claims)] : []),
        ...(sources.size > 0 ? [mentionsNode(self, sources)] : []),
      ];
    },
  };
}

function claimsNode(parent: ViewNode, claims: readonly EntityClaim[]): ViewNode {
  const { folder } = parent;
  const id = childId(parent, folder, 'claims');
  const label = vscode.l10n.t('Claims');
  const description = String(claims.length);
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
        byValue(claims),
        ([{ property, value }]) => `${property.id} ${value}`,
        (group, own) => valueNode(self, own, group, labelOf),
      );
    },
  };
}

/** Claims of the same property and value, as often as sources make them. */
function byValue(claims: readonly EntityClaim[]): (readonly [EntityClaim, ...EntityClaim[]])[] {
  const groups = new Map<string, [EntityClaim, ...EntityClaim[]]>();
  for (const claim of claims) {
    const key = `${claim.property.id}\n${claim.value}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()];
}

/** What is claimed; below it the quotes, where there are several. */
function valueNode(
  parent: ViewNode,
  id: string,
  claims: readonly [EntityClaim, ...EntityClaim[]],
  labelOf: (source: string) => string,
): ViewNode {
  const { folder } = parent;
  const [first, ...others] = claims;
  const { property, value, contradicted } = first;
  const sources = [...new Set(claims.map(({ source }) => labelOf(source)))];
  const isOne = others.length === 0;
  const description = [
    ...(contradicted ? [vscode.l10n.t('the sources disagree')] : []),
    ...sources,
    ...(isOne ? [`“${quoteOf(first)}”`] : []),
  ];
  return {
    id,
    parent,
    folder,
    ...(isOne && { citation: first }),
    ...(!isOne && {
      children: (self) =>
        Promise.resolve(
          childRows(
            self,
            folder,
            claims,
            ({ source, record }) => `${source} ${record.id}`,
            (claim, own) => quoteNode(self, own, claim, labelOf(claim.source)),
          ),
        ),
    }),
    item: () =>
      rowItem(id, {
        label: `${property.label}: ${value}`,
        description: description.join(' · '),
        icon: contradicted ? 'warning' : 'quote',
        ...(contradicted && { color: 'list.warningForeground' }),
        ...(!isOne && { expanded: false }),
        context: isOne ? 'passage' : 'group',
      }),
  };
}

function quoteNode(parent: ViewNode, id: string, claim: EntityClaim, source: string): ViewNode {
  const { folder } = parent;
  return {
    id,
    parent,
    folder,
    citation: claim,
    item: () =>
      rowItem(id, { label: `“${quoteOf(claim)}”`, description: source, context: 'passage' }),
  };
}

function mentionsNode(parent: ViewNode, sources: ReadonlyMap<string, number>): ViewNode {
  const { folder, entity = '' } = parent;
  const id = childId(parent, folder, 'mentions');
  const total = [...sources.values()].reduce((sum, count) => sum + count, 0);
  const label = vscode.l10n.t('Mentions');
  const description = String(total);
  return {
    id,
    parent,
    folder,
    item: () => rowItem(id, { label, description, expanded: false, context: 'group' }),
    children: async (self) => {
      const labelOf = await labelsOf(folder);
      return childRows(
        self,
        folder,
        [...sources],
        ([source]) => source,
        ([source, count], own) =>
          mentioningSourceNode({
            parent: self,
            id: own,
            entity,
            source,
            label: labelOf(source),
            count,
          }),
      );
    },
  };
}

interface SourceRow {
  readonly parent: ViewNode;
  readonly id: string;
  readonly entity: string;
  readonly source: string;
  readonly label: string;
  readonly count: number;
}

function mentioningSourceNode({ parent, id, entity, source, label, count }: SourceRow): ViewNode {
  const { folder } = parent;
  return {
    id,
    parent,
    folder,
    source,
    item: () =>
      rowItem(id, {
        label,
        description: String(count),
        spoken: vscode.l10n.t('{0}, mentions: {1}', source, count),
        icon: 'file',
        expanded: true,
        tooltip: source,
        context: 'source',
      }),
    children: async (self) => {
      const lines = await mentionLines(folder.corpus, source, entity);
      return mentionNodes(self, lines);
    },
  };
}

export function mentionNodes(parent: ViewNode, lines: readonly MentionLine[]): ViewNode[] {
  return childRows(
    parent,
    parent.folder,
    lines,
    ({ record }) => record.id,
    (line, id) => mentionNode(parent, id, line),
  );
}

function mentionNode(parent: ViewNode, id: string, line: MentionLine): ViewNode {
  const { folder } = parent;
  const { excerpt, record, source } = line;
  const location = line.place && toLocation(folder, source, line.place);
  const spoken = excerpt.map(({ text }) => text).join('');
  const definition = record.role === 'definition' ? [vscode.l10n.t('definition')] : [];
  const place = location ? String(location.range.start.line + 1) : vscode.l10n.t('lost');
  return {
    id,
    parent,
    folder,
    citation: line,
    ...(location && { location }),
    item: () =>
      rowItem(id, {
        label: excerpt,
        description: [...definition, place].join(' · '),
        spoken: [spoken, ...definition, vscode.l10n.t('line {0}', place)].join(', '),
        context: 'passage',
      }),
  };
}
