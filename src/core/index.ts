/** The core's public surface: all that shells may import, with the few values of `early.ts`. */
export type { Cancellation } from './cancellation';
export type { Host } from './host';
export { UnloadedError, UnreadableError } from './host';
export type * from './model';
export { CorpusCheck } from './check/corpusCheck';
export type { Diagnostic, DiagnosticCode, RelatedPlace, Severity } from './diagnostic';
export { SourceText, type LinePosition } from './text';
export {
  EditRefusedError,
  type FileChange,
  type TextEdit,
  applyEdits,
  editBetween,
} from './textEdit';
export { FollowedText } from './followedText';
export { hashOf } from './hash';
export { mapLimited } from './corpus/concurrency';
export { Corpus } from './corpus/corpus';
export type { EntityCounts } from './corpus/corpusIndex';
export { Registry } from './corpus/registry';
export { annotationsFolder, roleOf, type FileRole } from './corpus/paths';
export type { Anchored, AnchorStatus, Placed } from './corpus/anchored';
export { ResolvedSource } from './corpus/resolvedSource';
export { isEdtf } from './format/dates';
export { dateInWords } from './format/dateWords';
export { isEntityId } from './format/entityId';
export { anchorCountsOf, type AnchorCounts } from './features/anchorCounts';
export { cardOf, type Card, type CardClaim, type CardProperty } from './features/card';
export {
  claimPassagesOf,
  definitionsOf,
  mentionsAt,
  mentionsOf,
  registryEntryOf,
  type ClaimPassage,
  type Passage,
} from './features/passages';
export {
  entityTokens,
  nestingMentions,
  type EntityToken,
  type TokenModifier,
} from './features/tokens';
export type { ChronologyYear, DatedClaim } from './features/chronology';
export { placeOf, quoteOf, type Citation, type CitedPlace } from './features/citation';
export { TokenData, type TokenDataEdit } from './features/tokenData';
export { contradictionsOf, type Contradiction } from './features/contradictions';
export type { Disagreement, Side } from './features/disagreements';
export type { EntityClaim, MentionLine, TypeGroup } from './features/entityTree';
export {
  looseOf,
  storedExcerpt,
  type LooseRecord,
  type LooseSource,
  type Looseness,
} from './features/loose';
export { excerptAround, sentenceAround, type ExcerptPiece } from './features/excerpt';
export type { CorpusMap, MapDate, MapEdge, MapNode, MapRelation, MapType } from './features/map';
export { mentionSymbols, sectionsOf, type MentionSymbol, type Section } from './features/outline';
export type { Relation } from './features/relations';
export {
  targetAt,
  targetsOf,
  type QuotingRecord,
  type QuoteTarget,
  type YamlTarget,
} from './features/yaml/targets';
export { quotedPlaceOf, type QuotedPlace } from './features/yaml/quotedPassage';
export { entryOf, usesOf, type YamlPlace } from './features/yaml/uses';
export type { QuickFix } from './fix/quickFix';
export type { YamlCompletion, YamlCompletions } from './features/yaml/completion';
export type { YamlSymbol } from './features/yaml/symbols';
export { parseFile as parseYamlFile, type ParsedFile } from './corpus/parsedFile';
export { stretchesAround } from './features/selection';
export { listCorpus, type Listing } from './features/listing';
export {
  statisticsOf,
  type SourceStatistics,
  type Statistics,
  type TypeStatistics,
} from './features/statistics';
export { suggestCorpus, type ListedSuggestion } from './features/suggest';
export { tensionsOf, type QuotedPassage, type ResolvedTension } from './features/tensions';
export type { ChangedPlace, Part } from './refactor/changedPlaces';
export type { Following, Refactoring } from './refactor/refactoring';
export type { IdOf } from './refactor/renameId';
export type { SplitRecords } from './refactor/splitEntity';
export type { NewEntity, NewMention } from './annotate/annotate';
export type { MentionChange } from './annotate/changeMention';
export type { Split } from './annotate/splitMention';
export { extended, shrunk, type SpanSide } from './annotate/wordBorders';
export { rankEntities, type Candidate } from './annotate/candidates';
export type { NewClaim } from './annotate/addClaim';
export type { GuessedMention } from './annotate/guessMention';
export type { EntityChoice, LastUsed, MeantWords } from './dialogue/chooseEntity';
export type { Asking, Choice, ListQuestion, TextQuestion } from './dialogue/question';
export { guessKind } from './annotate/guessKind';
export { entityIdFor } from './annotate/ids';
export type { Accepted, Chosen } from './annotate/accept';
export { proposedEntity } from './annotate/proposedEntity';
export type { NewRejection } from './annotate/reject';
export type { SourceSuggestions } from './recognise/sourceSuggestions';
export type { Suggestion } from './recognise/suggestions';

// What edits, or is heavy, is loaded when it is first called.

export * from './lateFeatures';

import type { Accepted, Chosen } from './annotate/accept';
import type { NewEntity, NewMention } from './annotate/annotate';
import type { MentionChange } from './annotate/changeMention';
import type { NewClaim } from './annotate/addClaim';
import type { GuessedMention } from './annotate/guessMention';
import type { Split } from './annotate/splitMention';
import type { Placed } from './corpus/anchored';
import type { NewRejection } from './annotate/reject';
import type { Corpus } from './corpus/corpus';
import type { ChosenClaim, GivenClaim } from './dialogue/chooseClaim';
import type { MeantWords } from './dialogue/chooseEntity';
import type { Asking } from './dialogue/question';
import type { Diagnostic, DiagnosticCode } from './diagnostic';
import type { FollowedText } from './followedText';
import { suggesterOf } from './features/suggest';
import type { QuickFix } from './fix/quickFix';
import type { QuotingRecord } from './features/yaml/targets';
import type { Mention, Span } from './model';
import type { PlaceChoice } from './reanchor/decisions';
import type { SourceSuggestions } from './recognise/sourceSuggestions';
import type { ChangedPlace } from './refactor/changedPlaces';
import type { Following, Refactoring } from './refactor/refactoring';
import type { IdOf } from './refactor/renameId';
import type { SplitRecords } from './refactor/splitEntity';
import type { FileChange } from './textEdit';

/** Everything that is wrong with the corpus, by file and place. */
export async function checkCorpus(corpus: Corpus): Promise<Diagnostic[]> {
  return (await import('./check/check')).checkCorpus(corpus);
}

/**
 * The changes that annotate a span of a source. Nothing is written here.
 * @throws {EditRefusedError} where a file that would change has errors, or there is no such source.
 */
export async function annotate(corpus: Corpus, mention: NewMention): Promise<FileChange[]> {
  return (await import('./edits')).annotate(corpus, mention);
}

/**
 * The change that takes a mention out of its annotation file.
 * @throws {EditRefusedError} where that file has errors or no such mention any more.
 */
export async function removeMention(corpus: Corpus, mention: Mention): Promise<FileChange> {
  return (await import('./edits')).removeMention(corpus, mention);
}

/** Asks which entity words mean: an id, a new entity, or undefined where the user gave up. */
export async function chooseEntity(
  corpus: Corpus,
  words: MeantWords,
  asking: Asking,
): Promise<string | NewEntity | undefined> {
  return (await import('./dialogue/chooseEntity')).chooseEntity(corpus, words, asking);
}

/** Asks for a new entity that is to be called by some words; undefined where the user gave up. */
export async function createEntity(
  corpus: Corpus,
  words: string,
  asking: Asking,
): Promise<NewEntity | undefined> {
  const { createEntity: create } = await import('./dialogue/createEntity');
  return create(await corpus.registry(), { words }, '', asking);
}

/** Asks what the selected words claim. Undefined where there are none, or the user gave up. */
export async function chooseClaim(
  corpus: Corpus,
  source: string,
  selections: readonly Span[],
  asking: Asking,
  given: GivenClaim = {},
): Promise<ChosenClaim | undefined> {
  const { chooseClaim: choose } = await import('./dialogue/chooseClaim');
  return choose(corpus, source, selections, asking, given);
}

/**
 * The change that adds a claim to the annotation file of its source. Nothing is written here.
 * @throws {EditRefusedError} where the file has errors, or the claim is none that can be stored.
 */
export async function addClaim(corpus: Corpus, claim: NewClaim): Promise<FileChange> {
  return (await import('./edits')).addClaim(corpus, claim);
}

/** What a user most likely means to annotate where something is selected, or the cursor stands. */
export async function guessMention(
  corpus: Corpus,
  source: string,
  selection: Span,
): Promise<GuessedMention | undefined> {
  return (await import('./annotate/guessMention')).guessMention(corpus, source, selection);
}

/**
 * The changes by decisions on mentions of one source. Nothing is written here.
 * @throws {EditRefusedError} where a file has errors, a mention is gone, or the outcome is no use.
 */
export async function changeMentions(
  corpus: Corpus,
  source: string,
  changes: readonly MentionChange[],
): Promise<FileChange[]> {
  return (await import('./edits')).changeMentions(corpus, source, changes);
}

/** What makes a mention the passage that introduces its entity, or takes that from it. */
export async function definitionChanges(
  corpus: Corpus,
  source: string,
  mention: Mention,
): Promise<MentionChange[]> {
  return (await import('./edits')).definitionChanges(corpus, source, mention);
}

/**
 * The change that makes two mentions of one, at an offset of the source or near it.
 * @throws {EditRefusedError} as `changeMentions`, and where the words do not fall into two parts.
 */
export async function splitMention(
  corpus: Corpus,
  source: string,
  mention: Placed<Mention>,
  offset: number,
): Promise<Split> {
  return (await import('./edits')).splitMention(corpus, source, mention, offset);
}

/**
 * The change that makes one mention of several of one entity.
 * @throws {EditRefusedError} as `changeMentions`, and where they are no two of one entity.
 */
export async function mergeMentions(
  corpus: Corpus,
  source: string,
  mentions: readonly Placed<Mention>[],
): Promise<FileChange> {
  return (await import('./edits')).mergeMentions(corpus, source, mentions);
}

/** Ways to mend what a diagnostic reports at a span of a file. */
export async function quickFixesFor(
  corpus: Corpus,
  path: string,
  code: DiagnosticCode,
  span: Span,
): Promise<QuickFix[]> {
  return (await import('./edits')).quickFixesFor(corpus, path, code, span);
}

/**
 * The changes that store what edits of a source, seen as they happened, did to the quotes of it.
 * None for files with errors; nothing is written here.
 */
export async function storeFollowed(
  corpus: Corpus,
  source: string,
  followed: FollowedText,
): Promise<FileChange[]> {
  return (await import('./edits')).storeFollowed(corpus, source, followed);
}

/**
 * The change that anchors a record at words that somebody chose.
 * @throws {EditRefusedError} where the source or the file has changed or the file has errors.
 */
export async function placeRecord(corpus: Corpus, choice: PlaceChoice): Promise<FileChange[]> {
  return (await import('./reanchor/decisions')).placeRecord(corpus, choice);
}

/**
 * The changes that take the places at which records of a source were found for theirs: of all that
 * have moved or changed, or of some.
 * @throws {EditRefusedError} as `placeRecord`, and where there is nothing to accept.
 */
export async function acceptPlaces(
  corpus: Corpus,
  source: string,
  records?: readonly QuotingRecord[],
): Promise<FileChange[]> {
  return (await import('./reanchor/decisions')).acceptPlaces(corpus, source, records);
}

/**
 * The changes that take mentions and claims out of their files.
 * @throws {EditRefusedError} as `placeRecord`, and where one is not there any more.
 */
export async function removeRecords(
  corpus: Corpus,
  records: readonly QuotingRecord[],
): Promise<FileChange[]> {
  return (await import('./reanchor/decisions')).removeRecords(corpus, records);
}

/**
 * That the file which keeps a source's annotations can be edited at all.
 * @throws {EditRefusedError} naming the file and what is wrong with it.
 */
export async function assertEditable(corpus: Corpus, source: string): Promise<void> {
  await (await import('./edits')).assertEditable(corpus, source);
}

/**
 * The changes of one decision on many places: each file is planned once. An entity that is new to
 * several of them is added once.
 * @throws {EditRefusedError} as `annotate`; nothing of it is to be done then.
 */
export async function annotateAll(
  corpus: Corpus,
  mentions: readonly NewMention[],
): Promise<FileChange[]> {
  return (await import('./edits')).annotateAll(corpus, mentions);
}

/**
 * The changes by which suggestions become annotations, as one decision. What is new and has one
 * name becomes one entity, in however many sources it stands.
 *
 * @param as what a user takes all of them for, in place of what is proposed
 * @throws {EditRefusedError} as `annotate`; nothing of it is to be done then.
 */
export async function acceptAll(
  corpus: Corpus,
  chosen: readonly Chosen[],
  as?: string | NewEntity,
): Promise<Accepted> {
  return (await import('./edits')).acceptAll(corpus, chosen, as);
}

/**
 * The changes that remember that words are no mention: they are not suggested again.
 * @throws {EditRefusedError} as `annotate`.
 */
export async function rejectAll(
  corpus: Corpus,
  rejections: readonly NewRejection[],
): Promise<FileChange[]> {
  return (await import('./edits')).rejectAll(corpus, rejections);
}

/**
 * What may be annotated in a source and is not; undefined where there is no such source.
 *
 * @param isQuick after an edit only what it touched is looked at, with what the text said before
 */
export function suggestionsOf(
  corpus: Corpus,
  source: string,
  isQuick = false,
): Promise<SourceSuggestions | undefined> {
  return suggesterOf(corpus).of(source, isQuick);
}

/**
 * Gives an entity, a type or a property another id wherever it stands. Nothing is written here.
 * @throws {EditRefusedError} where the id cannot become that, or a file that has it has errors.
 */
export async function renameId(
  corpus: Corpus,
  what: IdOf,
  to: string,
  following?: Following,
): Promise<Refactoring> {
  return (await import('./refactor/renameId')).renameId(corpus, what, to, following);
}

/**
 * That the files which name something can be edited: to be asked before a user is.
 * @throws {EditRefusedError} naming the file and what is wrong with it.
 */
export async function assertRenamable(corpus: Corpus, what: IdOf): Promise<void> {
  await (await import('./refactor/renameId')).assertRenamable(corpus, what);
}

/** Why an id cannot become another, as a sentence; undefined where it can. */
export async function whyNotRenamed(
  corpus: Corpus,
  what: IdOf,
  to: string,
): Promise<string | undefined> {
  const { whyNotRenamed: why } = await import('./refactor/renameId');
  return why(await corpus.registry(), what, to);
}

/**
 * Calls an entity by another name; the old one stays among its aliases, if it is to.
 * @throws {EditRefusedError} where there is no such entity, or its file has errors.
 */
export async function renameName(
  corpus: Corpus,
  entity: string,
  name: string,
  keepsOld: boolean,
): Promise<Refactoring> {
  return (await import('./refactor/renameName')).renameName(corpus, entity, name, keepsOld);
}

/**
 * Makes two entities one: everything that names `from` names `into`, which takes over what is said
 * of it.
 * @throws {EditRefusedError} where there are no such two, a file has errors, or something would be
 *   lost.
 */
export async function mergeEntities(
  corpus: Corpus,
  into: string,
  from: string,
  following?: Following,
): Promise<Refactoring> {
  return (await import('./refactor/mergeEntities')).mergeEntities(corpus, into, from, following);
}

/**
 * Makes an entity one of another type.
 * @throws {EditRefusedError} where there is no such entity or type, a date would have no value, or
 *   a file has errors.
 */
export async function changeType(
  corpus: Corpus,
  entity: string,
  type: string,
  value?: string,
): Promise<Refactoring> {
  return (await import('./refactor/changeType')).changeType(corpus, entity, type, value);
}

/**
 * Gives some of what is said of an entity to a new one.
 * @throws {EditRefusedError} where nothing is given, the new entity cannot be made, or a file has
 *   errors or has changed.
 */
export async function splitEntity(
  corpus: Corpus,
  entity: string,
  made: NewEntity,
  records: SplitRecords,
  following?: Following,
): Promise<Refactoring> {
  const { splitEntity: split } = await import('./refactor/splitEntity');
  return split(corpus, entity, made, records, following);
}

/** A change of a file piece by piece, as a preview shows it. */
export async function changedPlacesOf(change: FileChange): Promise<ChangedPlace[]> {
  return (await import('./refactor/changedPlaces')).changedPlacesOf(change);
}
