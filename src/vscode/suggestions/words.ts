import * as vscode from 'vscode';
import type { Registry, Suggestion } from '../../core';

/** How sure a suggestion is, as a reader says it. */
export function surenessOf({ confidence }: Suggestion): string {
  if (confidence >= sure) return vscode.l10n.t('sure');
  return confidence >= likely ? vscode.l10n.t('likely') : vscode.l10n.t('doubtful');
}

export function isLikely({ confidence }: Suggestion): boolean {
  return confidence >= likely;
}

const sure = 0.85;
const likely = 0.6;

/** What a suggestion takes the words for. */
export interface Meaning {
  readonly name: string;
  /** The type; “new” before it, if the registry does not have the entity. */
  readonly type: string;
  readonly icon: string;
}

export function meaningOf(registry: Registry, words: string, suggestion: Suggestion): Meaning {
  const { entity: id, type: guessed, name, value } = suggestion;
  const type = registry.type(
    id === undefined ? guessed : (registry.entities.get(id)?.type ?? guessed),
  );
  if (id !== undefined) return { name: registry.nameOf(id), type: type.label, icon: type.icon };
  const label = vscode.l10n.t('new: {0}', type.label);
  return { name: value ?? name ?? words, type: label, icon: type.icon };
}
