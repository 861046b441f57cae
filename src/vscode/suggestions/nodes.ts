import * as vscode from 'vscode';
import { type Chosen, type Registry, excerptAround } from '../../core';
import type { CorpusFolder } from '../corpora';
import { type ViewNode, childRows, openCommand, rowItem, toLocation } from '../views/viewNode';
import { type Meaning, meaningOf, surenessOf } from './words';

/** A row of the view of suggestions: one of them, or all that are of one source or one entity. */
export interface SuggestionNode extends ViewNode {
  readonly chosen: readonly Chosen[];
}

export function isSuggestionNode(value: unknown): value is SuggestionNode {
  return typeof value === 'object' && value !== null && 'chosen' in value && 'folder' in value;
}

export type Grouping = 'source' | 'entity';

/** How rows are shown, and which are checked. */
export interface Listing {
  readonly folder: CorpusFolder;
  readonly registry: Registry;
  readonly labelOf: (source: string) => string;
  readonly grouping: Grouping;
  readonly isChecked: (folder: CorpusFolder, chosen: Chosen) => boolean;
}

export function suggestionNodes(
  listing: Listing,
  parent: ViewNode | undefined,
  all: readonly Chosen[],
): SuggestionNode[] {
  const bySource = listing.grouping === 'source';
  const keyOf = ({ suggestions, suggestion }: Chosen) =>
    bySource ? suggestions.path : suggestions.subjectOf(suggestion);
  const groups = [...groupsOf(all, keyOf)];
  // What is most often met is decided first.
  if (!bySource) groups.sort(([, a], [, b]) => b.length - a.length);
  return childRows(
    parent,
    listing.folder,
    groups,
    ([key]) => key,
    ([, own], id) => groupNode(listing, parent, id, own),
  );
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function groupNode(
  listing: Listing,
  parent: ViewNode | undefined,
  id: string,
  chosen: readonly Chosen[],
): SuggestionNode {
  const { folder, grouping, labelOf } = listing;
  const [first] = chosen;
  const path = first?.suggestions.path ?? '';
  const meaning = grouping === 'entity' && first ? meaningFor(listing, first) : undefined;
  const label = meaning?.name ?? labelOf(path);
  const description = [meaning?.type, String(chosen.length)].filter(Boolean).join(' · ');
  const entity = meaning && first?.suggestion.entity;
  const node: SuggestionNode = {
    id,
    parent,
    folder,
    chosen,
    ...(entity !== undefined && { entity }),
    item: () => {
      const item = rowItem(id, {
        label,
        description,
        spoken: [label, meaning?.type, vscode.l10n.t('suggestions: {0}', chosen.length)]
          .filter(Boolean)
          .join(', '),
        icon: meaning?.icon ?? 'file',
        expanded: false,
        tooltip: meaning ? [label, meaning.type].join('\n') : path,
        context: meaning
          ? `suggestions subject${entity === undefined ? '' : ' entity'}`
          : 'suggestions',
      });
      return checkable(item, listing, chosen, label);
    },
    children: (self) =>
      Promise.resolve(
        childRows(
          self,
          folder,
          chosen,
          ({ suggestions, suggestion }) => `${suggestions.path} ${suggestion.start}`,
          (one, own) => placeNode(listing, self, own, one),
        ),
      ),
  };
  return node;
}

/** Of an entity's the sentence, of a source's the words with what they may mean. */
function placeNode(listing: Listing, parent: ViewNode, id: string, chosen: Chosen): SuggestionNode {
  const { folder, labelOf, grouping } = listing;
  const { suggestions, suggestion } = chosen;
  const { source: text, path } = suggestions.resolved;
  const words = suggestions.wordsOf(suggestion);
  const meaning = meaningFor(listing, chosen);
  const location = toLocation(folder, path, { text, span: suggestion, segments: [suggestion] });
  const line = location.range.start.line + 1;
  const sureness = surenessOf(suggestion);
  const excerpt = excerptAround(text, [suggestion]);
  const meant = meaning.name === words ? meaning.type : `${meaning.name} (${meaning.type})`;
  const place = `${labelOf(path)}:${line}`;
  const bySource = grouping === 'source';
  const description = bySource ? `${meant} · ${sureness}` : `${place} · ${sureness}`;
  const sentence = excerpt.map((piece) => piece.text).join('');
  return {
    id,
    parent,
    folder,
    chosen: [chosen],
    location,
    item: () => {
      const item = rowItem(id, {
        label: bySource ? words : excerpt,
        description,
        spoken: [words, meant, sureness, sentence, place].join(', '),
        ...(bySource && { icon: meaning.icon }),
        tooltip: `${sentence}\n${meant}, ${sureness}\n${path}:${line}`,
        context: 'suggestion',
        command: openCommand(location),
      });
      return checkable(item, listing, [chosen], words);
    },
  };
}

function meaningFor({ registry }: Listing, { suggestions, suggestion }: Chosen): Meaning {
  return meaningOf(registry, suggestions.wordsOf(suggestion), suggestion);
}

function checkable(
  item: vscode.TreeItem,
  { isChecked, folder }: Listing,
  chosen: readonly Chosen[],
  label: string,
): vscode.TreeItem {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  item.checkboxState = {
    state: chosen.every((one) => isChecked(folder, one)) ? Checked : Unchecked,
    accessibilityInformation: { label: vscode.l10n.t('Choose {0}', label), role: 'checkbox' },
  };
  return item;
}
