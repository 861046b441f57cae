import { describe } from '../anchor';
import type { Placed } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import { parseFile } from '../corpus/parsedFile';
import type { Registry } from '../corpus/registry';
import { selectorTexts } from '../format/selectorTexts';
import type { YamlOperation } from '../format/yamlOperation';
import type { Entity, Mention, Span } from '../model';
import { EditRefusedError, type FileChange } from '../textEdit';
import { rankEntities } from './candidates';
import { operationsOf, soundChange } from './changeMention';
import { guessKind } from './guessKind';
import { newRecordId } from './ids';
import { type MentionFile, fileOfMention, storedMention } from './storedMention';
import { wordsIn } from './wordBorders';

/** What joins names in a list, with the spaces around it; no name begins or ends with it. */
const joint = /(?:[\s,;/&+–—]|\b(?:and|or|as well as|together with)\b)+/gu;

/**
 * The two stretches into which words fall apart: at the offset, if a word ends or begins there; else
 * at the joining word or mark nearest to it; else between the words nearest to it. Undefined where
 * there are no two.
 */
export function partsOf(text: string, span: Span, offset: number): [Span, Span] | undefined {
  const words = wordsIn(text, span);
  const gaps = words
    .slice(1)
    .map(({ start }, at) => ({ start: words[at]?.end ?? start, end: start }));
  const joints = [...text.slice(span.start, span.end).matchAll(joint)]
    .filter(([found]) => found.trim() !== '')
    .map(({ index, 0: found }) => {
      const start = span.start + index;
      return { start, end: start + found.length };
    });
  const isInside = ({ start, end }: Span) => start > span.start && end < span.end;
  const distance = ({ start, end }: Span) => Math.max(start - offset, offset - end, 0);
  const nearest = (all: readonly Span[]) =>
    all.filter(isInside).sort((a, b) => distance(a) - distance(b))[0];
  const at = gaps.find(({ start, end }) => start <= offset && offset <= end);
  const cut = at ?? nearest(joints) ?? nearest(gaps);
  if (!cut) return undefined;
  const parts = [
    trimmed(text, { start: span.start, end: cut.start }),
    trimmed(text, { start: cut.end, end: span.end }),
  ] as const;
  return parts[0] && parts[1] && [parts[0], parts[1]];
}

/** Without what joins it to its neighbour; undefined where nothing else is there. */
function trimmed(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const joints = [...words.matchAll(joint)];
  const lead = joints[0]?.index === 0 ? joints[0][0].length : 0;
  const last = joints.at(-1);
  const isTail = last !== undefined && last.index + last[0].length === words.length;
  const tail = isTail ? last[0].length : 0;
  return lead + tail < words.length ? { start: start + lead, end: end - tail } : undefined;
}

export interface Split {
  readonly changes: readonly FileChange[];
  /** The words of the two mentions. */
  readonly parts: readonly Span[];
}

/**
 * The change that makes two mentions of one: the record keeps the words of the first part, and a
 * record for the second follows it. A part that is another entity's name is a mention of that.
 * @throws {EditRefusedError} as `changeMentions`, and where the words do not fall into two parts.
 */
export async function splitMention(
  corpus: Corpus,
  source: string,
  { record, segments, span }: Placed<Mention>,
  offset: number,
): Promise<Split> {
  const resolved = await corpus.source(source);
  const text = resolved?.source.text ?? '';
  const parts = segments.length === 1 ? partsOf(text, span, offset) : undefined;
  if (!resolved || !parts) throw new EditRefusedError('These words do not fall into two parts.');
  const [first, second] = parts;
  const registry = await corpus.registry();
  const [own, other] = parts.map((part) => {
    const words = text.slice(part.start, part.end);
    const entity = entityNamed(registry, words, record.entity);
    return {
      id: entity?.id ?? record.entity,
      kind: entity ? guessKind(words, entity) : record.kind,
    };
  });
  if (!own || !other) throw new EditRefusedError('These words do not fall into two parts.');
  const change = { mention: record, entity: own.id, kind: own.kind, segments: [first] };
  const file = await fileOfMention(corpus, record);
  const index = await corpus.index();
  const id = newRecordId((one) => index.hasId(one));
  const made = {
    id,
    entity: other.id,
    kind: other.kind === 'name' ? undefined : other.kind,
    ...selectorTexts(describe(text, second)),
  };
  const before = await placeBehind(file, record);
  const operations: YamlOperation[] = [
    ...(await operationsOf(resolved, file, [change])),
    { do: 'insert item', key: 'mentions', before, record: made },
  ];
  const both = [change, { mention: { ...record, id }, segments: [second] }];
  return { changes: [await soundChange(corpus, resolved, file, operations, both)], parts };
}

/** Where the record behind a mention begins; undefined where it is the last. */
async function placeBehind(file: MentionFile, mention: Mention): Promise<number | undefined> {
  const { start } = (await storedMention(file, mention)).place.span;
  const { annotations } = await parseFile(file.path, file.text);
  const later = (annotations?.mentions ?? []).filter(({ place }) => place.span.start > start);
  return later[0]?.place.span.start;
}

/** The one entity of which the words are a name; the mention's own, if they are a name of that. */
function entityNamed(registry: Registry, words: string, own: string): Entity | undefined {
  const named = rankEntities(registry, words, ({ score }) => score === 1);
  const [only, second] = named;
  const kept = named.find(({ entity }) => entity.id === own)?.entity;
  return kept ?? (second ? undefined : only?.entity) ?? registry.entities.get(own);
}
