import * as vscode from 'vscode';
import { type Citation, type CitedPlace, type ExcerptPiece, type Place, placeOf } from '../../core';
import { toRange } from '../convert';
import type { CorpusFolder } from '../corpora';
import { plainLabel } from '../markdown';

/** What a view shows in one row, and how its rows below are found when it is opened. */
export interface ViewNode {
  /** Unique in its view, and the same as long as it stands for the same thing. */
  readonly id: string;
  readonly parent: ViewNode | undefined;
  readonly folder: CorpusFolder;
  /** Made anew each time: the view adds to it what it finds later. */
  readonly item: () => vscode.TreeItem;
  readonly children?: (self: ViewNode) => Promise<readonly ViewNode[]>;
  /** The source whose text its children show. */
  readonly source?: string;
  /** The entity that it stands for. */
  readonly entity?: string;
  /** The passage that it leads to. */
  readonly citation?: Citation;
  /** Where the passage stood when the row was made; without it, it is yet to be looked for. */
  readonly location?: vscode.Location;
}

interface Row {
  readonly label: string | readonly ExcerptPiece[];
  readonly description?: string;
  /** What a screen reader says; without it: label and description. */
  readonly spoken?: string;
  readonly icon?: string;
  readonly color?: string;
  /** Undefined: nothing is below it. */
  readonly expanded?: boolean;
  readonly tooltip?: string;
  readonly context: string;
  readonly command?: vscode.Command;
}

/** A row; every text in it may come from a file. */
export function rowItem(id: string, row: Row): vscode.TreeItem {
  const label = toLabel(row.label);
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = row.expanded === undefined ? None : row.expanded ? Expanded : Collapsed;
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  item.contextValue = row.context;
  if (row.icon !== undefined) {
    const name = /^[a-z0-9-]+$/.test(row.icon) ? row.icon : 'symbol-misc';
    const color = row.color === undefined ? undefined : new vscode.ThemeColor(row.color);
    item.iconPath = new vscode.ThemeIcon(name, color);
  }
  const description = plainLabel(row.description ?? '');
  if (description !== '') item.description = description;
  if (row.tooltip !== undefined) item.tooltip = plainLines(row.tooltip);
  if (row.command) item.command = row.command;
  const spoken = row.spoken ?? [label.label, description].filter(Boolean).join(', ');
  item.accessibilityInformation = { label: plainLabel(spoken) };
  return item;
}

/** Text for a tooltip, whose lines are its own. */
export function plainLines(text: string): string {
  return text.split('\n').map(plainLabel).join('\n');
}

/** Pieces are made harmless one by one, so that the marked ones are still known. */
function toLabel(text: string | readonly ExcerptPiece[]): vscode.TreeItemLabel {
  if (typeof text === 'string') return { label: plainLabel(text) };
  let label = '';
  const highlights: [number, number][] = [];
  for (const piece of text) {
    const start = label.length;
    label += plainLabel(piece.text);
    if (piece.marked) highlights.push([start, label.length]);
  }
  return { label, highlights };
}

/** The key tells a row from its siblings. */
export function childId(parent: ViewNode | undefined, folder: CorpusFolder, key: string): string {
  return `${parent?.id ?? folder.folder.uri.toString()}\n${JSON.stringify(key)}`;
}

/**
 * A row for each item, with an id that no sibling has: what has the same key as another, as the
 * copy of a record does, is counted. VS Code shows nothing at all below a row where ids collide.
 */
export function childRows<T, Node extends ViewNode>(
  parent: ViewNode | undefined,
  folder: CorpusFolder,
  items: readonly T[],
  keyOf: (item: T) => string,
  make: (item: T, id: string) => Node,
): Node[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const id = childId(parent, folder, keyOf(item));
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return make(item, count === 1 ? id : `${id}${count}`);
  });
}

/** Where the words stand now; undefined where they have no one place. */
export async function locate(
  folder: CorpusFolder,
  citation: Citation,
): Promise<vscode.Location | undefined> {
  const place = await placeOf(folder.corpus, citation);
  return place && toLocation(folder, citation.source, place);
}

export function toLocation(
  folder: CorpusFolder,
  source: string,
  { text, span }: CitedPlace,
): vscode.Location {
  return new vscode.Location(folder.uriOf(source), toRange(text, span));
}

/** Where a file of the corpus states something. */
export async function locateRecord(folder: CorpusFolder, place: Place): Promise<vscode.Location> {
  const text = await folder.corpus.linesOf(place.file);
  return new vscode.Location(folder.uriOf(place.file), toRange(text, place.key ?? place.span));
}

/** VS Code's own, so that click, double click, Enter and Alt+click do what they do elsewhere. */
export function openCommand({ uri, range }: vscode.Location): vscode.Command {
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [uri, { selection: range }],
  };
}

/** Short names of all annotated sources. */
export async function labelsOf(folder: CorpusFolder): Promise<(source: string) => string> {
  const { sourceLabels } = await folder.corpus.index();
  return (source) => sourceLabels.get(source) ?? source;
}
