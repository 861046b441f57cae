/** From spans to selectors and back: how annotations stay where they belong. */
export { describe, describeAll } from './describe';
export { onLongestIncreasing } from './increasing';
export { LfText, toLf } from './lineEnds';
export { fold } from './fold';
export type { Folded } from './fold';
export { resolve, Resolver, SoughtText } from './resolve';
export type { Resolution, ResolveOptions } from './resolve';
export { blockOf, standOnce } from './verbatim';
