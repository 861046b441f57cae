import * as vscode from 'vscode';
import {
  EditRefusedError,
  type FileChange,
  type Mention,
  type Placed,
  type Span,
  type SpanSide,
  changeMentions,
  extended,
  mergeMentions,
  shrunk,
  splitMention,
} from '../../core';
import { rangeIn, toSpan } from '../convert';
import type { Corpora } from '../corpora';
import { tell } from '../views/tell';
import { applyChanges } from './applyChanges';
import { type PickedMentions, mentionsAtCursors, mentionsSelected } from './mentionsAtCursors';

export type Move = 'extend' | 'shrink';

/** By a word; of discontinuous words, the first piece or the last one. */
export async function moveBorder(
  corpora: Corpora,
  editor: vscode.TextEditor,
  move: Move,
  side: SpanSide,
): Promise<void> {
  const moveBy = move === 'extend' ? extended : shrunk;
  const picked = await mentionsAtCursors(corpora, editor);
  if (!picked) return;
  const { corpus, path } = picked.file;
  const { text } = picked.resolved.source;
  const moved = picked.mentions.flatMap((mention) => {
    const segments = [...mention.segments];
    const at = side === 'start' ? 0 : segments.length - 1;
    const piece = segments[at];
    const next = piece && moveBy(text, piece, side);
    if (!next) return [];
    segments[at] = next;
    return [{ mention, segments }];
  });
  const [first] = moved;
  if (!first) {
    tell(vscode.l10n.t('There is no word more at this side.'));
    return;
  }
  const changes = moved.map(({ mention, segments }) => ({ mention: mention.record, segments }));
  await write(picked, await changeMentions(corpus, path, changes));
  follow(editor, moved);
  const words = first.segments.map((span) => picked.resolved.source.slice(span)).join(' … ');
  tell(vscode.l10n.t('Annotated: “{0}”.', words));
}

/** What was selected as a whole is so again; a cursor that is left outside comes along. */
function follow(
  editor: vscode.TextEditor,
  moved: readonly { mention: Placed<Mention>; segments: readonly Span[] }[],
): void {
  const { document } = editor;
  editor.selections = editor.selections.map((selection) => {
    const own = toSpan(document, selection);
    const offset = document.offsetAt(selection.active);
    const one = moved.find(({ mention: { span } }) => span.start <= offset && offset <= span.end);
    const start = one?.segments[0]?.start;
    const end = one?.segments.at(-1)?.end;
    if (!one || start === undefined || end === undefined) return selection;
    const { span } = one.mention;
    const range = rangeIn(document, { start, end });
    if (own.start === span.start && own.end === span.end) {
      return selection.isReversed
        ? new vscode.Selection(range.end, range.start)
        : new vscode.Selection(range.start, range.end);
    }
    if (start <= offset && offset <= end) return selection;
    return new vscode.Selection(range.start, range.start);
  });
}

export async function splitAnnotation(corpora: Corpora, editor: vscode.TextEditor): Promise<void> {
  const picked = await mentionsAtCursors(corpora, editor);
  const [mention] = picked?.mentions ?? [];
  if (!picked || !mention) return;
  const { corpus, path } = picked.file;
  const offset = editor.document.offsetAt(editor.selection.active);
  const { changes, parts } = await splitMention(corpus, path, mention, offset);
  await write(picked, changes);
  const [first, second] = parts.map((span) => picked.resolved.source.slice(span));
  tell(vscode.l10n.t('Split into “{0}” and “{1}”.', first ?? '', second ?? ''));
}

export async function mergeAnnotations(corpora: Corpora, editor: vscode.TextEditor): Promise<void> {
  const picked = await mentionsSelected(corpora, editor);
  const mentions = picked && alike(picked.mentions);
  if (!picked || !mentions) {
    throw new EditRefusedError(
      vscode.l10n.t('Select two mentions of one entity to merge them, and no others of two.'),
    );
  }
  const { corpus, path } = picked.file;
  await write(picked, [await mergeMentions(corpus, path, mentions)]);
  const start = Math.min(...mentions.map(({ span }) => span.start));
  const end = Math.max(...mentions.map(({ span }) => span.end));
  tell(vscode.l10n.t('Merged into “{0}”.', picked.resolved.source.slice({ start, end })));
}

/** The mentions of the one entity that has several. */
function alike(mentions: readonly Placed<Mention>[]): readonly Placed<Mention>[] | undefined {
  const ofEntity = (id: string) => mentions.filter(({ record }) => record.entity === id);
  const entities = new Set(mentions.map(({ record }) => record.entity));
  const several = [...entities].map(ofEntity).filter(({ length }) => length > 1);
  return several.length === 1 ? several[0] : undefined;
}

async function write(
  { file: { folder, path } }: PickedMentions,
  changes: readonly FileChange[],
): Promise<void> {
  await applyChanges(folder, changes, folder.uriOf(path));
}
