import { describe } from '../anchor';
import { type Placed, wordsOf } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import { selectorTexts } from '../format/selectorTexts';
import type { YamlOperation } from '../format/yamlOperation';
import { quoted } from '../diagnostic';
import type { Mention, Span } from '../model';
import { keepingComments } from '../refactor/comments';
import { keyLost, refuseOtherKind } from '../refactor/losses';
import { EditRefusedError, type FileChange } from '../textEdit';
import { soundChange } from './changeMention';
import { fileOfMention, storedMention } from './storedMention';

/**
 * The change that makes one mention of several of one entity: the record of the first covers all
 * their words and takes their role and notes along, and the records of the others go.
 * @throws {EditRefusedError} as `changeMentions`, and where the mentions are no two of one entity,
 * or one of them holds what would be lost: another kind, a comment, a key of its own.
 */
export async function mergeMentions(
  corpus: Corpus,
  source: string,
  mentions: readonly Placed<Mention>[],
): Promise<FileChange> {
  const resolved = await corpus.source(source);
  const ordered = [...mentions].sort((a, b) => a.span.start - b.span.start);
  const [first, ...others] = ordered;
  if (!resolved || !first || others.length === 0) {
    throw new EditRefusedError('Select two mentions of one entity to merge them.');
  }
  refuseUnlike(first, others);
  const file = await fileOfMention(corpus, first.record);
  const [kept, ...gone] = await Promise.all(
    ordered.map(({ record }) => storedMention(file, record)),
  );
  if (!kept) throw new EditRefusedError('The annotation is no longer there.');
  for (const other of gone) refuseLosses(kept, other);
  const span: Span = {
    start: first.span.start,
    end: Math.max(...ordered.map((one) => one.span.end)),
  };
  const role = ordered.find((one) => one.record.role !== undefined)?.record.role;
  const notes = new Set(ordered.flatMap(({ record }) => record.note ?? []));
  const texts = {
    entity: kept.entity,
    ...(role && { role }),
    ...(kept.kind !== 'name' && { kind: kept.kind }),
    ...selectorTexts(describe(resolved.source.text, span)),
    ...(notes.size > 0 && { note: [...notes].join(' ') }),
  };
  const operations: YamlOperation[] = [
    { do: 'set texts', start: kept.place.span.start, texts },
    ...gone.map(({ place }): YamlOperation => {
      return { do: 'remove item', key: 'mentions', start: place.span.start };
    }),
  ];
  const change = { mention: first.record, segments: [span] };
  const made = await soundChange(corpus, resolved, file, operations, [change]);
  return { ...made, after: keepingComments(file.text, made.after) };
}

function refuseUnlike(first: Placed<Mention>, others: readonly Placed<Mention>[]): void {
  if (others.some(({ record }) => record.entity !== first.record.entity)) {
    throw new EditRefusedError('Only mentions of one entity can be merged.');
  }
  if ([first, ...others].some(({ segments }) => segments.length > 1)) {
    throw new EditRefusedError('Discontinuous words are merged by hand, in the annotation file.');
  }
  if (others.some(({ record }) => record.attributes !== undefined)) {
    throw new EditRefusedError(
      'A mention with attributes is merged by hand, in the annotation file.',
    );
  }
}

/** What the record of a mention that goes says, the one that stays must say too. */
function refuseLosses(kept: Mention, gone: Mention): void {
  refuseOtherKind(kept, gone);
  const more = keyLost(gone, 'mentions', ['note']);
  if (more === undefined) return;
  throw new EditRefusedError(
    `The mention ${quoted(wordsOf(gone))} has a key “${more}” that would be lost; move it by hand first.`,
  );
}
