import * as vscode from 'vscode';
import type { Card, CardClaim, CardProperty, Entity, LinePosition, ResolvedTension } from '../core';
import { showMentionsCommand } from './commands/showMentions';
import { toLink } from './convert';
import type { CorpusFolder } from './corpora';
import { commandLink, escapeMarkdown } from './markdown';

/** A reader scans a card; what a property has beyond this many values is counted. */
const shownValues = 12;

/** The card as Markdown, the most telling first. Only our own command may be called from it. */
export async function renderCard(card: Card, folder: CorpusFolder): Promise<vscode.MarkdownString> {
  const renderer = new CardRenderer(card, folder);
  const markdown = new vscode.MarkdownString(await renderer.render(), true);
  markdown.isTrusted = { enabledCommands: [showMentionsCommand] };
  return markdown;
}

class CardRenderer {
  readonly #card: Card;
  readonly #folder: CorpusFolder;

  constructor(card: Card, folder: CorpusFolder) {
    this.#card = card;
    this.#folder = folder;
  }

  async render(): Promise<string> {
    const { entity, properties, tensions } = this.#card;
    const blocks = [
      this.#heading(),
      escapeMarkdown(entity?.description ?? ''),
      noteOf(entity?.note),
      await this.#links(),
      ...properties.map((property) => this.#property(property)),
      ...tensions.map((tension) => this.#tension(tension)),
    ];
    return blocks.filter(Boolean).join('\n\n');
  }

  #heading(): string {
    const { id, type, name, aliases, entity } = this.#card;
    if (!entity) {
      const missing = vscode.l10n.t('The registry has no entity “{0}”.', id);
      return `$(warning) ${escapeMarkdown(missing)}`;
    }
    const icon = /^[a-z0-9-]+$/.test(type.icon) ? type.icon : 'symbol-misc';
    const title = `$(${icon}) **${escapeMarkdown(name)}** — ${escapeMarkdown(type.label)}`;
    const value = entity.value === undefined ? '' : ` \\= ${escapeMarkdown(entity.value)}`;
    const names = aliases.map(escapeMarkdown).join(' · ');
    return names === '' ? title + value : `${title}${value}\n\n*${names}*`;
  }

  /** Where to go from here, and how often each source speaks of it. */
  async #links(): Promise<string> {
    const { id, definitions, mentions, entity } = this.#card;
    const parts: string[] = [];
    for (const { source, text, span } of definitions) {
      const position = text.positionAt(span.start);
      parts.push(this.#link(vscode.l10n.t('Definition'), source, position));
    }
    if (mentions.length > 0) {
      const args = [this.#folder.folder.uri.toString(), id];
      parts.push(commandLink(vscode.l10n.t('All mentions'), showMentionsCommand, args));
    }
    if (entity) {
      const position = await this.#entryOf(entity);
      parts.push(this.#link(vscode.l10n.t('Registry entry'), entity.place.file, position));
    }
    const counts = mentions.map(({ source, count }) => `${this.#label(source)} (${count})`);
    const total = counts.length > 0 ? `${vscode.l10n.t('Mentions')}: ${counts.join(' · ')}` : '';
    return [parts.join(' · '), total].filter(Boolean).join('  \n');
  }

  /** One line a value, with every source that gives it. */
  #property({ property, claims, contradicted }: CardProperty): string {
    const mark = contradicted ? ` — $(warning) *${vscode.l10n.t('the sources disagree')}*` : '';
    const values = [...new Set(claims.map(({ value }) => value))];
    const lines = values.slice(0, shownValues).map((value) => {
      const own = claims.filter((claim) => claim.value === value);
      const quotes = own.map((claim) => this.#quote(claim));
      return `- ${escapeMarkdown(value)} — ${quotes.join(' · ')}`;
    });
    const more = values.length - shownValues;
    if (more > 0) lines.push(`- ${vscode.l10n.t('and {0} more', more)}`);
    return [`**${escapeMarkdown(property.label)}**${mark}\n`, ...lines].join('\n');
  }

  #quote({ quote, note, source, position }: CardClaim): string {
    const words = `*“${escapeMarkdown(quote)}”* ${this.#place(source, position)}`;
    return note === undefined ? words : `${words} (${escapeMarkdown(note)})`;
  }

  #tension({ tension, quotes }: ResolvedTension): string {
    const lines = quotes.map(
      ({ words, source, position }) =>
        `- *“${escapeMarkdown(words)}”* ${this.#place(source, position)}`,
    );
    return [`$(arrow-both) ${escapeMarkdown(tension.statement)}\n`, ...lines].join('\n');
  }

  /** The source's short name and line; a link where the words have a place. */
  #place(source: string, position: LinePosition | undefined): string {
    const label = this.#label(source);
    if (!position) return `${label} (${vscode.l10n.t('lost')})`;
    return this.#link(`${label}&#58;${position.line + 1}`, source, position);
  }

  #label(source: string): string {
    return escapeMarkdown(this.#card.sourceLabels.get(source) ?? source);
  }

  #link(label: string, path: string, position: LinePosition): string {
    return `[${label}](${toLink(this.#folder.uriOf(path), position).toString()})`;
  }

  async #entryOf({ place }: Entity): Promise<LinePosition> {
    const text = await this.#folder.corpus.linesOf(place.file);
    return text.positionAt((place.key ?? place.span).start);
  }
}

function noteOf(note: string | undefined): string {
  return note === undefined ? '' : `$(note) *${escapeMarkdown(note)}*`;
}
