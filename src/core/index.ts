/** The core's public surface: all that shells may import. */
export type { Host } from './host';
export { UnreadableError } from './host';
export type * from './model';
export type { Diagnostic, DiagnosticCode, RelatedPlace, Severity } from './diagnostic';
export { SourceText, type LinePosition } from './text';
export { type FileChange, type TextEdit, applyEdits, editBetween } from './textEdit';
export { Corpus } from './corpus/corpus';
export { Registry } from './corpus/registry';
export { annotationsFolder, roleOf, type FileRole } from './corpus/paths';
export type { Anchored, AnchorStatus, Placed, ResolvedSource } from './corpus/resolvedSource';
export { builtinSchema } from './format/builtinSchema';
export { EditRefusedError } from './format/yamlEdit';
export { isEntityId } from './format/readEntities';
export { checkCorpus } from './check/check';
export { cardOf, type Card, type CardClaim, type CardProperty } from './features/card';
export {
  definitionsOf,
  mentionsAt,
  mentionsOf,
  registryEntryOf,
  type Passage,
} from './features/passages';
export {
  entityTokens,
  nestingMentions,
  tokenModifiers,
  type EntityToken,
  type TokenModifier,
} from './features/tokens';
export { listCorpus, type Listing } from './features/listing';
export { annotate, removeMention, type NewEntity, type NewMention } from './annotate/annotate';
export { rankEntities, type Candidate } from './annotate/candidates';
export { guessKind } from './annotate/guessKind';
export { entityIdFor } from './annotate/ids';
