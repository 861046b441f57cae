import * as vscode from 'vscode';
import type { Card, CardClaim, CardProperty, Entity, LinePosition, ResolvedTension } from '../core';
import { showMentionsCommand } from './commands/showMentions';
import { toLink } from './convert';
import type { CorpusFolder } from './corpora';
import { escapeMarkdown } from './markdown';

/** A reader scans a card; what a property has beyond this many claims is counted. */
const shownClaims = 12;

/** The card as Markdown. Only our own command may be called from it. */
export async function renderCard(card: Card, folder: CorpusFolder): Promise<vscode.MarkdownString> {
  const blocks = [
    heading(card),
    escapeMarkdown(card.entity?.description ?? ''),
    noteOf(card.entity?.note),
    ...card.properties.map((property) => renderProperty(property, folder)),
    ...card.tensions.map((tension) => renderTension(tension, folder)),
    mentions(card),
    await links(card, folder),
  ];
  const markdown = new vscode.MarkdownString(blocks.filter(Boolean).join('\n\n'), true);
  markdown.isTrusted = { enabledCommands: [showMentionsCommand] };
  return markdown;
}

function heading({ id, type, name, aliases, entity }: Card): string {
  const icon = /^[a-z0-9-]+$/.test(type.icon) ? type.icon : 'symbol-misc';
  const title = `$(${icon}) **${escapeMarkdown(name)}** — ${escapeMarkdown(type.label)}`;
  const value = entity?.value === undefined ? '' : ` \\= ${escapeMarkdown(entity.value)}`;
  const names = aliases.map(escapeMarkdown).join(' · ');
  if (!entity) {
    const missing = vscode.l10n.t('The registry has no entity “{0}”.', id);
    return `$(warning) ${escapeMarkdown(missing)}`;
  }
  return names === '' ? title + value : `${title}${value}\n\n*${names}*`;
}

function renderProperty(
  { property, claims, contradicted }: CardProperty,
  folder: CorpusFolder,
): string {
  const mark = contradicted ? ` — $(warning) *${vscode.l10n.t('the sources disagree')}*` : '';
  const lines = claims.slice(0, shownClaims).map((claim) => renderClaim(claim, folder));
  const more = claims.length - shownClaims;
  if (more > 0) lines.push(`- ${vscode.l10n.t('and {0} more', more)}`);
  return [`**${escapeMarkdown(property.label)}**${mark}\n`, ...lines].join('\n');
}

function renderTension({ tension, quotes }: ResolvedTension, folder: CorpusFolder): string {
  const lines = quotes.map(
    ({ words, source, position }) =>
      `- *“${escapeMarkdown(words)}”* ${sourceLink(source, position, folder)}`,
  );
  return [`$(arrow-both) ${escapeMarkdown(tension.statement)}\n`, ...lines].join('\n');
}

function noteOf(note: string | undefined): string {
  return note === undefined ? '' : `$(note) *${escapeMarkdown(note)}*`;
}

function renderClaim(
  { value, quote, note, source, position }: CardClaim,
  folder: CorpusFolder,
): string {
  const link = sourceLink(source, position, folder);
  const line = `- ${escapeMarkdown(value)} — *“${escapeMarkdown(quote)}”* ${link}`;
  return note === undefined ? line : `${line}  \n  ${noteOf(note)}`;
}

/** The source's name and line; a link where the words have a place. */
function sourceLink(
  source: string,
  position: LinePosition | undefined,
  folder: CorpusFolder,
): string {
  const name = escapeMarkdown(shortName(source));
  if (!position) return `${name} (${vscode.l10n.t('lost')})`;
  const target = toLink(folder.uriOf(source), position).toString();
  return `[${name}&#58;${position.line + 1}](${target})`;
}

function mentions({ mentions: counts }: Card): string {
  if (counts.length === 0) return '';
  const parts = counts.map(
    ({ source, count }) => `${escapeMarkdown(shortName(source))} (${count})`,
  );
  return `${vscode.l10n.t('Mentions')}: ${parts.join(' · ')}`;
}

async function links(card: Card, folder: CorpusFolder): Promise<string> {
  const parts: string[] = [];
  for (const { source, span } of card.definitions) {
    const resolved = await folder.corpus.source(source);
    const target = resolved && toLink(folder.uriOf(source), resolved.source.positionAt(span.start));
    if (target) parts.push(`[${vscode.l10n.t('Definition')}](${target.toString()})`);
  }
  if (card.mentions.length > 0) {
    const args = encodeURIComponent(JSON.stringify([folder.folder.uri.toString(), card.id]));
    parts.push(`[${vscode.l10n.t('All mentions')}](command:${showMentionsCommand}?${args})`);
  }
  if (card.entity) {
    const entry = toLink(folder.uriOf(card.entity.place.file), await lineOf(card.entity, folder));
    parts.push(`[${vscode.l10n.t('Registry entry')}](${entry.toString()})`);
  }
  return parts.length > 0 ? `---\n\n${parts.join(' · ')}` : '';
}

async function lineOf({ place }: Entity, folder: CorpusFolder) {
  const text = await folder.corpus.linesOf(place.file);
  return text.positionAt((place.key ?? place.span).start);
}

/** `seeds/001_4a75fb2d5fe74cb4.txt` → `001_4a75fb2d5fe74cb4`. */
function shortName(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
