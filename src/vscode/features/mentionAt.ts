import type * as vscode from 'vscode';
import type { Mention, Placed, ResolvedSource } from '../../core';
import { toRange } from '../convert';
import type { Corpora, CorpusFile } from '../corpora';

/** The mentions under a position, innermost first, with what is needed to go on from there. */
export interface MentionsHere {
  readonly file: CorpusFile;
  readonly resolved: ResolvedSource;
  readonly mentions: readonly Placed<Mention>[];
}

/** Undefined where no mention is, or where nobody waits for the answer any more. */
export async function findMentionsAt(
  corpora: Corpora,
  document: vscode.TextDocument,
  position: vscode.Position,
  token?: vscode.CancellationToken,
): Promise<MentionsHere | undefined> {
  const file = corpora.locate(document.uri);
  if (!file) return undefined;
  const offset = document.offsetAt(position);
  const resolved = await file.corpus.source(file.path);
  if (!resolved || token?.isCancellationRequested === true) return undefined;
  const mentions = resolved.mentionsAt(offset);
  return mentions.length > 0 ? { file, resolved, mentions } : undefined;
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
