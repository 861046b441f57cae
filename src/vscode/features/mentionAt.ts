import type * as vscode from 'vscode';
import type { Mention, Placed } from '../../core';
import { toRange } from '../convert';
import type { Corpora } from '../corpora';
import { type ShownSource, sourceShownBy } from '../versions';

/** The mentions under a position, innermost first, with what is needed to go on from there. */
export interface MentionsHere extends ShownSource {
  readonly mentions: readonly Placed<Mention>[];
}

/** Undefined where no mention is, or where nobody waits for the answer any more. */
export async function findMentionsAt(
  corpora: Corpora,
  document: vscode.TextDocument,
  position: vscode.Position,
  token?: vscode.CancellationToken,
): Promise<MentionsHere | undefined> {
  const offset = document.offsetAt(position);
  const shown = await sourceShownBy(corpora, document);
  if (!shown || token?.isCancellationRequested === true) return undefined;
  const mentions = shown.resolved.mentionsAt(offset);
  return mentions.length > 0 ? { ...shown, mentions } : undefined;
}

/** The mention's own words under the position: of a discontinuous one, the piece that is there. */
export function rangeAt(
  { resolved }: MentionsHere,
  { segments, span }: Placed<Mention>,
  position: vscode.Position,
): vscode.Range {
  const ranges = segments.map((one) => toRange(resolved.source, one));
  return ranges.find((range) => range.contains(position)) ?? toRange(resolved.source, span);
}
