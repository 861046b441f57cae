import type { Placed } from '../corpus/anchored';
import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import type { ResolvedSource } from '../corpus/resolvedSource';
import { sentenceAt } from '../features/selection';
import { suggesterOf } from '../features/suggest';
import type { Entity, Mention, Property, Span } from '../model';
import { mayBe, mayHave } from './claimValue';

/** An entity or a date that stands in the words of a claim or near them. */
interface Near {
  readonly span: Span;
  /** Characters between it and the words; 0: within them. */
  readonly distance: number;
}
export interface NearEntity extends Near {
  readonly entity: Entity;
}
export interface NearDate extends Near {
  /** EDTF. */
  readonly value: string;
}

/** Words that claim something, and what stands in them and in their sentence. */
export interface ClaimWords {
  readonly span: Span;
  readonly words: string;
  /** Each once, the nearest first, then in order of the text. */
  readonly entities: readonly NearEntity[];
  readonly dates: readonly NearDate[];
  /** Where two mentions were selected, what they mean: subject and value. */
  readonly pair?: readonly [Entity, Entity];
}

/**
 * The words of a claim: what is selected, else the sentence at the cursor without its end mark; two
 * selected mentions and what stands between them. Undefined where there are no words.
 */
export async function guessClaim(
  corpus: Corpus,
  source: string,
  selections: readonly Span[],
): Promise<ClaimWords | undefined> {
  const suggestions = await suggesterOf(corpus).of(source);
  if (!suggestions) return undefined;
  const { resolved } = suggestions;
  const registry = await corpus.registry();
  const pair = pairOf(resolved, registry, selections);
  const span = pair ? hullOf(pair) : quoteOf(resolved, selections[0]);
  if (!span) return undefined;
  const around = sentencesAround(resolved, span);
  const distanceOf = ({ start, end }: Span) => Math.max(span.start - end, start - span.end, 0);
  const near = resolved.placed.filter((one) => isWithin(one.span, around));
  const mentioned = near.flatMap((one): NearEntity[] => {
    const entity = registry.entities.get(one.record.entity);
    return entity ? [{ entity, span: one.span, distance: distanceOf(one.span) }] : [];
  });
  const dates = [
    ...mentioned.flatMap(({ entity, ...where }): NearDate[] =>
      entity.type === 'date' && entity.value !== undefined
        ? [{ ...where, value: entity.value }]
        : [],
    ),
    ...suggestions.within(around).flatMap(({ start, end, value }): NearDate[] => {
      const own = { start, end };
      return value === undefined ? [] : [{ value, span: own, distance: distanceOf(own) }];
    }),
  ];
  return {
    span,
    words: resolved.source.slice(span),
    entities: nearestOnce(mentioned, ({ entity }) => entity.id),
    dates: nearestOnce(dates, ({ value }) => value),
    ...(pair && { pair: [pair[0].entity, pair[1].entity] as const }),
  };
}

/** Two selections, each on a mention: the first made is the subject. */
function pairOf(
  resolved: ResolvedSource,
  registry: Registry,
  selections: readonly Span[],
): readonly [Mentioned, Mentioned] | undefined {
  if (selections.length !== 2) return undefined;
  const [first, second] = selections.map((span) => mentionOf(resolved, registry, span));
  return first && second ? [first, second] : undefined;
}

interface Mentioned {
  readonly entity: Entity;
  readonly mention: Placed<Mention>;
}

/** The mention that is selected, else the innermost at the end of the selection. */
function mentionOf(
  resolved: ResolvedSource,
  registry: Registry,
  { start, end }: Span,
): Mentioned | undefined {
  const here = resolved.mentionsAt(start);
  const mention = here.find(({ span }) => span.start === start && span.end === end) ?? here[0];
  const entity = mention && registry.entities.get(mention.record.entity);
  return mention && entity ? { mention, entity } : undefined;
}

function hullOf([a, b]: readonly [Mentioned, Mentioned]): Span {
  return {
    start: Math.min(a.mention.span.start, b.mention.span.start),
    end: Math.max(a.mention.span.end, b.mention.span.end),
  };
}

function quoteOf(resolved: ResolvedSource, selection: Span | undefined): Span | undefined {
  if (!selection) return undefined;
  const { text } = resolved.source;
  const isCursor = selection.start === selection.end;
  const { start, end } = isCursor ? sentencesAround(resolved, selection) : selection;
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const kept = isCursor ? words.replace(/[\s.!?…]+$/u, '') : words.trimEnd();
  const to = start + kept.length;
  return from < to ? { start: from, end: to } : undefined;
}

function sentencesAround({ source }: ResolvedSource, { start, end }: Span): Span {
  const sentence = (offset: number) =>
    sentenceAt(source.text, source.lineAt(source.positionAt(offset).line), offset);
  const first = sentence(start);
  const last = end <= first.end ? first : sentence(end);
  return { start: Math.min(start, first.start), end: Math.max(end, last.end) };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function nearestOnce<T extends Near>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const sorted = [...all].sort((a, b) => a.distance - b.distance || a.span.start - b.span.start);
  const seen = new Set<string>();
  return sorted.filter((one) => {
    const isNew = !seen.has(keyOf(one));
    seen.add(keyOf(one));
    return isNew;
  });
}

/** What is hardly ever spoken of, but what something is said with. */
const valueTypes = new Set(['date', 'quantity']);

/**
 * Whom the words may speak of: first those with a property that takes something that stands there,
 * the nearest first.
 */
export function rankSubjects(
  { schema }: Registry,
  { entities, dates, pair }: ClaimWords,
): Entity[] {
  if (pair) return [pair[0]];
  const properties = [...schema.properties.values()];
  const fits = ({ entity }: NearEntity): number => {
    if (valueTypes.has(entity.type)) return 0;
    const takes = (property: Property) =>
      property.domain.includes(entity.type) &&
      (property.range === 'date'
        ? dates.some(({ distance }) => distance === 0)
        : entities.some(
            (other) =>
              other.distance === 0 &&
              other.entity.id !== entity.id &&
              mayBe(property, other.entity),
          ));
    return properties.some(takes) ? 2 : 1;
  };
  const ranked = entities.map((one) => ({ one, rank: fits(one) }));
  return ranked.sort((a, b) => b.rank - a.rank).map(({ one }) => one.entity);
}

/** How much speaks for a property: what it takes stands in the words, or they are like its name. */
export function rankProperties(
  { schema }: Registry,
  { words, entities, dates, pair }: ClaimWords,
  subject: Entity,
): Property[] {
  const lower = words.toLowerCase();
  const scoreOf = (property: Property): number => {
    const stems = property.label.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    const named = stems.some((stem) => lower.includes(stem.slice(0, Math.max(4, stem.length - 2))));
    const fit = property.range === 'entity' ? 1 : 2;
    return (takes(property) ? fit : 0) + (named ? 3 : 0) + (property.domain.length > 0 ? 0.5 : 0);
  };
  const takes = (property: Property): boolean => {
    const { range } = property;
    if (range === 'text') return false;
    if (range === 'date') return dates.some(({ distance }) => distance === 0);
    if (range === 'quantity') {
      return /\p{N}/u.test(words) && entities.some(({ entity }) => entity.type === 'quantity');
    }
    const others = pair ? [pair[1]] : entities.filter(isInside).map(({ entity }) => entity);
    return others.some((one) => one.id !== subject.id && mayBe(property, one));
  };
  return [...schema.properties.values()]
    .filter((one) => mayHave(one, subject.type) && (!pair || mayBe(one, pair[1])))
    .map((property) => ({ property, score: scoreOf(property) }))
    .sort((a, b) => b.score - a.score)
    .map(({ property }) => property);
}

function isInside({ distance }: Near): boolean {
  return distance === 0;
}

/** Values that the words may give to a property of the subject, the likeliest first. */
export function guessValues(
  { words, entities, dates, pair }: ClaimWords,
  subject: Entity,
  property: Property,
): string[] {
  if (property.range === 'date') return dates.map(({ value }) => value);
  const others = entities.filter(({ entity }) => entity.id !== subject.id);
  if (property.range === 'text' || property.range === 'quantity') {
    const amounts = others.flatMap(({ entity }) =>
      entity.type === 'quantity' ? [entity.value ?? entity.name] : [],
    );
    const own = words.replace(/\s+/g, ' ').trim();
    return property.range === 'quantity' ? [...amounts, ...numbersOf(own)] : [own, ...amounts];
  }
  const named = pair ? [pair[1]] : others.map(({ entity }) => entity);
  return named.filter((one) => mayBe(property, one)).map(({ id }) => id);
}

/** Numbers with the word behind them. */
function numbersOf(words: string): string[] {
  const found = words.match(/\p{N}[\p{N}.,]*(?:\s?%|\s\p{L}+)?/gu) ?? [];
  return [...new Set(found)];
}
