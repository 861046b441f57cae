import * as vscode from 'vscode';
import {
  type EntityType,
  type LinePosition,
  type Property,
  type QuotedPlace,
  type Registry,
  excerptAround,
} from '../core';
import { toLink } from './convert';
import type { CorpusFolder } from './corpora';
import { escapeMarkdown } from './markdown';

/** A card has room for most of a sentence before the words. */
const shownLead = 300;
/** So many places are named where a quote may stand in several. */
const shownPlaces = 10;

/** The words of a record where they stand in their source, or why they have no place there. */
export async function renderPassage(
  { source, resolved, anchored }: QuotedPlace,
  folder: CorpusFolder,
): Promise<vscode.MarkdownString> {
  const label = (await folder.corpus.index()).sourceLabels.get(source) ?? source;
  const linkTo = (offset: number) =>
    placeLink(folder, source, label, resolved.source.positionAt(offset));
  const { status, exact, span, segments, candidates } = anchored;
  const blocks: string[] = [];
  if (span) {
    blocks.push(
      excerptAround(resolved.source, segments, shownLead).map(renderPiece).join(''),
      linkTo(span.start),
    );
  }
  if (status === 'ambiguous') {
    const places = candidates.slice(0, shownPlaces).map(({ start }) => linkTo(start));
    const more = candidates.length > shownPlaces ? ' …' : '';
    const text = vscode.l10n.t('May be meant in more than one way or place; none is taken.');
    blocks.push(`$(warning) ${text}`, places.join(' · ') + more);
  }
  if (status === 'lost') {
    const text = vscode.l10n.t('No longer in the source where it was.');
    blocks.push(`$(warning) ${text}`, fileLink(folder, source, label));
  }
  if (status === 'moved') blocks.push(`$(info) ${vscode.l10n.t('Moved out of the stored order.')}`);
  if (!exact) blocks.push(`$(warning) ${vscode.l10n.t('The words differ from the stored quote.')}`);
  return new vscode.MarkdownString(blocks.join('\n\n'), true);
}

/** A space of no width on either side: marks that touch a letter would mark nothing. */
const border = '&#8203;';

function renderPiece({
  text,
  marked,
}: {
  readonly text: string;
  readonly marked: boolean;
}): string {
  const escaped = escapeMarkdown(text);
  if (!marked || text.trim() === '') return escaped;
  const [before = '', words = '', after = ''] = escaped.split(/^(\s*)(.*?)(\s*)$/s).slice(1);
  return `${before}${border}**${words}**${border}${after}`;
}

function placeLink(
  folder: CorpusFolder,
  path: string,
  label: string,
  position: LinePosition,
): string {
  const uri = toLink(folder.uriOf(path), position).toString();
  return `[${escapeMarkdown(label)}&#58;${position.line + 1}](${uri})`;
}

function fileLink(folder: CorpusFolder, path: string, label: string): string {
  return `[${escapeMarkdown(label)}](${folder.uriOf(path).toString()})`;
}

/** A type of the schema. */
export function renderType(type: EntityType): vscode.MarkdownString {
  const icon = /^[a-z0-9-]+$/.test(type.icon) ? type.icon : 'symbol-misc';
  const title = `$(${icon}) **${escapeMarkdown(type.label)}**`;
  return markdownOf([title, escapeMarkdown(type.description)]);
}

/** A property of the schema: what it means, of whom it is said, and what its values are. */
export function renderProperty(property: Property, registry: Registry): vscode.MarkdownString {
  const labels = (types: readonly string[]) =>
    types.map((id) => escapeMarkdown(registry.type(id).label)).join(' · ');
  const { label, description = '', domain, range, single } = property;
  const values = typeof range === 'string' ? rangeLabel(range) : labels(range);
  const facts = [
    `${vscode.l10n.t('said of')}: ${domain.length > 0 ? labels(domain) : vscode.l10n.t('any entity')}`,
    `${vscode.l10n.t('value')}: ${values}`,
  ];
  if (single) facts.push(vscode.l10n.t('one true value at most'));
  const title = `$(symbol-property) **${escapeMarkdown(label)}**`;
  return markdownOf([title, escapeMarkdown(description), facts.join('  \n')]);
}

function rangeLabel(range: 'date' | 'quantity' | 'text' | 'entity'): string {
  switch (range) {
    case 'date':
      return vscode.l10n.t('a date in EDTF');
    case 'quantity':
      return vscode.l10n.t('an amount');
    case 'text':
      return vscode.l10n.t('words');
    case 'entity':
      return vscode.l10n.t('any entity');
  }
}

function markdownOf(blocks: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString(blocks.filter(Boolean).join('\n\n'), true);
}
